package vethlab.app.canvas;

/** How much is drawn: far out, small things only cost time. */
public enum Detail {
  ALL,
  NAMES,
  BOXES;

  public static Detail at(double zoom) {
    return zoom > 0.45 ? ALL : zoom > 0.22 ? NAMES : BOXES;
  }

  boolean shadows() {
    return this == ALL;
  }

  boolean labels() {
    return this == ALL;
  }

  boolean text() {
    return this != BOXES;
  }
}
