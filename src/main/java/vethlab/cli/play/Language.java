package vethlab.cli.play;

import java.util.Locale;
import vethlab.app.Words;

/**
 * The words of a language.
 *
 * @param player what the player says itself
 * @param window what it shares with the window
 */
record Language(Words player, Words window) {
  static Language of(Locale locale) {
    Locale told = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
    return new Language(Words.of("vethlab.cli.play", told), Words.in(told));
  }

  Locale locale() {
    return player.locale();
  }

  Language other() {
    return of(player.isChinese() ? Locale.ENGLISH : Locale.CHINESE);
  }
}
