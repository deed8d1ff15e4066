package vethlab.app.scene;

/** The drawing's measures, in canvas units. */
public final class Metrics {
  public static final double HEAD = 34;
  public static final double PORT = 12;
  public static final double PORT_PITCH = 44;
  public static final double FIRST_PORT = 34;
  public static final double PADDING = 20;
  public static final double MIN_WIDTH = 150;
  public static final double MIN_HEIGHT = 104;
  public static final double DEVICE_HEIGHT = 52;
  public static final double DEVICE_GAP = 20;
  public static final double GRID = 20;

  /** Width of a letter of the canvas's 11.5 px mono type. */
  private static final double MONO = 6.9;

  /** Mean width of a letter of the 13 px semi-bold head. */
  private static final double HEAD_LETTER = 7.4;

  private Metrics() {}

  /** Width of a name or address on the canvas. */
  public static double mono(String text) {
    return text.length() * MONO;
  }

  public static double head(String text) {
    return text.codePoints().mapToDouble(c -> c > 0x2e80 ? 13 : HEAD_LETTER).sum();
  }
}
