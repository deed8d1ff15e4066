package vethlab.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Every word of the window, in one language. Commands and kernel names are not translated. */
public final class Words {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;

  private Words(String bundle, Locale locale) {
    this.locale = locale;
    this.bundle = ResourceBundle.getBundle(bundle, locale, NO_FALLBACK);
  }

  public static Words in(Locale locale) {
    return new Words("vethlab.app.words", locale);
  }

  /** The words of something else than the window. */
  public static Words of(String bundle, Locale locale) {
    return new Words(bundle, locale);
  }

  public Locale locale() {
    return locale;
  }

  public boolean isChinese() {
    return locale.getLanguage().equals("zh");
  }

  /** The text under a key, with its arguments in it. */
  public String get(String key, Object... arguments) {
    try {
      String pattern = bundle.getString(key);
      return arguments.length == 0 && pattern.indexOf('\'') < 0 && pattern.indexOf('{') < 0
          ? pattern
          : new MessageFormat(pattern, Locale.ROOT).format(texts(arguments));
    } catch (MissingResourceException e) {
      return key;
    }
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  private static Object[] texts(Object[] arguments) {
    Object[] texts = new Object[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i] instanceof Integer n ? n : String.valueOf(arguments[i]);
    }
    return texts;
  }
}
