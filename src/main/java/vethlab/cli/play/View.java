package vethlab.cli.play;

import java.util.Locale;

/** What the lower pane shows. */
enum View {
  WHY,
  NETWORK,
  TABLES,
  TERMINAL;

  String key() {
    return "view." + name().toLowerCase(Locale.ROOT);
  }

  View after() {
    return values()[(ordinal() + 1) % values().length];
  }

  View before() {
    return values()[(ordinal() + values().length - 1) % values().length];
  }
}
