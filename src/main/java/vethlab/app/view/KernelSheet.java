package vethlab.app.view;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Words;

/** What running a lab on this kernel would do, and the command that does it. */
public final class KernelSheet extends VBox {
  private final TextArea plan = new TextArea();

  public KernelSheet(Words words, String verb, String folder, List<String> commands) {
    String command = "vethlab " + verb + " " + folder;
    getStyleClass().add("sheet");
    setMaxSize(720, 560);
    setPadding(new javafx.geometry.Insets(20));
    setSpacing(10);
    plan.setEditable(false);
    plan.getStyleClass().add("mono");
    plan.setText(commands.stream().collect(Collectors.joining("\n")));
    VBox.setVgrow(plan, Priority.ALWAYS);
    Button copy = Parts.button(words.get("status.copy"), () -> copy(command), "primary");
    copy.setMinHeight(32);
    HBox line = new HBox(10, Parts.name(command, "mono"), Parts.spring(), copy);
    line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren()
        .addAll(
            Parts.text(words.get("action." + verb), "title"),
            Parts.wrapped(words.get("kernel." + verb), "second"),
            plan,
            line);
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void requestFocus() {
    plan.requestFocus();
  }
}
