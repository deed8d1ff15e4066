package vethlab.app.model;

import java.util.List;

/**
 * A search back through what was typed, as Ctrl+R does it in a shell.
 *
 * @param typed oldest first
 * @param before what stood in the line when the search began
 * @param query what is looked for
 * @param at where it was found, {@code typed.size()} where it was not yet
 */
public record HistorySearch(List<String> typed, String before, String query, int at) {
  public HistorySearch(List<String> typed, String before) {
    this(List.copyOf(typed), before, "", typed.size());
  }

  public String found() {
    return at < typed.size() ? typed.get(at) : "";
  }

  /** With one more letter, from where it is. */
  public HistorySearch with(String letter) {
    return from(query + letter, at);
  }

  public HistorySearch shorter() {
    int length = Math.max(0, query.length() - 1);
    return from(query.substring(0, length), typed.size());
  }

  /** The one before, if there is one. */
  public HistorySearch older() {
    return from(query, at - 1);
  }

  /** The newest that holds the text, not newer than a place; where none does it stays. */
  private HistorySearch from(String text, int newest) {
    for (int i = Math.min(newest, typed.size() - 1); i >= 0 && !text.isEmpty(); i--) {
      if (typed.get(i).contains(text)) {
        return new HistorySearch(typed, before, text, i);
      }
    }
    return new HistorySearch(typed, before, text, at);
  }
}
