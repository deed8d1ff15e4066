package vethlab.app.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vethlab.app.Importing;
import vethlab.app.Words;
import vethlab.lab.observe.MachineImport;
import vethlab.linux.netns.NetnsSearch.Found;

/**
 * The network namespaces of this machine, its containers' among them: those that are chosen become
 * a lab. Nothing of the machine is changed.
 */
public final class ImportSheet extends VBox {
  private static final double MOST_HIGH = 340;

  private final Words words;
  private final Consumer<Importing.Picture> then;
  private final VBox list = new VBox();
  private final Map<Found, CheckBox> boxes = new LinkedHashMap<>();
  private final Label state;
  private final Button go;
  private final boolean allowed;

  /**
   * @param obstacle why nothing can be read here
   * @param then takes what was photographed
   */
  public ImportSheet(
      Words words, Optional<String> obstacle, Runnable closer, Consumer<Importing.Picture> then) {
    this.words = words;
    this.then = then;
    allowed = obstacle.isEmpty();
    getStyleClass().add("sheet");
    setMaxSize(560, USE_PREF_SIZE);
    setPadding(new Insets(20));
    setSpacing(12);
    ScrollPane scroll = new ScrollPane(list);
    scroll.getStyleClass().addAll("pane-scroll", "import-list");
    scroll.setFitToWidth(true);
    list.heightProperty()
        .addListener((o, was, is) ->
            scroll.setPrefViewportHeight(Math.min(MOST_HIGH, is.doubleValue() + 2)));
    state = Parts.wrapped(obstacle.orElse(words.get("import.looking")), "small");
    state.setId("import-state");
    state.getStyleClass().add(allowed ? "second" : "drop");
    Button cancel = Parts.button(words.get("leave.cancel"), closer, "plain");
    go = Parts.button(words.get("import.go"), this::photograph, "primary");
    go.setId("import-go");
    go.setDisable(true);
    HBox row = new HBox(8, state, Parts.spring(), cancel, go);
    row.setAlignment(Pos.CENTER_LEFT);
    for (Button each : List.of(cancel, go)) {
      each.setMinHeight(32);
      each.setMinWidth(USE_PREF_SIZE);
    }
    Label title = Parts.text(words.get("import.title"), "title");
    Label what = Parts.wrapped(words.get("import.what"), "second", "small");
    getChildren().addAll(new VBox(4, title, what), scroll, row);
    Importing.search()
        .whenComplete((found, failure) -> Platform.runLater(() -> show(found, failure)));
  }

  private void show(List<Found> found, Throwable failure) {
    if (failure != null) {
      tell(Importing.why(failure), "drop");
      return;
    }
    List<Found> usual = MachineImport.usual(found);
    for (Found each : usual) {
      row(each, true);
    }
    found.stream().filter(each -> !usual.contains(each)).forEach(each -> row(each, false));
    count();
    boxes.values().stream().findFirst().ifPresent(CheckBox::requestFocus);
  }

  private void row(Found found, boolean chosen) {
    CheckBox box = new CheckBox(found.name());
    box.setId("import-" + found.name());
    box.setSelected(chosen);
    box.setMnemonicParsing(false);
    box.getStyleClass().add("mono");
    box.setMinWidth(170);
    box.selectedProperty().addListener((o, was, is) -> count());
    Label origin = Parts.text(words.get("import.origin." + found.origin()), "second", "small");
    origin.setMinWidth(120);
    Label path = Parts.name(found.path().toString(), "mono", "third");
    HBox row = new HBox(12, box, origin, path);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(28);
    boxes.put(found, box);
    list.getChildren().add(row);
  }

  private List<Found> chosen() {
    return boxes.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void count() {
    int chosen = chosen().size();
    go.setDisable(!allowed || chosen == 0);
    if (allowed) {
      tell(words.get("import.chosen", chosen), "second");
    }
  }

  private void photograph() {
    List<Found> chosen = chosen();
    go.setDisable(true);
    list.setDisable(true);
    tell(words.get("import.reading", chosen.size()), "second");
    Importing.photograph(chosen)
        .whenComplete((picture, failure) -> Platform.runLater(() -> taken(picture, failure)));
  }

  private void taken(Importing.Picture picture, Throwable failure) {
    if (getScene() == null) {
      return; // it was closed meanwhile
    }
    if (failure == null) {
      then.accept(picture);
      return;
    }
    list.setDisable(false);
    go.setDisable(false);
    tell(Importing.why(failure), "drop");
  }

  private void tell(String sentence, String tone) {
    state.setText(sentence);
    state.getStyleClass().removeAll("second", "drop");
    state.getStyleClass().add(tone);
  }

  @Override
  public void requestFocus() {
    go.getParent().getChildrenUnmodifiable().get(2).requestFocus();
  }
}
