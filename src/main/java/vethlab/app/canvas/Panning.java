package vethlab.app.canvas;

import javafx.scene.Cursor;

/** The canvas follows the hand. */
final class Panning implements Gesture {
  private final CanvasView canvas;
  private Pointer last;

  Panning(CanvasView canvas, Pointer start) {
    this.canvas = canvas;
    this.last = start;
  }

  @Override
  public Gesture dragged(Pointer at) {
    canvas.pan(at.screenX() - last.screenX(), at.screenY() - last.screenY());
    last = at;
    return this;
  }

  @Override
  public Gesture released(Pointer at) {
    return canvas.idle();
  }

  @Override
  public Gesture cancelled() {
    return canvas.idle();
  }

  @Override
  public Cursor cursor() {
    return Cursor.CLOSED_HAND;
  }
}
