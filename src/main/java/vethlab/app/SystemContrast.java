package vethlab.app;

import java.util.Map;
import vethlab.app.theme.Theme.Contrast;

/** Whether the desktop asks for high contrast: each says it in its own words. */
final class SystemContrast {
  private static final String GTK = "GTK.theme_name";
  private static final String WINDOWS = "Windows.SPI.HighContrast";
  private static final String MAC = "macOS.NSWorkspace.accessibilityDisplayShouldIncreaseContrast";

  private SystemContrast() {}

  /** What a desktop's preferences ask for. */
  static Contrast of(Map<String, Object> preferences) {
    boolean gtk = preferences.get(GTK) instanceof String name && name.startsWith("HighContrast");
    boolean high =
        gtk
            || Boolean.TRUE.equals(preferences.get(WINDOWS))
            || Boolean.TRUE.equals(preferences.get(MAC));
    return high ? Contrast.HIGH : Contrast.USUAL;
  }

  static boolean isAbout(String preference) {
    return preference.equals(GTK) || preference.equals(WINDOWS) || preference.equals(MAC);
  }
}
