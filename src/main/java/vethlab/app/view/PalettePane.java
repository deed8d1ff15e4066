package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Studio;
import vethlab.app.Tool;
import vethlab.app.Words;
import vethlab.app.doc.Problem;
import vethlab.app.scene.Item;

/** What can be drawn, and below what will not work. */
final class PalettePane extends ScrollPane {
  /** Where something from the palette is let go. */
  interface Drop {
    void at(Tool tool, double sceneX, double sceneY);
  }

  private static final List<Tool> TOOLS =
      List.of(Tool.NAMESPACE, Tool.BRIDGE, Tool.LINK, Tool.UPLINK, Tool.MORE, Tool.NOTE);

  private final Studio studio;
  private final VBox problems = Parts.column("section");
  private Optional<List<Object>> shown = Optional.empty();

  PalettePane(Studio studio, Drop drop) {
    this.studio = studio;
    getStyleClass().add("pane-scroll");
    setFitToWidth(true);
    VBox content = new VBox();
    content.setPadding(new javafx.geometry.Insets(6, 0, 0, 0));
    TOOLS.forEach(tool -> content.getChildren().add(row(tool, drop)));
    problems.getStyleClass().add("section-line");
    VBox.setMargin(problems, new javafx.geometry.Insets(8, 0, 0, 0));
    content.getChildren().add(problems);
    setContent(content);
    studio.listen(news -> showProblems());
    showProblems();
  }

  static String icon(Tool tool) {
    return switch (tool) {
      case SELECT -> Icons.SELECT;
      case NAMESPACE -> Icons.NAMESPACE;
      case BRIDGE -> Icons.BRIDGE;
      case LINK -> Icons.LINK;
      case UPLINK -> Icons.CLOUD;
      case MORE -> Icons.MORE;
      case NOTE -> Icons.NOTE;
    };
  }

  private HBox row(Tool tool, Drop drop) {
    Words words = studio.words();
    VBox texts =
        new VBox(
            1,
            Parts.text(words.get("tool." + tool.word())),
            Parts.text(words.get("tool." + tool.word() + ".what"), "second", "tiny"));
    StackPane icon = new StackPane(Parts.icon(icon(tool)));
    icon.getStyleClass().add("palette-icon");
    HBox row = Parts.row("palette-row", icon, texts, Parts.spring());
    if (!tool.key().isEmpty()) {
      row.getChildren().add(Parts.key(tool.key()));
    }
    row.setFocusTraversable(true);
    row.setAccessibleText(words.get("tool." + tool.word()));
    row.setOnMouseReleased(e -> {
      boolean inside = row.contains(e.getX(), e.getY());
      if (inside) {
        studio.tool(tool);
      } else {
        drop.at(tool, e.getSceneX(), e.getSceneY());
      }
    });
    row.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
        studio.tool(tool);
        e.consume();
      }
    });
    studio.listen(news -> {
      row.getStyleClass().remove("chosen");
      if (studio.tool() == tool) {
        row.getStyleClass().add("chosen");
      }
    });
    return row;
  }

  private void showProblems() {
    List<Object> now = List.of(studio.problems(), studio.isRiddle());
    if (shown.filter(now::equals).isPresent()) {
      return;
    }
    shown = Optional.of(now);
    Words words = studio.words();
    problems.getChildren().clear();
    if (studio.problems().isEmpty()) {
      String tone = studio.isRiddle() ? "second" : "ok";
      problems.getChildren().add(Parts.text(studio.noProblems(), tone, "small"));
      return;
    }
    HBox head =
        new HBox(
            6,
            Parts.text(words.get("problems.title"), "strong"),
            Parts.text(Integer.toString(studio.problems().size()), "second"));
    problems.getChildren().add(head);
    for (Problem problem : studio.problems()) {
      problems.getChildren().add(card(problem));
    }
  }

  private VBox card(Problem problem) {
    VBox card = new ProblemCard(studio, problem, () -> {});
    card.setOnMouseClicked(e -> studio.select(new Item.Namespace(problem.ns())));
    return card;
  }
}
