package vethlab.app.canvas;

import javafx.scene.Cursor;

/** What the hand is doing. Each call answers with what it does next. */
interface Gesture {
  default Gesture pressed(Pointer at) {
    return this;
  }

  default Gesture dragged(Pointer at) {
    return this;
  }

  default Gesture released(Pointer at) {
    return this;
  }

  default Gesture moved(Pointer at) {
    return this;
  }

  /** Esc: as if it had not begun. */
  Gesture cancelled();

  /** What is seen of it, above everything, in canvas units. */
  default void paint(Pen pen) {}

  default Cursor cursor() {
    return Cursor.DEFAULT;
  }
}
