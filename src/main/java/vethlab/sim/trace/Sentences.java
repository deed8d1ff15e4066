package vethlab.sim.trace;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** A {@link Why} as a sentence in a language: the bundle {@code vethlab/sim/why}. */
public final class Sentences {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;

  private Sentences(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  public static Sentences in(Locale locale) {
    return new Sentences(ResourceBundle.getBundle("vethlab.sim.why", locale, NO_FALLBACK));
  }

  /** The sentence; empty for {@link Why#NOTHING}. */
  public String text(Why why) {
    if (why.key().isEmpty()) {
      return "";
    }
    Object[] words = why.arguments().stream().map(String::valueOf).toArray();
    try {
      return new MessageFormat(bundle.getString(why.key()), Locale.ROOT).format(words);
    } catch (MissingResourceException e) {
      return why.key() + " " + why.arguments();
    }
  }
}
