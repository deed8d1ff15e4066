package vethlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepText;
import vethlab.sim.trace.Verdict;

/** A step as one line of JSON, for {@code vethlab run --explain --json}. */
final class StepJson {
  private final JsonMapper mapper = new JsonMapper();
  private final Sentences sentences;

  StepJson(Sentences sentences) {
    this.sentences = sentences;
  }

  String of(Step step) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", step.number());
    json.put("time_ns", step.time());
    json.put("netns", step.ns().toString());
    json.put("packet_id", step.packetId());
    json.put("stage", StepText.stage(step));
    json.put("device", step.device());
    json.put("in", step.in());
    json.put("out", step.out());
    json.put("before", StepText.summary(step.before()));
    json.put("after", StepText.summary(step.after()));
    json.put("verdict", verdict(step.verdict()));
    if (step.verdict() instanceof Verdict.Dropped dropped) {
      json.put("reason", dropped.reason().name());
    }
    if (!step.decided().isNone()) {
      json.put("decided", row(step.decided()));
    }
    if (!step.lost().isEmpty()) {
      json.put("lost", lost(step.lost()));
    }
    json.put("function", step.function());
    json.put("why", sentences.text(step.why()));
    return mapper.writeValueAsString(json);
  }

  private static String verdict(Verdict verdict) {
    return verdict.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Object> row(Row row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", row.table().name().toLowerCase(java.util.Locale.ROOT));
    json.put("where", row.where());
    json.put("number", row.number());
    json.put("text", row.text());
    return json;
  }

  private List<Map<String, Object>> lost(List<Lost> lost) {
    return lost.stream()
        .map(each -> {
          Map<String, Object> json = row(each.row());
          json.put("why", sentences.text(each.why()));
          return json;
        })
        .toList();
  }
}
