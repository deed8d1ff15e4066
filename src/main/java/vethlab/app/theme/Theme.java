package vethlab.app.theme;

import java.lang.reflect.RecordComponent;
import java.util.Locale;

/**
 * Every colour of the window, as {@code #rrggbb}. The stylesheets read them as {@code -v-}names
 * ({@link #css}), the canvas takes them from here.
 */
public record Theme(
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

  public static final Theme LIGHT =
      new Theme(
          "#f4f6f9", "#dfe4ec", "#ffffff", "#f8f9fb", "#dde2ea", "#c5cdd9", "#18202c", "#566275",
          "#667186", "#0067a6", "#e4f1fa", "#ffffff", "#a84a00", "#fdf0e7", "#8a5a00", "#fff6e0",
          "#00795a", "#fff3c9", "#ffffff", "#eef2f7", "#f0f3f8", "#8793a6", "#12161d", "#e6ebf2",
          "#8b97aa", "#5bb8f0", "#18202c");

  public static final Theme DARK =
      new Theme(
          "#12161d", "#232b36", "#1a2029", "#1f2631", "#2c3542", "#3b4656", "#e6ebf2", "#a5b1c2",
          "#8b97aa", "#5bb8f0", "#143247", "#0d141c", "#ff9d5c", "#3a2416", "#ffcf6b", "#35290f",
          "#42d3a5", "#4a3d12", "#1c232d", "#252e3a", "#252e3a", "#7c899c", "#0f1319", "#e6ebf2",
          "#8b97aa", "#5bb8f0", "#000000");

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
