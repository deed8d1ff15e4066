package vethlab.app.canvas;

import vethlab.app.scene.Item;

/** A port is held: moving away draws a link, letting go chooses it. */
final class PressedPort implements Gesture {
  private static final double SLOP = 5;

  private final CanvasView canvas;
  private final Item.Port port;
  private final Pointer start;

  PressedPort(CanvasView canvas, Item.Port port, Pointer start) {
    this.canvas = canvas;
    this.port = port;
    this.start = start;
  }

  @Override
  public Gesture dragged(Pointer at) {
    boolean away =
        Math.hypot(at.screenX() - start.screenX(), at.screenY() - start.screenY()) > SLOP;
    return away ? DrawingLink.from(canvas, port, start, canvas.idle()).dragged(at) : this;
  }

  @Override
  public Gesture released(Pointer at) {
    if (at.clicks() % 2 == 0) {
      Idle.doubleClicked(canvas, port, at);
    }
    return canvas.idle();
  }

  @Override
  public Gesture cancelled() {
    return canvas.idle();
  }
}
