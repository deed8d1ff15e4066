package vethlab.shell.text;

import java.util.ArrayList;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Command;
import vethlab.shell.FileException;
import vethlab.shell.Instant;
import vethlab.shell.Program;

/** {@code sed}: -n -e -E -r -i; see {@link Sed} for the script. */
final class SedCommand implements Command {
  private static final Arguments.Spec SPEC =
      new Arguments.Spec("nErsuz", "ef")
          .name("quiet", 'n')
          .name("silent", 'n')
          .name("expression", 'e')
          .name("regexp-extended", 'E')
          .name("unbuffered", 'u');

  @Override
  public Program start(List<String> argv) {
    List<String> words = new ArrayList<>(argv);
    boolean inPlace = false;
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (word.matches("-i.*|--in-place.*")) {
        inPlace = true;
        words.remove(i--);
      } else if (word.matches("-[nEr]+i")) {
        inPlace = true;
        words.set(i, word.substring(0, word.length() - 1));
      }
    }
    Arguments arguments = Arguments.parse(words, SPEC);
    if (inPlace && arguments.problem().isEmpty()) {
      Instant edit = call -> edit(call.files(), arguments, call.err()::println);
      return edit.command().start(argv);
    }
    return new FilterCommand(SPEC, 1, (options, files) -> make(options, files)).start(words);
  }

  private static Sed make(Arguments options, List<String> files) {
    String script = String.join("\n", options.values('e'));
    if (options.values('e').isEmpty()) {
      if (files.isEmpty()) {
        throw new FilterCommand.Usage(
            "no script specified\nUsage: sed [OPTION]... {script-only-if-no-other-script}"
                + " [input-file]...");
      }
      script = files.removeFirst();
    }
    boolean extended = options.has('E') || options.has('r');
    boolean quiet = options.has('n') || script.startsWith("#n\n");
    return new Sed(SedScript.parse(script, extended), quiet);
  }

  private static int edit(
      vethlab.shell.Files view, Arguments options, java.util.function.Consumer<String> complain) {
    List<String> files = new ArrayList<>(options.operands());
    Sed sed;
    try {
      sed = make(options, files);
    } catch (FilterCommand.Usage usage) {
      complain.accept("sed: " + usage.getMessage());
      return 1;
    }
    int status = 0;
    for (String file : files) {
      try {
        StringBuilder text = new StringBuilder();
        Sed run = sed.again();
        for (String line : view.read(file).split("(?<=\n)")) {
          if (!line.isEmpty()) {
            run.line(
                line,
                bytes -> text.append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
          }
        }
        run.end(bytes -> text.append(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)));
        view.write(file, text.toString());
      } catch (FileException e) {
        complain.accept("sed: can't read " + file + ": " + e.getMessage());
        status = 4;
      }
    }
    return status;
  }
}
