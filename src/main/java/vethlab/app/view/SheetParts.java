package vethlab.app.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.inspect.Sheet;
import vethlab.app.inspect.Sheet.Fact;
import vethlab.app.inspect.Sheet.Facts;
import vethlab.app.inspect.Sheet.Fixed;
import vethlab.app.inspect.Sheet.OneOf;
import vethlab.app.inspect.Sheet.Part;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.inspect.Sheet.Typed;
import vethlab.op.Ns;

/** The parts of a sheet as controls; what is set in them is done by its command. */
final class SheetParts {
  private final Studio studio;
  private final Ns ns;

  SheetParts(Studio studio, Ns ns) {
    this.studio = studio;
    this.ns = ns;
  }

  Node of(Part part) {
    return switch (part) {
      case Facts facts -> facts(facts);
      case Rows rows -> new RowsView(studio, ns, rows);
      case Sheet.Text text -> text(text);
    };
  }

  private Node facts(Facts facts) {
    List<Node> rows = new ArrayList<>();
    facts.facts().forEach(fact -> rows.add(fact(fact)));
    VBox box = Parts.column("facts");
    box.getChildren().addAll(rows);
    return box;
  }

  /** A name, the value with its control, and what is to be said about it. */
  Node fact(Fact fact) {
    Node control =
        switch (fact.setting()) {
          case Fixed fixed -> Parts.wrapped(fact.value(), "mono");
          case Typed typed -> new CommandField(fact.value(), doing(fact.name(), typed.command()));
          case OneOf oneOf -> segment(fact, oneOf);
        };
    control.setId("set-" + fact.name());
    VBox value = new VBox(2, control);
    if (!fact.note().isEmpty()) {
      value.getChildren().add(Parts.wrapped(fact.note(), "second", "tiny"));
    }
    HBox.setHgrow(value, Priority.ALWAYS);
    value.setMinWidth(0);
    return Parts.row("fact", Parts.wrapped(fact.name(), "fact-name"), value);
  }

  private CommandField.Doing doing(String what, java.util.function.UnaryOperator<String> command) {
    return text -> studio.command(what, ns, command.apply(text));
  }

  private Node segment(Fact fact, OneOf oneOf) {
    HBox segment = Parts.row("segment");
    segment.setMaxWidth(HBox.USE_PREF_SIZE);
    segment.setMinWidth(HBox.USE_PREF_SIZE);
    for (String value : oneOf.values()) {
      Button button =
          Parts.button(
              word(value),
              () ->
                  studio
                      .command(fact.name(), ns, oneOf.command().apply(value))
                      .ifPresent(studio::message));
      if (value.equals(fact.value())) {
        button.getStyleClass().add("chosen");
      }
      segment.getChildren().add(button);
    }
    return segment;
  }

  private String word(String value) {
    String key = "value." + value;
    return studio.words().has(key) ? studio.words().get(key) : value;
  }

  private Node text(Sheet.Text text) {
    TextArea area = new TextArea(text.text());
    area.getStyleClass().addAll("mono", "text-view");
    area.setPrefRowCount(12);
    var wrong = Parts.wrapped("", "small", "drop", "field-wrong");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(false);
    Button apply =
        Parts.button(
            studio.words().get("inspect.apply"),
            () -> {
              Optional<String> complaint =
                  studio.command("iptables-restore", ns, text.command().apply(area.getText()));
              wrong.setText(complaint.orElse(""));
              wrong.setVisible(complaint.isPresent());
            },
            "plain");
    apply.disableProperty().bind(area.textProperty().isEqualTo(text.text()));
    return Parts.card(text.title(), apply, area, wrong);
  }
}
