package vethlab.app.model;

import vethlab.app.Words;
import vethlab.app.lesson.Progress;

/** What is said about a lab: its title, what it is about, how far somebody has come in it. */
public final class LabTexts {
  private final Words words;
  private final LabShelf.Entry entry;
  private final LabCard card;

  public LabTexts(Words words, LabShelf.Entry entry, LabCard card) {
    this.words = words;
    this.entry = entry;
    this.card = card;
  }

  public String title() {
    String key = "lab." + entry.name();
    return words.has(key) ? words.get(key) : card.title(words.locale()).orElse(entry.name());
  }

  public String what() {
    String key = "lab." + entry.name() + ".what";
    return words.has(key) ? words.get(key) : card.what(words.locale());
  }

  /** How long it is, or how far somebody has come; a fault is solved when its checks hold. */
  public String footer() {
    if (card.steps() == 0) {
      return "";
    }
    Progress progress = card.progress();
    int done = progress.steps().size();
    boolean whole =
        entry.numbered()
            ? done >= card.steps()
            : card.checks() > 0 && progress.checks().size() >= card.checks();
    if (whole) {
      return words.get(entry.numbered() ? "shelf.done" : "shelf.solved");
    }
    if (done > 0) {
      return words.get("shelf.begun", done, card.steps());
    }
    return entry.numbered()
        ? words.get("shelf.length", card.steps(), card.minutes())
        : words.get("shelf.not-begun", card.minutes());
  }
}
