package vethlab.app.view;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Document;

/** The line at the bottom: the command equal to the last edit, problems, how much there is. */
final class StatusStrip extends HBox {
  private final Studio studio;
  private final Label command = Parts.name("", "mono");
  private final Label note = Parts.text("", "second");
  private final Button copy;
  private final Label problems = Parts.text("");
  private final Label counts = Parts.text("", "second");
  private final Label zoom = Parts.text("", "second");
  private List<String> preview = List.of();

  StatusStrip(Studio studio) {
    this.studio = studio;
    getStyleClass().add("status");
    copy = Parts.link(studio.words().get("status.copy"), this::copy);
    copy.setMinWidth(USE_PREF_SIZE);
    for (Label label : List.of(note, problems, counts, zoom)) {
      label.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().addAll(command, copy, note, Parts.spring(), problems, counts, zoom);
    studio.listen(news -> show());
    show();
  }

  /** Shows what a gesture would do, while it is made. */
  void preview(List<String> commands) {
    preview = commands;
    show();
  }

  void zoom(double factor) {
    zoom.setText(Math.round(factor * 100) + " %");
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(String.join("\n", studio.doc().commands()));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void show() {
    if (studio.document().isEmpty()) {
      return;
    }
    Words words = studio.words();
    Document doc = studio.doc();
    List<String> commands = preview.isEmpty() ? doc.commands() : preview;
    boolean told = !studio.message().isEmpty();
    command.setText(told ? studio.message() : String.join("; ", commands));
    command.getStyleClass().removeAll("drop", "ok", "mono");
    command.getStyleClass().add(!told ? "mono" : studio.isTrouble() ? "drop" : "ok");
    note.setText(preview.isEmpty() ? "" : words.get("status.on-release"));
    note.setVisible(!preview.isEmpty());
    note.setManaged(!preview.isEmpty());
    boolean copies = !commands.isEmpty() && preview.isEmpty() && !told;
    copy.setVisible(copies);
    copy.setManaged(copies);
    int count = studio.problems().size();
    problems.setText(count == 0 ? studio.noProblems() : "▲ " + words.get("status.problems", count));
    problems
        .getStyleClass()
        .setAll("label", count > 0 ? "warn" : studio.isRiddle() ? "second" : "ok");
    int namespaces = doc.scene().nodes().size();
    long links =
        doc.scene().wires().stream()
            .filter(w -> w.kind() != vethlab.app.scene.Scene.WireKind.MEMBER)
            .count();
    counts.setText(words.get("status.counts", namespaces, (int) links));
  }
}
