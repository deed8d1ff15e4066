package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Words;
import vethlab.app.doc.Opening;
import vethlab.app.doc.Refusal;
import vethlab.app.file.LabDraft;
import vethlab.lab.Lab;
import vethlab.lab.read.LabReader;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;

/** The lab as its file would say it, to read and to change; mistakes are told while typing. */
public final class LabTextSheet extends VBox {
  private final Studio studio;
  private final Runnable closer;
  private final TextArea area = new TextArea();
  private final VBox mistakes = new VBox(2);
  private final Button apply;
  private Optional<Lab> read = Optional.empty();

  public LabTextSheet(Studio studio, Runnable closer) {
    this.studio = studio;
    this.closer = closer;
    Words words = studio.words();
    getStyleClass().add("sheet");
    setMaxSize(820, 640);
    setPadding(new javafx.geometry.Insets(20));
    setSpacing(10);
    apply = Parts.button(words.get("lab-text.apply"), this::apply, "primary");
    apply.setMinHeight(32);
    Button close = Parts.button(words.get("leave.cancel"), closer, "plain");
    close.setMinHeight(32);
    area.getStyleClass().add("mono");
    area.setText(LabDraft.of(studio.doc()).lab());
    VBox.setVgrow(area, Priority.ALWAYS);
    HBox foot = new HBox(8, mistakes, Parts.spring(), close, apply);
    foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    getChildren().addAll(Parts.text(words.get("action.lab-text"), "title"), area, foot);
    area.textProperty().addListener((o, was, is) -> read(is));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && e.isShortcutDown() && !apply.isDisabled()) {
            apply();
            e.consume();
          }
        });
    read(area.getText());
  }

  /** The text, to type into. */
  public TextArea area() {
    return area;
  }

  private void read(String text) {
    Problems problems = new Problems("lab.yaml");
    read = LabReader.read(text, studio.doc().origin().lab().name(), problems);
    List<Problem> found = problems.all();
    mistakes.getChildren().clear();
    found.stream()
        .limit(3)
        .forEach(problem ->
            mistakes
                .getChildren()
                .add(Parts.text(problem.toString(), problem.isError() ? "drop" : "warn")));
    apply.setDisable(read.isEmpty() || problems.hasErrors());
  }

  private void apply() {
    read.ifPresent(lab -> {
      Optional<Refusal> refusal =
          studio.become(studio.words().get("edit.lab-text"), lab, Opening.notes(lab));
      if (refusal.isPresent()) {
        mistakes.getChildren().setAll(Parts.text(studio.text(refusal.get()), "drop"));
      } else {
        studio.doc().title(lab.title());
        closer.run();
      }
    });
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
    area.positionCaret(0);
  }
}
