package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Edit;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketChange;
import vethlab.app.model.PacketSteps;
import vethlab.app.model.PacketText;
import vethlab.app.model.Remedy;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;
import vethlab.wire.Field;
import vethlab.wire.Layer;

/** The packet of the moment: why it went the way it did, what changed, its layers. */
final class PacketPane extends ScrollPane {
  private final Studio studio;
  private final VBox content = Parts.column("section");
  private final EventText text;
  private Optional<Step> shown = Optional.empty();
  private boolean losers;

  PacketPane(Studio studio) {
    this.studio = studio;
    text = new EventText(studio.words());
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    setContent(content);
    studio.listen(news -> refresh());
    fill(Optional.empty());
    refresh();
  }

  private void refresh() {
    Optional<Step> now = studio.document().flatMap(doc -> doc.current());
    if (!now.equals(shown)) {
      shown = now;
      losers = false;
      fill(now);
    }
  }

  private void fill(Optional<Step> step) {
    content.getChildren().clear();
    if (step.isEmpty()) {
      content
          .getChildren()
          .add(Parts.wrapped(studio.words().get("packet.empty"), "second", "small"));
      return;
    }
    Words words = studio.words();
    Step now = step.get();
    content.getChildren().addAll(head(now), place(now), why(now));
    if (losers && !now.lost().isEmpty()) {
      content.getChildren().add(losers(now));
    }
    if (!now.decided().isNone()) {
      content.getChildren().add(decided(now));
    }
    PacketChange change = PacketChange.of(now);
    changes(now, change).ifPresent(content.getChildren()::add);
    if (!change.layers().isEmpty()) {
      content.getChildren().add(layers(words, change));
      content.getChildren().add(bytes(change));
    }
  }

  private static HBox head(Step step) {
    String protocol = PacketText.protocol(step.after());
    HBox head = new HBox(8);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (!protocol.isEmpty()) {
      head.getChildren().add(Parts.badge(protocol));
    }
    head.getChildren().add(Parts.name(PacketText.label(step.after()), "strong"));
    return head;
  }

  private Node place(Step step) {
    String where = step.hook().isEmpty() ? step.stage().name() : step.hook();
    return Parts.wrapped(
        studio.words().get("packet.place", step.ns(), where, text.time(step)), "second", "small");
  }

  private Node why(Step step) {
    Words words = studio.words();
    boolean died = step.verdict() instanceof Verdict.Dropped;
    String title = words.get(died ? "packet.died" : "packet.why");
    Label function =
        Parts.text(
            step.verdict() instanceof Verdict.Dropped d ? d.reason().toString() : step.function(),
            "mono",
            died ? "drop" : "second");
    VBox body = new VBox(6);
    String sentence = text.why(step);
    body.getChildren()
        .add(
            Parts.wrapped(
                sentence.isEmpty() ? words.get("packet.goes-on", step.function()) : sentence));
    fix(step).ifPresent(body.getChildren()::add);
    FlowPane links = new FlowPane(12, 2);
    if (!step.lost().isEmpty() && !losers) {
      links
          .getChildren()
          .add(
              Parts.link(
                  words.get("packet.losers", step.lost().size()),
                  () -> {
                    losers = true;
                    fill(Optional.of(step));
                  }));
    }
    if (died) {
      body.getChildren().add(Parts.text(step.function(), "mono", "second"));
    }
    if (!links.getChildren().isEmpty()) {
      body.getChildren().add(links);
    }
    VBox card = Parts.card((died ? "✕ " : "") + title, function, body);
    if (died) {
      card.getStyleClass().add("died");
    }
    return card;
  }

  /** What takes the reason away; else the repair of a problem that its namespace has. */
  private Optional<Node> fix(Step step) {
    Optional<String> remedy = Remedy.of(studio.doc().kernel(), step);
    if (remedy.isPresent()) {
      String command = remedy.get();
      return Optional.of(
          fixing(
              command,
              () ->
                  studio
                      .command(command, step.ns(), command)
                      .ifPresent(complaint -> studio.message(complaint))));
    }
    if (!step.why().key().startsWith("route.no")) {
      return Optional.empty();
    }
    return studio.problems().stream()
        .filter(problem -> problem.ns().equals(step.ns()) && problem.fix().isPresent())
        .findFirst()
        .map(problem -> {
          Edit fix = problem.fix().orElseThrow();
          return fixing(
              String.join("; ", fix.commands()), () -> studio.edit(studio.title(problem), fix));
        });
  }

  private Button fixing(String command, Runnable action) {
    Button button = Parts.button(studio.words().get("packet.fix", command), action, "primary");
    button.setId("fix");
    button.setWrapText(true);
    button.setMinHeight(USE_PREF_SIZE);
    return button;
  }

  private Node losers(Step step) {
    VBox rows = new VBox(6);
    for (Lost lost : step.lost()) {
      VBox one =
          new VBox(
              1,
              Parts.wrapped(lost.row().text(), "mono"),
              Parts.wrapped(text.lost(lost), "second", "small"));
      rows.getChildren().add(one);
    }
    return Parts.card(studio.words().get("packet.losers-title"), null, rows);
  }

  private Node decided(Step step) {
    Words words = studio.words();
    Row row = step.decided();
    List<Node> facts = new ArrayList<>();
    String table = words.get("table." + row.table().name().toLowerCase(java.util.Locale.ROOT));
    String where = row.where() + (row.number() > 0 ? " #" + row.number() : "");
    if (!where.isBlank()) {
      facts.add(Parts.fact(table, Parts.wrapped(where.strip(), "mono")));
    }
    facts.add(Parts.wrapped(row.text(), "mono"));
    return Parts.card(
        words.get("packet.decided"),
        where.isBlank() ? Parts.text(table, "second", "small") : null,
        facts.toArray(Node[]::new));
  }

  private Optional<Node> changes(Step now, PacketChange change) {
    List<PacketChange.Changed> changed = change.changed();
    boolean here = !changed.isEmpty();
    if (changed.isEmpty()) {
      PacketSteps.Course course = new PacketSteps(studio.doc()).course();
      changed = PacketChange.since(course.steps().getFirst(), now).changed();
    }
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    List<Node> facts = new ArrayList<>();
    for (PacketChange.Changed each : changed) {
      Text old = new Text(each.before().replaceFirst(" correct$", ""));
      old.setStrikethrough(true);
      old.getStyleClass().addAll("byte");
      TextFlow before = new TextFlow(old);
      before.setMinWidth(0);
      FlowPane both =
          new FlowPane(
              6,
              0,
              before,
              Parts.text(each.after().replaceFirst(" correct$", ""), "mono", "changed"));
      both.setPrefWrapLength(190);
      facts.add(Parts.fact(fieldName(each.layer(), each.name()), both));
    }
    String title = studio.words().get(here ? "packet.changed" : "packet.changed-before", now.ns());
    return Optional.of(Parts.card(title, null, facts.toArray(Node[]::new)));
  }

  private String fieldName(String layer, String name) {
    String key = "field." + name.replace(' ', '-');
    String word = studio.words().has(key) ? studio.words().get(key) : name;
    return layer.equals("IPv4") && name.equals("checksum") ? "IP " + word : word;
  }

  private Node layers(Words words, PacketChange change) {
    List<Node> rows = new ArrayList<>();
    if (!change.isFramed()) {
      rows.add(Parts.fact("Ethernet", Parts.wrapped(words.get("packet.no-frame"), "second")));
    }
    for (Layer layer : change.layers()) {
      rows.add(layer(change, layer));
    }
    return Parts.card(words.get("packet.layers"), null, rows.toArray(Node[]::new));
  }

  private Node layer(PacketChange change, Layer layer) {
    VBox lines = new VBox(1);
    for (String line : LayerLines.of(layer)) {
      lines.getChildren().add(Parts.wrapped(line, "mono"));
    }
    boolean touched = layer.fields().stream().anyMatch(f -> change.isChanged(layer, f));
    if (touched) {
      lines.getChildren().getFirst().getStyleClass().add("changed");
    }
    return Parts.fact(layer.name(), lines);
  }

  private static Node bytes(PacketChange change) {
    TextFlow flow = new TextFlow();
    int from = change.firstByte();
    int to = Math.min(change.bytes().length(), from + 48);
    for (int i = from; i < to; i++) {
      String hex = "%02x ".formatted(change.bytes().at(i));
      Node node;
      if (change.isChanged(i)) {
        node = Parts.text(hex.strip(), "mono", "changed");
        ((Label) node).setPadding(new javafx.geometry.Insets(0, 3, 0, 2));
      } else {
        Text text = new Text(hex);
        text.getStyleClass().add("byte");
        node = text;
      }
      flow.getChildren().add(node);
    }
    if (to < change.bytes().length()) {
      Text more = new Text("… " + (change.bytes().length() - to));
      more.getStyleClass().add("byte");
      flow.getChildren().add(more);
    }
    return flow;
  }

  /** A layer's fields in a line or two, as people read them. */
  private static final class LayerLines {
    private LayerLines() {}

    static List<String> of(Layer layer) {
      return switch (layer.name()) {
        case "Ethernet" -> List.of(value(layer, "source") + " →", value(layer, "destination"));
        case "IPv4" ->
            List.of(
                first(layer, "source", "source address")
                    + " → "
                    + first(layer, "destination", "destination address"),
                "ttl "
                    + first(layer, "ttl", "time to live")
                    + " · id "
                    + first(layer, "identification", "id")
                    + " · "
                    + first(layer, "total length", "length")
                    + " bytes");
        default -> generic(layer);
      };
    }

    private static String value(Layer layer, String name) {
      return layer.fields().stream()
          .filter(f -> f.name().equals(name))
          .findFirst()
          .map(Field::value)
          .orElse("?");
    }

    private static String first(Layer layer, String... names) {
      for (String name : names) {
        if (!value(layer, name).equals("?")) {
          return value(layer, name);
        }
      }
      return "?";
    }

    private static List<String> generic(Layer layer) {
      List<String> lines = new ArrayList<>();
      for (Field field : layer.fields()) {
        String value =
            field.value().length() > 40 ? field.value().substring(0, 38) + "…" : field.value();
        lines.add(field.name() + " " + value);
        if (lines.size() == 8) {
          break;
        }
      }
      return lines;
    }
  }
}
