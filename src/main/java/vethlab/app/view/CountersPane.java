package vethlab.app.view;

import java.util.List;
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
  private static final double[] WIDTHS = {110, 110, 90, 90, 80, 90, 90, 80};

  private final Studio studio;
  private final VBox rows = new VBox();
  private java.util.Map<String, LinkStats> before = java.util.Map.of();

  CountersPane(Studio studio) {
    this.studio = studio;
    getStyleClass().add("pane-scroll");
    setStyle("-fx-background-color: -v-panel;");
    setContent(rows);
    studio.listen(news -> refresh());
    refresh();
  }

  private void refresh() {
    if (studio.document().isEmpty() || getScene() == null && !rows.getChildren().isEmpty()) {
      return;
    }
    Words words = studio.words();
    rows.getChildren()
        .setAll(
            line(
                "table-head",
                false,
                List.of(
                    words.get("events.where"),
                    words.get("events.interface"),
                    "RX packets",
                    "RX bytes",
                    "RX drop",
                    "TX packets",
                    "TX bytes",
                    "TX drop")));
    java.util.Map<String, LinkStats> now = new java.util.HashMap<>();
    for (var node : studio.doc().scene().nodes()) {
      for (LinkView link : studio.doc().kernel().links(node.ns())) {
        add(node.ns(), link, now);
      }
    }
    before = now;
  }

  private void add(Ns ns, LinkView link, java.util.Map<String, LinkStats> now) {
    LinkStats s = link.stats();
    String key = ns + "/" + link.name();
    now.put(key, s);
    boolean moved = before.containsKey(key) && !before.get(key).equals(s);
    rows.getChildren()
        .add(
            line(
                "",
                moved,
                List.of(
                    ns.toString(),
                    link.name(),
                    n(s.rxPackets()),
                    n(s.rxBytes()),
                    n(s.rxDropped()),
                    n(s.txPackets()),
                    n(s.txBytes()),
                    n(s.txDropped()))));
  }

  private static String n(long value) {
    return Long.toString(value);
  }

  private static HBox line(String style, boolean moved, List<String> texts) {
    HBox row = Parts.row("table-row");
    if (!style.isEmpty()) {
      row.getStyleClass().add(style);
    }
    for (int i = 0; i < texts.size(); i++) {
      var label = Parts.text(texts.get(i), "mono");
      label.setMinWidth(WIDTHS[i]);
      label.setMaxWidth(WIDTHS[i]);
      if (moved && i > 1) {
        label.getStyleClass().add("changed");
      }
      row.getChildren().add(label);
    }
    return row;
  }
}
