package vethlab.shell.web;

import java.util.List;
import vethlab.shell.InstantAnswer;
import vethlab.shell.Program;

/** {@code python3}, of which only the module {@code http.server} is modelled. */
final class Python {
  private static final String VERSION = "3.11.2";

  private Python() {}

  static Program start(List<String> argv) {
    List<String> words = argv.subList(1, argv.size());
    while (!words.isEmpty() && words.getFirst().matches("-[uBEsIOqX]+")) {
      words = words.subList(1, words.size());
    }
    if (words.size() >= 2 && words.getFirst().equals("-m") && words.get(1).equals("http.server")) {
      return new HttpServer(words.subList(2, words.size()));
    }
    if (words.equals(List.of("--version")) || words.equals(List.of("-V"))) {
      return InstantAnswer.out("Python " + VERSION + "\n", 0);
    }
    return InstantAnswer.err(
        "python3: only `python3 -m http.server' is modelled by the simulated machine\n", 1);
  }
}
