package vethlab.app.file;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import vethlab.app.doc.Document;

/**
 * Keeps unsaved work beside while it is made, and knows whether there is any: a ping leaves traces
 * in a run, but nothing to save. Used from one thread; the disk is written to from another.
 */
public final class Autosave implements AutoCloseable {
  /** Between two drafts, in nanoseconds. */
  private static final long PAUSE = 2_000_000_000L;

  /** A draft may take this part of the time. */
  private static final long SHARE = 25;

  private final Drafts drafts;
  private final Consumer<IOException> failed;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(run -> {
        Thread thread = new Thread(run, "autosave");
        thread.setDaemon(true);
        return thread;
      });
  private Optional<Document> document = Optional.empty();
  private Optional<LabDraft> saved = Optional.empty();
  private Optional<LabDraft> kept = Optional.empty();
  private long next;
  private boolean told;

  /**
   * @param failed told once when the disk cannot be written to, on the thread that writes
   */
  public Autosave(Drafts drafts, Consumer<IOException> failed) {
    this.drafts = drafts;
    this.failed = failed;
  }

  /** Another document is open; what was kept of the one before is no longer wanted. */
  public void watch(Optional<Document> opened) {
    document = opened;
    saved = Optional.empty();
    kept = Optional.empty();
    next = 0;
    disk.execute(drafts::drop);
  }

  /** Looks whether there is something to keep; {@code clock} in nanoseconds. */
  public void tick(long clock) {
    if (document.isEmpty() || clock < next) {
      return;
    }
    Document doc = document.get();
    boolean atEnd = doc.timeline().position() == doc.timeline().end();
    if (!atEnd || doc.isSaved() && saved.isPresent()) {
      return;
    }
    long start = System.nanoTime();
    LabDraft draft = LabDraft.of(doc);
    next = clock + Math.max(PAUSE, SHARE * (System.nanoTime() - start));
    if (doc.isSaved()) {
      saved = Optional.of(draft);
    } else if (saved.filter(draft::equals).isPresent()) {
      doc.untouched();
      kept = Optional.empty();
      disk.execute(drafts::drop);
    } else if (kept.filter(draft::equals).isEmpty()) {
      kept = Optional.of(draft);
      disk.execute(() -> keep(doc, draft));
    }
  }

  private void keep(Document doc, LabDraft draft) {
    try {
      drafts.keep(draft, doc.title(), doc.file());
    } catch (IOException e) {
      if (!told) {
        told = true;
        failed.accept(e);
      }
    }
  }

  /** Whether closing the document now would lose something. */
  public boolean hasUnsaved() {
    return document
        .filter(doc -> !doc.isSaved())
        .filter(doc -> saved.filter(LabDraft.of(doc)::equals).isEmpty())
        .isPresent();
  }

  /** The document was written to where it belongs. */
  public void saved(LabDraft draft) {
    saved = Optional.of(draft);
    kept = Optional.empty();
    disk.execute(drafts::drop);
  }

  /** The window closes; {@code wanted} work that is kept is found again by the next one. */
  @Override
  public void close() {
    disk.shutdown();
    try {
      if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
        disk.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drafts.close();
  }

  /** What is kept goes: the window closes in order. */
  public void forget() {
    disk.execute(drafts::drop);
  }
}
