package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Edit;
import vethlab.app.model.Cause;
import vethlab.app.model.EventText;
import vethlab.app.model.PacketChange;
import vethlab.app.model.PacketSteps;
import vethlab.app.model.PacketText;
import vethlab.app.model.Remedy;
import vethlab.app.model.Way;
import vethlab.app.model.WayRow;
import vethlab.sim.trace.Lost;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.sim.trace.Verdict;

/** The packet of the moment: why it went the way it did, what changed, its layers. */
final class PacketPane extends ScrollPane {
  private final Studio studio;
  private final Runnable follow;
  private final VBox content = Parts.column("section");
  private final EventText text;
  private Optional<Step> shown = Optional.empty();
  private boolean losers;

  /**
   * @param follow shows the packet's whole way alone
   */
  PacketPane(Studio studio, Runnable follow) {
    this.studio = studio;
    this.follow = follow;
    text = new EventText(studio.words());
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    setContent(content);
    studio.listen(news -> refresh());
    fill(Optional.empty());
    refresh();
  }

  private void refresh() {
    Optional<Step> now = studio.current();
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
    Step now = step.get();
    boolean observed = now.function().isEmpty();
    content.getChildren().addAll(head(now), place(now), observed ? observed() : why(now));
    if (losers && !now.lost().isEmpty()) {
      content.getChildren().add(losers(now));
    }
    if (!now.decided().isNone()) {
      content.getChildren().add(decided(now));
    }
    cause(now).ifPresent(content.getChildren()::add);
    notReached(now).ifPresent(content.getChildren()::add);
    PacketChange change = PacketChange.of(now);
    changes(now, change).ifPresent(content.getChildren()::add);
    if (!change.layers().isEmpty()) {
      content.getChildren().add(new LayersCard(studio.words(), change));
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
    return Parts.wrapped(
        studio.words().get("packet.place", step.ns(), station(step), text.time(step)),
        "second",
        "small");
  }

  /** Where on its way through the namespace. */
  private String station(Step step) {
    WayRow row = WayRow.of(step);
    String name = row.isKernelName() ? row.word() : studio.words().get("stage." + row.word());
    boolean tabled = step.decided().table() == Row.Table.IPTABLES;
    return tabled ? name + ", " + step.decided().where().replaceFirst(" .*", "") : name;
  }

  /** A real kernel shows its frames, not its reasons. */
  private Node observed() {
    return Parts.wrapped(studio.words().get("packet.observed"), "second", "small");
  }

  private Node why(Step step) {
    Words words = studio.words();
    boolean died = step.verdict() instanceof Verdict.Dropped;
    String title = died ? words.get("packet.died", station(step)) : words.get("packet.why");
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
      links.getChildren().add(Parts.text(step.function(), "mono", "second"));
    }
    links.getChildren().add(Parts.link(words.get("packet.follow"), follow));
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
    if (studio.isRiddle()) {
      return Optional.empty();
    }
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
    String where = numbered(row);
    if (!where.isBlank()) {
      facts.add(Parts.fact(table, Parts.wrapped(where.strip(), "mono")));
    }
    facts.add(Parts.wrapped(row.text(), "mono"));
    if (StepFilter.isNat(step)) {
      new PacketSteps(studio.doc())
          .natRule()
          .ifPresent(rule -> {
            facts.add(
                Parts.fact(words.get("packet.by-rule"), Parts.wrapped(numbered(rule), "mono")));
            facts.add(Parts.wrapped(rule.text(), "mono"));
          });
    }
    return Parts.card(
        words.get("packet.decided"),
        where.isBlank() ? Parts.text(table, "second", "small") : null,
        facts.toArray(Node[]::new));
  }

  private static String numbered(Row row) {
    return row.where() + (row.number() > 0 ? " #" + row.number() : "");
  }

  /** The sysctls that a drop is due to. */
  private Optional<Node> cause(Step step) {
    List<Cause.Setting> settings = Cause.of(studio.doc().kernel(), step);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    List<Node> facts = new ArrayList<>();
    for (Cause.Setting each : settings) {
      Label key = Parts.wrapped(each.key().replaceFirst("^net\\.ipv4\\.", ""), "mono");
      Label value = Parts.text("= " + each.value(), "mono", "drop");
      value.setMinWidth(USE_PREF_SIZE);
      HBox.setHgrow(key, Priority.ALWAYS);
      key.setMaxWidth(Double.MAX_VALUE);
      facts.add(new HBox(8, key, value));
    }
    return Optional.of(
        Parts.card(
            studio.words().get("packet.decided"),
            Parts.text("sysctl", "second", "small"),
            facts.toArray(Node[]::new)));
  }

  /** The stations that a dropped packet never saw. */
  private Optional<Node> notReached(Step step) {
    if (!(step.verdict() instanceof Verdict.Dropped)) {
      return Optional.empty();
    }
    String names =
        new PacketSteps(studio.doc())
            .way(step.ns()).stops().stream()
                .filter(stop -> stop.state() == Way.State.NEVER)
                .map(stop -> stop.row())
                .map(row ->
                    row.isKernelName() ? row.word() : studio.words().get("stage." + row.word()))
                .collect(Collectors.joining(" · "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Parts.card(
                studio.words().get("packet.not-reached"),
                null,
                Parts.wrapped(names, "second", "small")));
  }

  private Optional<Node> changes(Step now, PacketChange change) {
    List<PacketChange.Changed> changed = change.changed();
    boolean here = !changed.isEmpty();
    if (changed.isEmpty()) {
      PacketSteps.Course course = studio.steps().course();
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
      facts.add(Parts.fact(fieldName(each.name()), both));
    }
    String title = studio.words().get(here ? "packet.changed" : "packet.changed-before", now.ns());
    return Optional.of(Parts.card(title, null, facts.toArray(Node[]::new)));
  }

  private String fieldName(String name) {
    String key = "field." + name.replace(' ', '-');
    return studio.words().has(key) ? studio.words().get(key) : name;
  }
}
