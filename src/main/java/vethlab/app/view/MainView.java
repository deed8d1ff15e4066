package vethlab.app.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import vethlab.app.Actions;
import vethlab.app.Desk;
import vethlab.app.Drawing;
import vethlab.app.Studio;
import vethlab.app.model.LabShelf;

/**
 * The whole window: the home page, or a document with its panes. It is made anew when the language
 * changes.
 */
public final class MainView extends StackPane {
  private final Studio studio;
  private final Actions actions;
  private final Drawing drawing;
  private final LabShelf shelf;
  private final Desk desk;
  private final BorderPane frame = new BorderPane();
  private Optional<Workbench> workbench = Optional.empty();
  private PaneSizes sizes;

  /** How many listen that outlive the workbench. */
  private int lasting;

  public MainView(
      Studio studio, Actions actions, Drawing drawing, LabShelf shelf, Desk desk, PaneSizes sizes) {
    this.sizes = sizes;
    this.studio = studio;
    this.actions = actions;
    this.drawing = drawing;
    this.shelf = shelf;
    this.desk = desk;
    getChildren().add(frame);
    frame.setTop(new TopBar(studio, actions));
    studio.listen(news -> {
      if (news == Studio.News.DOCUMENT) {
        show();
      }
    });
    lasting = studio.listeners();
    show();
  }

  private void show() {
    if (studio.document().isEmpty()) {
      sizes = sizes();
      workbench = Optional.empty();
      studio.forgetListeners(lasting);
      frame.setCenter(new HomeView(studio, actions, shelf, desk::open));
      frame.setBottom(new RecentStrip(studio.words(), desk));
      return;
    }
    if (workbench.isEmpty()) {
      lasting = studio.listeners();
      Workbench made = new Workbench(studio, actions, drawing, shelf, desk, sizes);
      workbench = Optional.of(made);
      frame.setCenter(made.arrangement.node());
      frame.setBottom(made.status);
      frame.applyCss();
      frame.layout();
      made.canvas.canvas().requestFocus();
    }
  }

  /** A key, before whatever has the keyboard sees it. */
  public void key(KeyEvent e) {
    boolean text = e.getTarget() instanceof TextInputControl;
    if (e.getCode() == KeyCode.ESCAPE) {
      if (closeOverlay() || !text && workbench.isPresent() && escape()) {
        e.consume();
      }
      return;
    }
    if (getChildren().size() > 1 || inEvents(e) && isSearch(e) || TerminalScreen.takes(e)) {
      return;
    }
    if (actions.press(e, from(e, text))) {
      e.consume();
    }
  }

  private Actions.Reach from(KeyEvent e, boolean text) {
    if (text) {
      return Actions.Reach.ANYWHERE;
    }
    boolean canvas = workbench.filter(w -> w.canvas.canvas() == e.getTarget()).isPresent();
    boolean nothing = e.getTarget() == getScene() || e.getTarget() == this;
    return canvas || nothing ? Actions.Reach.CANVAS : Actions.Reach.PANES;
  }

  /** What is being done ends; if nothing is, nothing is chosen any more. */
  private boolean escape() {
    if (workbench.orElseThrow().canvas.canvas().cancel()) {
      return true;
    }
    boolean chosen = !studio.selection().isEmpty();
    studio.select(java.util.Set.of());
    return chosen;
  }

  private static boolean isSearch(KeyEvent e) {
    return e.isShortcutDown() && e.getCode() == KeyCode.F && !e.isShiftDown();
  }

  /** The list of events has a search of its own. */
  private boolean inEvents(KeyEvent e) {
    return workbench.isPresent()
        && e.getTarget() instanceof Node target
        && workbench.get().events.holds(target);
  }

  // --- for actions -----------------------------------------------------------------------------

  /** Shows something over everything; Esc takes it away. */
  public void overlay(Node node) {
    StackPane veil = new StackPane(node);
    veil.getStyleClass().add("overlay");
    veil.setOnMousePressed(e -> {
      if (e.getTarget() == veil) {
        closeOverlay();
      }
    });
    veil.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        closeOverlay();
        e.consume();
      }
    });
    getChildren().add(veil);
    node.requestFocus();
  }

  /** Takes the uppermost one away; false where there is none. */
  public boolean closeOverlay() {
    if (getChildren().size() == 1) {
      return false;
    }
    getChildren().removeLast();
    workbench.ifPresent(w -> w.canvas.canvas().requestFocus());
    return true;
  }

  /** How large the panes are now. */
  public PaneSizes sizes() {
    return workbench.map(w -> w.arrangement.sizes()).orElse(sizes);
  }

  /** Hides a pane, or shows it again. */
  public void toggle(Panel panel) {
    workbench.ifPresent(w -> w.arrangement.toggle(panel));
  }

  public void showLeft(String tab) {
    workbench.ifPresent(w -> {
      w.arrangement.show(Panel.LEFT);
      w.left.choose(tab);
    });
  }

  public void showRight(String tab) {
    workbench.ifPresent(w -> {
      w.arrangement.show(Panel.RIGHT);
      w.right.choose(tab);
    });
  }

  public void showBelow(String tab) {
    workbench.ifPresent(w -> {
      w.arrangement.show(Panel.BELOW);
      w.below.choose(tab);
    });
  }

  public void focusFilter() {
    workbench.ifPresent(w -> {
      w.arrangement.show(Panel.BELOW);
      w.below.choose("events");
      w.events.filterField().requestFocus();
    });
  }

  /** One stop of the lesson on, or back. */
  public void lesson(int by) {
    workbench.ifPresent(w -> {
      w.left.choose("walkthrough");
      if (by > 0) {
        w.walkthrough.next();
      } else {
        w.walkthrough.back();
      }
    });
  }

  /** Shows the way of the packet of the moment alone. */
  public void follow() {
    workbench.ifPresent(w -> {
      w.below.choose("events");
      w.events.follow();
    });
  }

  public void focusTerminal() {
    workbench.ifPresent(w -> {
      w.arrangement.show(Panel.BELOW);
      w.terminals.focusInput();
    });
  }

  /** The keyboard goes to the next pane, or to the one before. */
  public void focusPane(int by) {
    workbench.ifPresent(w -> {
      List<Node> panes = List.of(w.canvas.canvas(), w.left, w.below, w.terminals, w.right);
      Node owner = getScene().getFocusOwner();
      int at = 0;
      for (int i = 0; i < panes.size(); i++) {
        at = isIn(owner, panes.get(i)) ? i : at;
      }
      for (int i = 1; i <= panes.size(); i++) {
        Optional<Node> next = firstIn(panes.get(Math.floorMod(at + i * by, panes.size())));
        if (next.isPresent()) {
          next.get().requestFocus();
          return;
        }
      }
    });
  }

  private static boolean isIn(Node node, Node pane) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each == pane) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> firstIn(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(MainView::firstIn)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }

  public void focusCanvas() {
    workbench.ifPresent(w -> w.canvas.canvas().requestFocus());
  }
}
