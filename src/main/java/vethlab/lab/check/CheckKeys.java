package vethlab.lab.check;

import java.util.List;

/** The words of checks.yaml; the JSON schema is held to the same lists. */
final class CheckKeys {
  static final List<String> FILE = List.of("vethlab", "checks");
  static final List<String> KINDS =
      List.of("reach", "no-reach", "trace", "frames", "table", "output", "answer");
  static final List<String> CHECK =
      List.of(
          "id",
          "say",
          "say.zh",
          "after",
          "reach",
          "no-reach",
          "trace",
          "frames",
          "table",
          "output",
          "answer");
  static final List<String> MOMENTS = List.of("session");
  static final List<String> REACH = List.of("from", "to", "protocol", "times", "size", "within");
  static final List<String> TRACE =
      List.of("from", "to", "protocol", "times", "size", "within", "passes", "avoids");
  static final List<String> FRAMES =
      List.of("from", "to", "protocol", "times", "size", "within", "on", "has", "lacks");
  static final List<String> TABLE = List.of("ns", "table", "has", "lacks");
  static final List<String> OUTPUT = List.of("ns", "run", "has", "lacks", "matches", "status");
  static final List<String> ANSWER = List.of("question", "question.zh", "right");

  private CheckKeys() {}
}
