package vethlab.app;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import vethlab.app.canvas.CanvasView;

/**
 * A hand on mouse and keyboard, as the headless platform itself cannot be driven: on the toolkit's
 * thread.
 */
final class Hand {
  static final int SHIFT = 1;
  static final int CONTROL = 4;
  static final int ENTER = 10;
  static final int ESCAPE = 0x1b;
  static final int TAB = 9;
  static final int DELETE = 0x7f;
  static final int BACK_SPACE = 8;
  static final int SPACE = 0x20;
  static final int F1 = 0x70;
  static final int F2 = 0x71;
  static final int F6 = 0x75;
  static final int F7 = 0x76;
  static final int F8 = 0x77;
  static final int F9 = 0x78;
  static final int COMMA = 0x2c;
  static final int PERIOD = 0x2e;
  static final int SLASH = 0x2f;
  static final int LEFT_ARROW = 0x25;
  static final int UP_ARROW = 0x26;
  static final int RIGHT_ARROW = 0x27;
  static final int DOWN_ARROW = 0x28;
  static final int HOME = 0x24;
  static final int END = 0x23;
  static final int ALT = 8;

  private static final int LEFT_DOWN = 1 << 5;
  private static final int RIGHT_DOWN = 1 << 6;
  private static final int NO_BUTTON = 211;
  private static final int LEFT = 212;
  private static final int RIGHT = 213;
  private static final int DOWN = 221;
  private static final int UP = 222;
  private static final int DRAG = 223;
  private static final int MOVE = 224;
  private static final int PRESS = 111;
  private static final int RELEASE = 112;
  private static final int TYPED = 113;

  private final VethlabWindow window;
  private int held;

  Hand(VethlabWindow window) {
    this.window = window;
  }

  /** Keys held down during what follows, as glass modifiers. */
  Hand holding(int modifiers) {
    held = modifiers;
    return this;
  }

  Hand shift() {
    return holding(SHIFT);
  }

  Hand nothing() {
    return holding(0);
  }

  // --- the mouse -------------------------------------------------------------------------------

  private CanvasView canvas() {
    return window.drawing().canvas().orElseThrow();
  }

  /** A point of the canvas in the window. */
  Point2D onCanvas(double x, double y) {
    var camera = canvas().camera();
    return canvas().localToScene(camera.screenX(x), camera.screenY(y));
  }

  Hand click(double x, double y) {
    Point2D at = onCanvas(x, y);
    press(at);
    release(at);
    return this;
  }

  /** With the right button, as it asks for a menu. */
  Hand rightClick(double x, double y) {
    Point2D at = onCanvas(x, y);
    move(at, 0, MOVE);
    mouse(DOWN, RIGHT, at, RIGHT_DOWN);
    mouse(UP, RIGHT, at, 0);
    int left = (int) Math.round(at.getX());
    int top = (int) Math.round(at.getY());
    Class<?> i = int.class;
    call(
        "notifyMenu",
        new Class<?>[] {i, i, i, i, boolean.class},
        left,
        top,
        (int) Math.round(window.stage().getX()) + left,
        (int) Math.round(window.stage().getY()) + top,
        false);
    return settle();
  }

  /** A line of the menu that is open, by what it says. */
  Hand choose(String title) {
    for (Window each : Window.getWindows()) {
      if (each instanceof PopupWindow menu && menu.isShowing()) {
        for (Node label : menu.getScene().getRoot().lookupAll(".label")) {
          if (label instanceof Label text && text.getText().equals(title)) {
            return click(label);
          }
        }
      }
    }
    throw new AssertionError("no menu says " + title);
  }

  Hand doubleClick(double x, double y) {
    return click(x, y).click(x, y);
  }

  Hand click(Node node) {
    Point2D at = middle(node);
    press(at);
    release(at);
    return this;
  }

  static Point2D middle(Node node) {
    var box = node.localToScene(node.getBoundsInLocal());
    return new Point2D(box.getCenterX(), box.getCenterY());
  }

  Hand drag(double fromX, double fromY, double toX, double toY) {
    return drag(onCanvas(fromX, fromY), onCanvas(toX, toY));
  }

  Hand drag(Point2D from, Point2D to) {
    press(from);
    for (int i = 1; i <= 5; i++) {
      move(from.interpolate(to, i / 5.0), LEFT_DOWN, DRAG);
    }
    release(to);
    return this;
  }

  Hand hover(double x, double y) {
    move(onCanvas(x, y), 0, MOVE);
    return this;
  }

  Hand press(Point2D at) {
    move(at, 0, MOVE);
    mouse(DOWN, LEFT, at, LEFT_DOWN);
    return this;
  }

  Hand release(Point2D at) {
    mouse(UP, LEFT, at, 0);
    return this;
  }

  private void move(Point2D at, int buttons, int type) {
    mouse(type, buttons == 0 ? NO_BUTTON : LEFT, at, buttons);
  }

  private void mouse(int type, int button, Point2D at, int buttons) {
    int x = (int) Math.round(at.getX());
    int y = (int) Math.round(at.getY());
    Class<?> i = int.class;
    Class<?> b = boolean.class;
    call(
        "notifyMouse",
        new Class<?>[] {i, i, i, i, i, i, i, b, b},
        type,
        button,
        x,
        y,
        x,
        y,
        held | buttons,
        false,
        false);
    settle();
  }

  // --- the keyboard ----------------------------------------------------------------------------

  Hand key(int code) {
    return key(code, 0);
  }

  /** A key with modifiers, pressed and let go. */
  Hand key(int code, int modifiers) {
    keyEvent(PRESS, code, new char[0], modifiers);
    keyEvent(RELEASE, code, new char[0], modifiers);
    return this;
  }

  /** A letter that is also a key. */
  Hand letter(char letter) {
    int code = Character.toUpperCase(letter);
    keyEvent(PRESS, code, new char[] {letter}, 0);
    keyEvent(TYPED, 0, new char[] {letter}, 0);
    keyEvent(RELEASE, code, new char[] {letter}, 0);
    return this;
  }

  Hand type(String text) {
    for (char c : text.toCharArray()) {
      keyEvent(TYPED, 0, new char[] {c}, 0);
    }
    return this;
  }

  private void keyEvent(int type, int code, char[] chars, int modifiers) {
    call(
        "notifyKey",
        new Class<?>[] {int.class, int.class, char[].class, int.class},
        type,
        code,
        chars,
        modifiers);
    settle();
  }

  // --- the window ------------------------------------------------------------------------------

  /** Glass's own view of the window shown last. */
  private static Object view() throws ReflectiveOperationException {
    Class<?> type = Class.forName("com.sun.glass.ui.Window");
    List<?> windows = (List<?>) type.getMethod("getWindows").invoke(null);
    return type.getMethod("getView").invoke(windows.getLast());
  }

  private static void call(String name, Class<?>[] types, Object... arguments) {
    try {
      Method method = Class.forName("com.sun.glass.ui.View").getDeclaredMethod(name, types);
      method.setAccessible(true);
      method.invoke(view(), arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets the window live until something holds, at most a minute. */
  Hand await(BooleanSupplier holds) {
    Snapshot.await(holds);
    if (!holds.getAsBoolean()) {
      throw new AssertionError("it does not come");
    }
    return settle();
  }

  Hand settle() {
    Snapshot.settle(window);
    return this;
  }
}
