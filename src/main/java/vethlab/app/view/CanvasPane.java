package vethlab.app.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vethlab.app.Actions;
import vethlab.app.Drawing;
import vethlab.app.Studio;
import vethlab.app.Tool;
import vethlab.app.canvas.Camera;
import vethlab.app.canvas.CanvasView;
import vethlab.app.doc.Edits.Target;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene.Box;
import vethlab.op.Ns;

/** The canvas with what floats on it: tools, map, hints, the field for a new name. */
final class CanvasPane extends StackPane {
  private static final List<Tool> TOOLS =
      List.of(Tool.SELECT, Tool.NAMESPACE, Tool.BRIDGE, Tool.LINK, Tool.UPLINK);

  private static final double POPUP = 260;

  private final Studio studio;
  private final Drawing drawing;
  private final CanvasView canvas;
  private final MiniMap map;
  private final Label hint = Parts.text("", "hint");
  private final Map<Tool, Button> buttons = new EnumMap<>(Tool.class);

  CanvasPane(Studio studio, Drawing drawing, Actions actions) {
    this.studio = studio;
    this.drawing = drawing;
    canvas = new CanvasView(studio);
    map = new MiniMap(studio, canvas);
    HBox tools = tools();
    getChildren().addAll(canvas, tools, map, hint);
    setAlignment(tools, Pos.TOP_LEFT);
    setAlignment(hint, Pos.BOTTOM_CENTER);
    setMargin(tools, new Insets(18, 0, 0, 18));
    setMargin(hint, new Insets(0, 0, 20, 0));
    hint.setMouseTransparent(true);
    setMinSize(0, 0);
    canvas.onDrop((tool, x, y) -> drawing.drop(tool, x, y));
    canvas.onRename(this::rename);
    canvas.onOffer(this::offer);
    canvas.onTrouble(this::trouble);
    canvas.onPress(this::closePopup);
    canvas.setOnContextMenuRequested(
        e -> new SelectionMenu(studio, actions).show(canvas, e.getScreenX(), e.getScreenY()));
    canvas
        .widthProperty()
        .addListener((o, was, is) -> refit(was.doubleValue(), canvas.getHeight()));
    canvas
        .heightProperty()
        .addListener((o, was, is) -> refit(canvas.getWidth(), was.doubleValue()));
    drawing.canvas(canvas);
    drawing.renamer(this::rename);
    studio.listen(news -> {
      if (news == Studio.News.NETWORK) {
        closePopup();
      }
      show();
    });
    show();
  }

  CanvasView canvas() {
    return canvas;
  }

  MiniMap map() {
    return map;
  }

  /** Who saw everything still does when the window becomes another size. */
  private void refit(double oldWidth, double oldHeight) {
    if (studio.document().isPresent()) {
      Camera before = Camera.fitting(canvas.scene().bounds(), oldWidth, oldHeight);
      if (canvas.camera().isLike(before)) {
        canvas.fit();
      } else {
        map.paint();
      }
    }
  }

  private HBox tools() {
    HBox tools = Parts.row("floating");
    for (Tool tool : TOOLS) {
      String tip = studio.words().get("tool." + tool.word()) + "  " + tool.key();
      Button button =
          Parts.iconButton(
              PalettePane.icon(tool),
              tip,
              () -> {
                studio.tool(tool);
                canvas.requestFocus();
              });
      buttons.put(tool, button);
      tools.getChildren().add(button);
    }
    tools.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return tools;
  }

  private void show() {
    buttons.forEach((tool, button) -> {
      button.getStyleClass().remove("chosen");
      if (tool == studio.tool()) {
        button.getStyleClass().add("chosen");
      }
    });
    if (studio.document().isEmpty()) {
      return;
    }
    boolean empty = studio.doc().scene().nodes().isEmpty();
    String key =
        empty ? "hint.empty" : studio.tool() == Tool.SELECT ? "" : "hint." + studio.tool().word();
    hint.setText(key.isEmpty() ? "" : studio.words().get(key));
  }

  /** A link was let go over nothing: what shall be there? */
  private void offer(Target from, double[] at) {
    ContextMenu menu = new ContextMenu();
    for (Tool tool : List.of(Tool.NAMESPACE, Tool.BRIDGE)) {
      MenuItem item = new MenuItem(studio.words().get("offer." + tool.word()));
      item.setOnAction(e -> drawing.linkToNew(from, tool, at[0], at[1]));
      menu.getItems().add(item);
    }
    var screen =
        canvas.localToScreen(canvas.camera().screenX(at[0]), canvas.camera().screenY(at[1]));
    if (screen != null) {
      menu.show(canvas, screen.getX(), screen.getY());
    }
  }

  /** What is wrong with a namespace, where it is marked. */
  private void trouble(Ns ns, double[] at) {
    VBox popup = Parts.column("problem-popup");
    studio.problems().stream()
        .filter(problem -> problem.ns().equals(ns))
        .limit(4)
        .forEach(p -> popup.getChildren().add(new ProblemCard(studio, p, this::closePopup)));
    popup.setPrefWidth(POPUP);
    popup.setMaxSize(POPUP, USE_PREF_SIZE);
    setAlignment(popup, Pos.TOP_LEFT);
    double left = Math.max(8, Math.min(at[0] - POPUP / 2, getWidth() - POPUP - 8));
    setMargin(popup, new Insets(at[1] + 14, 0, 0, left));
    getChildren().add(popup);
  }

  private void closePopup() {
    getChildren().removeIf(node -> node.getStyleClass().contains("problem-popup"));
  }

  /** A field over the name of something. */
  private void rename(Item item) {
    drawing
        .nameOf(item)
        .ifPresent(name -> {
          Box box = drawing.boxOf(item).orElse(new Box(0, 0, 100, 20));
          TextField field = new TextField(name);
          field.getStyleClass().add("field");
          field.setMaxWidth(Math.max(120, box.width() * canvas.camera().zoom() - 50));
          field.setMaxHeight(26);
          setAlignment(field, Pos.TOP_LEFT);
          setMargin(
              field,
              new Insets(
                  Math.max(0, canvas.camera().screenY(box.y()) + 2),
                  0,
                  0,
                  Math.max(0, canvas.camera().screenX(box.x()) + 26)));
          getChildren().add(field);
          field.requestFocus();
          field.selectAll();
          Runnable close =
              () -> {
                getChildren().remove(field);
                canvas.requestFocus();
              };
          field.setOnAction(e -> {
            String next = field.getText().strip();
            close.run();
            if (!next.isEmpty() && !next.equals(name)) {
              drawing.rename(item, next);
            }
          });
          field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
              close.run();
              e.consume();
            }
          });
        });
  }
}
