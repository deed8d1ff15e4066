package vethlab.cli.grading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabTest.Asked;
import vethlab.lab.check.LabTest.Report;
import vethlab.lab.check.Outcome;
import vethlab.lab.check.Outcome.Remark;
import vethlab.lab.yaml.Problem;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepText;

/** Labs and their checks as JSON. */
public final class JsonReport {
  private final CheckSentences sentences;

  public JsonReport(CheckSentences sentences) {
    this.sentences = sentences;
  }

  public String of(List<Report> reports) {
    return new JsonMapper().writeValueAsString(reports.stream().map(this::lab).toList());
  }

  private Map<String, Object> lab(Report report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lab", report.lab());
    json.put("valid", !report.isInvalid());
    json.put("passed", report.passed());
    json.put("total", report.asked().size());
    json.put("problems", report.problems().stream().map(Problem::toString).toList());
    json.put("hints", report.hints().stream().map(sentences::text).toList());
    json.put("checks", report.asked().stream().map(this::check).toList());
    return json;
  }

  private Map<String, Object> check(Asked asked) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", asked.check().id());
    json.put("say", asked.check().say().in(Locale.ENGLISH));
    json.put("holds", asked.outcome().holds());
    if (asked.outcome() instanceof Outcome.Fails fails) {
      json.put("seen", fails.seen().stream().map(sentences::text).toList());
      fails.seen().stream()
          .filter(Remark.AtStep.class::isInstance)
          .map(Remark.AtStep.class::cast)
          .findFirst()
          .ifPresent(at -> json.put("at", place(at.step())));
    }
    return json;
  }

  private static Map<String, Object> place(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("netns", step.ns().toString());
    json.put("stage", StepText.stage(step));
    json.put("device", step.device());
    json.put("decided", step.decided().text());
    return json;
  }
}
