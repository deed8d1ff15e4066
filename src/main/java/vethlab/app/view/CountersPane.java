package vethlab.app.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.op.Ns;
import vethlab.op.view.LinkStats;
import vethlab.op.view.LinkView;

/** Every interface's counters at the moment shown; those that this step moved are marked. */
final class CountersPane extends ScrollPane {
  private static final double[] WIDTHS = {80, 90, 96, 108, 70, 96, 108, 70};

  private final Studio studio;
  private final VBox rows = new VBox();
  private Map<String, LinkStats> before = Map.of();

  CountersPane(Studio studio) {
    this.studio = studio;
    getStyleClass().add("pane-scroll");
    setStyle("-fx-background-color: -v-panel;");
    setContent(rows);
    studio.listen(news -> refresh());
    sceneProperty().addListener((o, was, is) -> refresh());
    refresh();
  }

  private void refresh() {
    boolean hidden = getScene() == null && !rows.getChildren().isEmpty();
    if (studio.document().isEmpty() || hidden) {
      return;
    }
    Words words = studio.words();
    rows.getChildren()
        .setAll(
            line(
                "table-head",
                List.of(
                    words.get("events.where"),
                    words.get("events.interface"),
                    "RX packets",
                    "RX bytes",
                    "RX drop",
                    "TX packets",
                    "TX bytes",
                    "TX drop"),
                List.of()));
    before = earlier();
    for (var node : studio.doc().scene().nodes()) {
      for (LinkView link : studio.doc().kernel().links(node.ns())) {
        if (!isIdleLoopback(link)) {
          add(node.ns(), link);
        }
      }
    }
  }

  private static boolean isIdleLoopback(LinkView link) {
    return link.name().equals("lo") && link.stats().equals(LinkStats.ZERO);
  }

  /** What they were before this step. */
  private Map<String, LinkStats> earlier() {
    Map<String, LinkStats> stats = new HashMap<>();
    studio
        .doc()
        .beforeThisStep()
        .ifPresent(kernel -> {
          for (var node : studio.doc().scene().nodes()) {
            if (kernel.exists(node.ns())) {
              kernel
                  .links(node.ns())
                  .forEach(l -> stats.put(node.ns() + "/" + l.name(), l.stats()));
            }
          }
        });
    return stats;
  }

  private void add(Ns ns, LinkView link) {
    LinkStats s = link.stats();
    String key = ns + "/" + link.name();
    LinkStats old = before.getOrDefault(key, s);
    rows.getChildren()
        .add(
            line(
                "",
                List.of(
                    ns.toString(),
                    link.name(),
                    n(s.rxPackets()),
                    n(s.rxBytes()),
                    n(s.rxDropped()),
                    n(s.txPackets()),
                    n(s.txBytes()),
                    n(s.txDropped())),
                List.of(
                    ns.toString(),
                    link.name(),
                    n(old.rxPackets()),
                    n(old.rxBytes()),
                    n(old.rxDropped()),
                    n(old.txPackets()),
                    n(old.txBytes()),
                    n(old.txDropped()))));
  }

  private static String n(long value) {
    return Long.toString(value);
  }

  /**
   * @param olds what the texts were; empty where they are no values
   */
  private HBox line(String style, List<String> texts, List<String> olds) {
    HBox row = Parts.row("table-row");
    if (!style.isEmpty()) {
      row.getStyleClass().add(style);
    }
    for (int i = 0; i < texts.size(); i++) {
      boolean moved = !olds.isEmpty() && !olds.get(i).equals(texts.get(i));
      Label label = Parts.text(texts.get(i), "mono");
      if (moved) {
        label.getStyleClass().add("changed");
      }
      HBox cell = new HBox(4, label);
      if (moved) {
        cell.getChildren()
            .add(Parts.text(studio.words().get("tables.was", olds.get(i)), "second", "tiny"));
      }
      cell.setAlignment(Pos.CENTER_LEFT);
      cell.setMinWidth(WIDTHS[i]);
      cell.setMaxWidth(WIDTHS[i]);
      row.getChildren().add(cell);
    }
    return row;
  }
}
