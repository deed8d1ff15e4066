package vethlab.cli.grading;

import java.util.List;
import java.util.Locale;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabTest.Asked;
import vethlab.lab.check.LabTest.Report;
import vethlab.lab.check.Outcome;
import vethlab.lab.yaml.Problem;

/** A line for each lab, and below it what does not hold. */
public final class TableReport {
  private static final String INDENT = "      ";

  private final CheckSentences sentences;

  public TableReport(CheckSentences sentences) {
    this.sentences = sentences;
  }

  public String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(Locale.ROOT, "%-5s %-7s %s%n", mark(report), count(report), report.lab()));
    report.problems().stream()
        .filter(Problem::isError)
        .forEach(problem -> text.append(INDENT).append(problem).append('\n'));
    for (Asked each : report.asked()) {
      if (each.outcome() instanceof Outcome.Fails fails) {
        text.append(INDENT).append(each.check().id()).append(": ");
        text.append(each.check().say().in(Locale.ENGLISH)).append('\n');
        fails
            .seen()
            .forEach(remark ->
                text.append(INDENT).append("  ").append(sentences.text(remark)).append('\n'));
      }
    }
    report.hints().forEach(hint -> text.append(INDENT).append(sentences.text(hint)).append('\n'));
    return text.toString();
  }

  private static String mark(Report report) {
    return report.isInvalid() ? "NONE" : report.passes() ? "ok" : "FAIL";
  }

  private static String count(Report report) {
    return report.isInvalid() ? "-" : report.passed() + "/" + report.asked().size();
  }

  /** The last line, where there is more than one lab. */
  public String sum(List<Report> reports) {
    if (reports.size() < 2) {
      return "";
    }
    long passing = reports.stream().filter(Report::passes).count();
    long invalid = reports.stream().filter(Report::isInvalid).count();
    return String.format(
        Locale.ROOT,
        "%d of %d labs pass%s%n",
        passing,
        reports.size(),
        invalid == 0 ? "" : ", " + invalid + " can't be tested");
  }
}
