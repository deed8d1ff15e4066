package vethlab.cli.grading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabTest.Asked;
import vethlab.lab.check.LabTest.Report;
import vethlab.lab.check.Outcome;
import vethlab.lab.yaml.Problem;

/** A row for each check (RFC 4180); a lab that can't be tested is one row. */
public final class CsvReport {
  private final CheckSentences sentences;

  public CsvReport(CheckSentences sentences) {
    this.sentences = sentences;
  }

  public void write(List<Report> reports, Path file) throws IOException {
    Files.writeString(
        file,
        Stream.concat(
                Stream.of(row("lab", "check", "result", "seen")),
                reports.stream().flatMap(this::rows))
            .collect(Collectors.joining()));
  }

  private Stream<String> rows(Report report) {
    if (report.isInvalid()) {
      String why =
          report.problems().stream().map(Problem::toString).collect(Collectors.joining("; "));
      return Stream.of(row(report.lab(), "", "invalid", why));
    }
    return report.asked().stream().map(asked -> row(report.lab(), asked));
  }

  private String row(String lab, Asked asked) {
    String seen =
        asked.outcome() instanceof Outcome.Fails fails
            ? fails.seen().stream().map(sentences::text).collect(Collectors.joining(" "))
            : "";
    return row(lab, asked.check().id(), asked.outcome().holds() ? "pass" : "fail", seen);
  }

  private static String row(String... cells) {
    return Stream.of(cells).map(CsvReport::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /** A cell that begins as a formula does would be run by a spreadsheet. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
