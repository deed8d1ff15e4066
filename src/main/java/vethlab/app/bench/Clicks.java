package vethlab.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import vethlab.app.canvas.CanvasView;
import vethlab.app.scene.Scene.NodeBox;

/**
 * Clicks on namespaces, and how long each takes from when the hand does it until it is painted as
 * chosen: it waits for what the toolkit's thread is at, changes panes, and is shown with the frame
 * after.
 */
final class Clicks {
  private static final int CLICKS = 15;
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(173);

  /**
   * How long a click took.
   *
   * @param clock milliseconds by the clock, with what else the machine did
   * @param work milliseconds that the toolkit's threads worked meanwhile
   */
  record Answer(double clock, double work) {}

  private final CanvasView canvas;
  private final Mouse mouse;
  private final Consumer<List<Answer>> then;
  private final List<Answer> answers = new ArrayList<>();

  private Clicks(CanvasView canvas, Consumer<List<Answer>> then) {
    this.canvas = canvas;
    this.mouse = new Mouse(canvas);
    this.then = then;
  }

  /**
   * Clicks a number of times.
   *
   * @param then is told how long each took
   */
  static void measure(CanvasView canvas, Consumer<List<Answer>> then) {
    new Clicks(canvas, then).next(0);
  }

  private void next(int number) {
    if (number == CLICKS) {
      then.accept(answers);
      return;
    }
    Thread.startVirtualThread(() -> {
      LockSupport.parkNanos(BETWEEN);
      long begun = System.nanoTime();
      Work before = Work.soFar();
      Platform.runLater(() -> click(number, begun, before));
    });
  }

  private void click(int number, long begun, Work before) {
    List<NodeBox> nodes = canvas.scene().nodes();
    mouse.click(nodes.get(nodes.size() * (number + 1) / (CLICKS + 1)).box());
    new AnimationTimer() {
      private int frame;

      @Override
      public void handle(long clock) {
        frame++;
        if (frame == 2) { // the first one has been shown
          stop();
          answers.add(
              new Answer(
                  (System.nanoTime() - begun) / 1e6, Work.soFar().since(before).milliseconds()));
          next(number + 1);
        }
      }
    }.start();
  }
}
