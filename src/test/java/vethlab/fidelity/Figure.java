package vethlab.fidelity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.compare.Difference;

/**
 * Runs the cases of some folders and prints which of them differ and where: {@code Figure [-v]
 * [--keep DIR] FOLDER_OR_SCRIPT…}.
 */
final class Figure {
  private Figure() {}

  public static void main(String[] args) throws IOException {
    boolean verbose = false;
    Optional<Path> keep = Optional.empty();
    List<FidelityCase> cases = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "-v" -> verbose = true;
        case "--keep" -> keep = Optional.of(Files.createDirectories(Path.of(args[++i])));
        default -> {
          Path path = Path.of(args[i]);
          cases.addAll(
              Files.isDirectory(path) ? FidelityCase.in(path) : List.of(new FidelityCase(path)));
        }
      }
    }
    int passed = 0;
    for (FidelityCase each : cases) {
      passed += check(each, verbose, keep) ? 1 : 0;
    }
    System.out.println(passed + " passed, " + (cases.size() - passed) + " failed");
  }

  private static boolean check(FidelityCase each, boolean verbose, Optional<Path> keep)
      throws IOException {
    FidelityCase.Outcome expected = each.expected();
    FidelityCase.Outcome simulated;
    try {
      simulated = each.simulated();
    } catch (RuntimeException | StackOverflowError e) {
      System.out.println(each.name() + ": " + e);
      for (StackTraceElement at :
          java.util.Arrays.stream(e.getStackTrace()).limit(verbose ? 8 : 1).toList()) {
        System.out.println("    at " + at);
      }
      return false;
    }
    if (keep.isPresent()) {
      Files.writeString(keep.get().resolve(each.name() + ".out"), simulated.out());
      Files.writeString(keep.get().resolve(each.name() + ".trace"), simulated.trace());
    }
    Optional<Difference> out = Difference.between(expected.out(), simulated.out());
    Optional<Difference> trace = Difference.between(expected.trace(), simulated.trace());
    if (out.isEmpty() && trace.isEmpty()) {
      return true;
    }
    System.out.println(
        each.name()
            + ":"
            + (out.isPresent() ? " output" : "")
            + (trace.isPresent() ? " trace" : "")
            + " differ");
    if (verbose) {
      out.ifPresent(Figure::print);
      trace.ifPresent(Figure::print);
    }
    return false;
  }

  private static void print(Difference d) {
    System.out.println("    line " + d.line() + " " + d.section());
    System.out.println("      kernel    " + d.expected());
    System.out.println("      simulator " + d.actual());
  }
}
