package vethlab.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.Lab;
import vethlab.lab.check.Check.Moment;
import vethlab.lab.check.Check.Question;
import vethlab.lab.check.Check.Texts;
import vethlab.lab.check.Check.Words;
import vethlab.lab.check.Probe.Means;
import vethlab.lab.yaml.Suggestion;
import vethlab.lab.yaml.YamlReader;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;
import vethlab.wire.Ip4;

/** Reads what one check asks. */
final class QuestionReader {
  private static final int USUAL_SECONDS = 5;
  private static final int MOST_SECONDS = 120;
  private static final int MOST_PROBES = 100;

  private final YamlReader yaml;
  private final Optional<Lab> lab;
  private final Moment moment;

  /**
   * @param lab whose namespaces are spoken of, if it could be read
   */
  QuestionReader(YamlReader yaml, Optional<Lab> lab, Moment moment) {
    this.yaml = yaml;
    this.lab = lab;
    this.moment = moment;
  }

  Optional<Question> read(String kind, Node node) {
    return switch (kind) {
      case "reach" -> probe(node, kind, CheckKeys.REACH).map(Check.Reach::new);
      case "no-reach" -> probe(node, kind, CheckKeys.REACH).map(Check.NoReach::new);
      case "trace" -> way(node);
      case "frames" -> frames(node);
      case "table" -> table(node);
      case "output" -> output(node);
      default -> answer(node);
    };
  }

  // --- probes ------------------------------------------------------------------------------------

  private Optional<Probe> probe(Node node, String kind, List<String> keys) {
    Map<String, Node> all = yaml.mapping(node, kind, keys);
    if (!need(node, all, kind, List.of("from", "to"))) {
      return Optional.empty();
    }
    Optional<Ns> from = namespace(all.get("from"), "from");
    Optional<Ip4> to = address(all.get("to"));
    Optional<Means> means =
        all.containsKey("protocol") ? means(all.get("protocol")) : Optional.of(new Means.Icmp());
    int times = number(all, "times", 1, MOST_PROBES).orElse(1);
    OptionalInt size = number(all, "size", 0, 65507);
    int within = number(all, "within", 1, MOST_SECONDS).orElse(USUAL_SECONDS);
    if (size.isPresent() && means.isPresent() && !(means.get() instanceof Means.Icmp)) {
      yaml.problems().error(all.get("size"), "size is an echo's: it goes with protocol: icmp");
    }
    return from.flatMap(ns ->
        to.flatMap(target -> means.map(asks -> new Probe(ns, target, asks, times, size, within))));
  }

  private Optional<Ip4> address(Node node) {
    Optional<String> text = yaml.text(node, "to");
    try {
      return text.map(Ip4::parse);
    } catch (IllegalArgumentException _) {
      yaml.problems()
          .error(
              node,
              "to must be an IPv4 address such as 10.0.0.1, not \"" + text.orElseThrow() + "\"");
      return Optional.empty();
    }
  }

  private Optional<Means> means(Node node) {
    Optional<String> text = yaml.text(node, "protocol");
    Optional<Means> means = text.flatMap(QuestionReader::means);
    if (text.isPresent() && means.isEmpty()) {
      yaml.problems()
          .error(node, "protocol must be icmp, tcp/PORT or udp/PORT, not \"" + text.get() + "\"");
    }
    return means;
  }

  private static Optional<Means> means(String text) {
    if (text.equals("icmp")) {
      return Optional.of(new Means.Icmp());
    }
    boolean known = text.matches("(tcp|udp)/[0-9]{1,5}");
    int port = known ? Integer.parseInt(text.substring(4)) : 0;
    if (port < 1 || port > 65535) {
      return Optional.empty();
    }
    return Optional.of(text.startsWith("tcp") ? new Means.Tcp(port) : new Means.Udp(port));
  }

  private Optional<Question> way(Node node) {
    Map<String, Node> all = quietly(node);
    List<StepFilter> passes = filters(all, "passes");
    List<StepFilter> avoids = filters(all, "avoids");
    if (!all.containsKey("passes") && !all.containsKey("avoids")) {
      yaml.problems().error(node, "trace needs passes or avoids: what the steps match");
    }
    return probe(node, "trace", CheckKeys.TRACE).map(probe -> new Check.Way(probe, passes, avoids));
  }

  private List<StepFilter> filters(Map<String, Node> all, String key) {
    List<StepFilter> filters = new ArrayList<>();
    if (all.containsKey(key)) {
      for (Node each : yaml.sequenceOrOne(all.get(key), key)) {
        yaml.text(each, key).flatMap(text -> filter(each, text)).ifPresent(filters::add);
      }
    }
    return filters;
  }

  private Optional<StepFilter> filter(Node node, String text) {
    try {
      return Optional.of(StepFilter.parse(text));
    } catch (StepFilter.BadFilter e) {
      int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
      int quote = YamlReader.isPlain(node) ? 0 : 1;
      yaml.problems()
          .error(line, column + quote + e.column(), "in \"" + text + "\": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Question> frames(Node node) {
    Map<String, Node> all = quietly(node);
    if (!need(node, all, "frames", List.of("on"))) {
      return Optional.empty();
    }
    Texts texts = texts(node, all, "frames");
    Optional<String> on = yaml.text(all.get("on"), "on").filter(text -> isPlace(all, text));
    Optional<Probe> probe = probe(node, "frames", CheckKeys.FRAMES);
    return probe.flatMap(sent -> on.map(device -> new Check.Frames(sent, device, texts)));
  }

  private boolean isPlace(Map<String, Node> all, String text) {
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1) {
      yaml.problems()
          .error(
              all.get("on"),
              "on is NAMESPACE/INTERFACE, host/eth0 for example, not \"" + text + "\"");
      return false;
    }
    return isKnown(all.get("on"), "on", text.substring(0, slash));
  }

  // --- tables, outputs, answers ------------------------------------------------------------------

  private Optional<Question> table(Node node) {
    Map<String, Node> all = yaml.mapping(node, "table", CheckKeys.TABLE);
    if (!need(node, all, "table", List.of("ns", "table"))) {
      return Optional.empty();
    }
    Texts rows = texts(node, all, "table");
    Optional<Ns> ns = namespace(all.get("ns"), "ns");
    Optional<TableKind> table =
        yaml.word(all.get("table"), "table", TableKind.words()).flatMap(TableKind::of);
    return ns.flatMap(in -> table.map(kind -> new Check.Table(in, kind, rows)));
  }

  private Optional<Question> output(Node node) {
    Map<String, Node> all = yaml.mapping(node, "output", CheckKeys.OUTPUT);
    if (!need(node, all, "output", List.of("ns", "run"))) {
      return Optional.empty();
    }
    Optional<Ns> ns = namespace(all.get("ns"), "ns");
    Optional<String> run = yaml.text(all.get("run"), "run");
    Texts texts = new Texts(list(all, "has"), list(all, "lacks"));
    Optional<Pattern> matches = Optional.ofNullable(all.get("matches")).flatMap(this::pattern);
    OptionalInt status = number(all, "status", 0, 255);
    if (!all.containsKey("has")
        && !all.containsKey("lacks")
        && !all.containsKey("matches")
        && !all.containsKey("status")) {
      yaml.problems().error(node, "output needs has, lacks, matches or status");
    }
    return ns.flatMap(
        in -> run.map(command -> new Check.Output(in, command, texts, matches, status)));
  }

  private Optional<Pattern> pattern(Node node) {
    Optional<String> text = yaml.text(node, "matches");
    try {
      return text.map(regex -> Pattern.compile(regex, Pattern.MULTILINE));
    } catch (PatternSyntaxException e) {
      yaml.problems().error(node, "matches is no regular expression: " + e.getDescription());
      return Optional.empty();
    }
  }

  private Optional<Question> answer(Node node) {
    Map<String, Node> all = yaml.mapping(node, "answer", CheckKeys.ANSWER);
    if (!need(node, all, "answer", List.of("question", "right"))) {
      return Optional.empty();
    }
    Optional<String> english = yaml.text(all.get("question"), "question");
    Optional<String> chinese =
        Optional.ofNullable(all.get("question.zh")).flatMap(n -> yaml.text(n, "question.zh"));
    List<String> right = list(all, "right");
    return english.map(text -> new Check.Answer(new Words(text, chinese), right));
  }

  // --- what they share ---------------------------------------------------------------------------

  /** The entries, where somebody else tells of unknown keys. */
  private static Map<String, Node> quietly(Node node) {
    return new YamlReader(new vethlab.lab.yaml.Problems("")).mapping(node, "");
  }

  private Texts texts(Node node, Map<String, Node> all, String what) {
    if (!all.containsKey("has") && !all.containsKey("lacks")) {
      yaml.problems().error(node, what + " needs has or lacks");
    }
    return new Texts(list(all, "has"), list(all, "lacks"));
  }

  private List<String> list(Map<String, Node> all, String key) {
    return all.containsKey(key) ? yaml.texts(all.get(key), key) : List.of();
  }

  private OptionalInt number(Map<String, Node> all, String key, int least, int most) {
    OptionalLong value =
        all.containsKey(key) ? yaml.number(all.get(key), key, least, most) : OptionalLong.empty();
    return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
  }

  private Optional<Ns> namespace(Node node, String key) {
    return yaml.text(node, key)
        .filter(name -> isKnown(node, key, name))
        .map(name -> name.equals("host") ? Ns.HOST : new Ns(name));
  }

  /** What the session makes is not in lab.yaml; before it there is nothing else. */
  private boolean isKnown(Node node, String key, String name) {
    List<String> known = new ArrayList<>(List.of("host"));
    lab.ifPresent(l -> l.namespaces().forEach(each -> known.add(each.ns().toString())));
    boolean made = lab.isEmpty() || moment == Moment.AFTER_SESSION || known.contains(name);
    if (!made) {
      yaml.problems()
          .error(node, key + ": lab.yaml has no namespace " + name + Suggestion.of(name, known));
    }
    return made && !name.isBlank();
  }

  private boolean need(Node node, Map<String, Node> entry, String what, List<String> keys) {
    for (String key : keys) {
      if (!entry.containsKey(key)) {
        yaml.problems().error(node, what + " needs " + key);
        return false;
      }
    }
    return true;
  }
}
