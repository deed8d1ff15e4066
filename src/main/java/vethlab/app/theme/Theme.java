package vethlab.app.theme;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;

/**
 * Every colour of the window, as {@code #rrggbb}. The stylesheets read them as {@code -v-}names
 * ({@link #css}), the canvas takes them from here.
 */
public record Theme(
    Shade shade,
    Contrast contrast,
    String canvas,
    String dots,
    String panel,
    String strip,
    String line,
    String lineStrong,
    String text,
    String text2,
    String text3,
    String accent,
    String accentTint,
    String onAccent,
    String drop,
    String dropTint,
    String warn,
    String warnTint,
    String ok,
    String changed,
    String body,
    String head,
    String device,
    String link,
    String terminal,
    String terminalText,
    String terminalDim,
    String prompt,
    String shadow) {

  /** What is behind the text. */
  public enum Shade {
    LIGHT,
    DARK
  }

  /** How far text and lines stand out. */
  public enum Contrast {
    USUAL,
    HIGH
  }

  public static final Theme LIGHT =
      new Theme(
          Shade.LIGHT,
          Contrast.USUAL,
          "#f4f6f9",
          "#dfe4ec",
          "#ffffff",
          "#f8f9fb",
          "#dde2ea",
          "#c5cdd9",
          "#18202c",
          "#566275",
          "#667186",
          "#0067a6",
          "#e4f1fa",
          "#ffffff",
          "#a84a00",
          "#fdf0e7",
          "#8a5a00",
          "#fff6e0",
          "#00795a",
          "#fff3c9",
          "#ffffff",
          "#eef2f7",
          "#f0f3f8",
          "#8793a6",
          "#12161d",
          "#e6ebf2",
          "#8b97aa",
          "#5bb8f0",
          "#18202c");

  public static final Theme DARK =
      new Theme(
          Shade.DARK,
          Contrast.USUAL,
          "#12161d",
          "#232b36",
          "#1a2029",
          "#1f2631",
          "#2c3542",
          "#3b4656",
          "#e6ebf2",
          "#a5b1c2",
          "#8b97aa",
          "#5bb8f0",
          "#143247",
          "#0d141c",
          "#ff9d5c",
          "#3a2416",
          "#ffcf6b",
          "#35290f",
          "#42d3a5",
          "#4a3d12",
          "#1c232d",
          "#252e3a",
          "#252e3a",
          "#7c899c",
          "#0f1319",
          "#e6ebf2",
          "#8b97aa",
          "#5bb8f0",
          "#000000");

  /** Text at least seven to one against what is behind it, lines as dark as text. */
  private static final Theme HIGH_LIGHT =
      new Theme(
          Shade.LIGHT,
          Contrast.HIGH,
          "#ffffff",
          "#bfbfbf",
          "#ffffff",
          "#ffffff",
          "#595959",
          "#000000",
          "#000000",
          "#141414",
          "#262626",
          "#003e75",
          "#cfe6ff",
          "#ffffff",
          "#7a2e00",
          "#ffeadb",
          "#553600",
          "#fff2c2",
          "#00493a",
          "#ffe680",
          "#ffffff",
          "#e4e4e4",
          "#f2f2f2",
          "#000000",
          "#000000",
          "#ffffff",
          "#d6d6d6",
          "#8ed6ff",
          "#000000");

  private static final Theme HIGH_DARK =
      new Theme(
          Shade.DARK,
          Contrast.HIGH,
          "#000000",
          "#4a4a4a",
          "#000000",
          "#0d0d0d",
          "#b0b0b0",
          "#ffffff",
          "#ffffff",
          "#f2f2f2",
          "#e0e0e0",
          "#8ed6ff",
          "#0a3a5c",
          "#000000",
          "#ffb88a",
          "#3d1d00",
          "#ffe08a",
          "#332700",
          "#5ff0c4",
          "#574700",
          "#000000",
          "#262626",
          "#161616",
          "#ffffff",
          "#000000",
          "#ffffff",
          "#d6d6d6",
          "#8ed6ff",
          "#000000");

  private static final List<Theme> ALL = List.of(LIGHT, DARK, HIGH_LIGHT, HIGH_DARK);

  public static Theme of(Shade shade, Contrast contrast) {
    return ALL.stream()
        .filter(each -> each.shade == shade && each.contrast == contrast)
        .findFirst()
        .orElseThrow();
  }

  public boolean isDark() {
    return shade == Shade.DARK;
  }

  /** Dark for light, light for dark. */
  public Theme otherShade() {
    return of(isDark() ? Shade.LIGHT : Shade.DARK, contrast);
  }

  public Theme otherContrast() {
    return of(shade, contrast == Contrast.HIGH ? Contrast.USUAL : Contrast.HIGH);
  }

  /** The colours of the protocols, the same in both themes. */
  public static final String ARP = "#e69f00";

  public static final String ICMP = "#cc79a7";
  public static final String UDP = "#56b4e9";
  public static final String TCP = "#009e73";
  public static final String DROP = "#d55e00";
  public static final String OTHER = "#9aa5b5";

  /** What is written on a protocol's colour. */
  public static final String INK = "#1b1320";

  public static String protocol(String name) {
    return switch (name) {
      case "ARP" -> ARP;
      case "ICMP" -> ICMP;
      case "UDP" -> UDP;
      case "TCP" -> TCP;
      default -> OTHER;
    };
  }

  public static String inkOn(String protocol) {
    return protocol.equals("TCP") ? "#ffffff" : INK;
  }

  /** The tokens as looked-up colours of a stylesheet. */
  public String css() {
    StringBuilder css = new StringBuilder(".root {\n");
    for (RecordComponent part : getClass().getRecordComponents()) {
      if (part.getType() != String.class) {
        continue;
      }
      css.append("  -v-").append(hyphened(part.getName())).append(": ").append(value(part));
      css.append(";\n");
    }
    return css.append("}\n").toString();
  }

  private Object value(RecordComponent part) {
    try {
      return part.getAccessor().invoke(this);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(part.getName(), e);
    }
  }

  private static String hyphened(String name) {
    return name.replaceAll("([A-Z0-9])", "-$1").toLowerCase(Locale.ROOT);
  }
}
