package vethlab.app.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Walkthrough;

/**
 * For who writes a lesson: prints what its commands print now, and everything that does not hold.
 * With {@code -w} first, output blocks that are no longer true are written anew, in each language.
 */
final class Outputs {
  private static final String OUTPUT = "```output";
  private static final String FENCE = "```";

  private Outputs() {}

  public static void main(String[] args) throws IOException {
    boolean write = args[0].equals("-w");
    for (int i = write ? 1 : 0; i < args.length; i++) {
      LabFolder folder = LabFolder.at(Path.of(args[i]));
      Walkthrough walkthrough = Walkthrough.of(folder);
      walkthrough.problems().forEach(System.out::println);
      for (Locale language : walkthrough.lessons().keySet()) {
        Rehearsal rehearsal = Rehearsal.of(folder, language);
        if (write) {
          rewrite(walkthrough.file(folder, language), rehearsal.printed());
          rehearsal = Rehearsal.of(folder, language);
        }
        if (language.equals(Locale.ENGLISH)) {
          rehearsal.printed().forEach(Outputs::print);
        }
        rehearsal.problems().forEach(System.out::println);
      }
    }
  }

  private static void print(Rehearsal.Printed block) {
    System.out.println("# line " + block.line());
    System.out.println("```run " + block.run().ns());
    block.run().commands().forEach(System.out::println);
    System.out.println(FENCE + "\n\n" + OUTPUT);
    System.out.print(block.text());
    System.out.println(FENCE + "\n");
  }

  /** From the last block to the first, so that lines keep their numbers. */
  private static void rewrite(Path file, List<Rehearsal.Printed> printed) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (Rehearsal.Printed block : printed.reversed()) {
      boolean holds = block.run().output().filter(o -> !o.matches(block.text())).isEmpty();
      if (!holds) {
        int from = find(lines, OUTPUT, block.line()) + 1;
        int to = find(lines, FENCE, from);
        lines.subList(from, to).clear();
        lines.addAll(from, block.text().lines().toList());
      }
    }
    Files.write(file, lines);
  }

  private static int find(List<String> lines, String begins, int from) {
    int at = from;
    while (!lines.get(at).strip().startsWith(begins)) {
      at++;
    }
    return at;
  }
}
