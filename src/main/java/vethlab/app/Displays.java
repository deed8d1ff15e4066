package vethlab.app;

/** Whether there is a display; answered without the toolkit, which may not be there. */
public final class Displays {
  private Displays() {}

  /** Whether a window can be shown here. */
  public static boolean hasOne() {
    boolean linux = System.getProperty("os.name", "").startsWith("Linux");
    return !linux
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY")
        || "Headless".equals(System.getProperty("glass.platform"));
  }

  private static boolean isSet(String variable) {
    return !System.getenv().getOrDefault(variable, "").isEmpty();
  }
}
