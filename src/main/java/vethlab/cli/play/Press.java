package vethlab.cli.play;

/** Something pressed. */
sealed interface Press {
  record Of(Key key) implements Press {}

  /** What stands for itself: text of a line, the number of an answer. */
  record Text(String text) implements Press {}
}
