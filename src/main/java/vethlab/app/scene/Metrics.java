package vethlab.app.scene;

/** The drawing's measures, in canvas units; widths of texts without a toolkit. */
public final class Metrics {
  public static final double HEAD = 30;
  public static final double PORT = 12;
  public static final double PORT_PITCH = 46;
  public static final double FIRST_PORT = 34;
  public static final double PADDING = 18;
  public static final double MIN_WIDTH = 150;
  public static final double MIN_HEIGHT = 104;
  public static final double DEVICE_HEIGHT = 52;
  public static final double DEVICE_GAP = 20;
  public static final double GRID = 20;
  public static final double RADIUS = 10;

  /** From a port's centre to its label. */
  public static final double LABEL_GAP = 11;

  /** The widest a port's label becomes. */
  public static final double LONGEST_LABEL = 170;

  private static final double MONO = 0.6;
  private static final double CHINESE = 1;

  /** Advances of the letters from space on, in thousandths of the size. */
  private static final int[] REGULAR = {
    281, 278, 403, 631, 638, 812, 639, 222, 362, 362, 500, 659, 280, 460, 276, 357, 625, 464, 605,
    636, 642, 608, 624, 571, 616, 624, 276, 280, 659, 659, 659, 507, 936, 676, 651, 727, 719, 598,
    587, 743, 740, 264, 543, 652, 562, 889, 753, 761, 635, 761, 639, 638, 642, 741, 676, 949, 642,
    665, 625, 362, 357, 362, 469, 452, 497, 564, 621, 558, 621, 582, 361, 609, 591, 237, 237, 544,
    237, 869, 585, 597, 609, 609, 372, 523, 364, 581, 557, 812, 540, 557, 541, 362, 327, 362, 659
  };

  private static final int[] STRONG = {
    248, 309, 396, 643, 649, 844, 663, 213, 393, 393, 543, 673, 295, 466, 290, 379, 667, 481, 621,
    652, 666, 632, 648, 587, 646, 648, 290, 295, 673, 673, 673, 544, 999, 724, 657, 744, 724, 608,
    586, 755, 744, 275, 561, 677, 566, 906, 741, 775, 643, 776, 651, 649, 660, 734, 724, 1007, 690,
    705, 653, 393, 379, 393, 481, 468, 497, 575, 630, 577, 630, 593, 377, 625, 613, 261, 261, 569,
    261, 898, 610, 608, 625, 625, 397, 549, 380, 608, 576, 837, 562, 576, 562, 393, 358, 393, 673
  };

  private Metrics() {}

  /** Of a namespace with so many ports at one side, and devices. */
  static double height(int rows, int devices) {
    double forPorts = HEAD + 50 + Math.max(0, rows - 1) * PORT_PITCH + 24;
    double forDevices = HEAD + 2 * PADDING + devices * (DEVICE_HEIGHT + DEVICE_GAP) - DEVICE_GAP;
    return Math.max(MIN_HEIGHT, Math.max(forPorts, forDevices));
  }

  /** Width of a name or address on the canvas, at 11.5. */
  public static double mono(String text) {
    return monoUnits(text) * 11.5;
  }

  /** Width of mono type at size 1. */
  public static double monoUnits(String text) {
    return text.codePoints().mapToDouble(c -> isWide(c) ? CHINESE : MONO).sum();
  }

  /** Width of a namespace's name in its head. */
  public static double head(String text) {
    return sans(text, true) * 13;
  }

  /** Width of the interface's type at size 1. */
  public static double sans(String text, boolean strong) {
    int[] advances = strong ? STRONG : REGULAR;
    return text.codePoints()
            .mapToDouble(c -> {
              int i = c - ' ';
              return i >= 0 && i < advances.length ? advances[i] : isWide(c) ? 1000 : 620;
            })
            .sum()
        / 1000;
  }

  private static boolean isWide(int c) {
    return c > 0x2e80;
  }

  /** The text, shortened in the middle where it is wider than {@code width} at {@code size}. */
  public static String fitMono(String text, double size, double width) {
    int fits = (int) Math.floor(width / (size * MONO));
    if (text.length() <= fits || fits < 3) {
      return text;
    }
    int tail = (fits - 1) / 2;
    return text.substring(0, fits - 1 - tail) + "…" + text.substring(text.length() - tail);
  }
}
