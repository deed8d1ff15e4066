package vethlab.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import vethlab.app.doc.Document;
import vethlab.app.file.LabDraft;
import vethlab.app.real.KernelRun;
import vethlab.lab.Lab;
import vethlab.lab.reconcile.Reconcile;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * The open drawing as it runs on this machine's kernel, once that was asked for: what is changed in
 * the drawing is changed there too, and what is typed there shows in the drawing.
 */
public final class OnKernel {
  private final Studio studio;
  private Optional<KernelRun> run = Optional.empty();
  private boolean news;

  OnKernel(Studio studio) {
    this.studio = studio;
  }

  public Optional<KernelRun> run() {
    return run;
  }

  public boolean isOn() {
    return run.isPresent();
  }

  /**
   * Plans to run the drawing there.
   *
   * @param told runs what the kernel's side tells, on the toolkit's thread
   */
  public KernelRun plan(Executor told) {
    leave();
    KernelRun planned =
        new KernelRun(
            LabDraft.lab(studio.doc()),
            told,
            new KernelRun.Listener() {
              @Override
              public void changed() {
                news = true;
              }

              @Override
              public void network(Lab lab) {
                show(lab);
              }
            });
    run = Optional.of(planned);
    studio.tell(Studio.News.KERNEL);
    return planned;
  }

  /** What somebody typed there shows in the drawing. */
  private void show(Lab lab) {
    Document doc = studio.doc();
    if (!lab.equals(LabDraft.lab(doc))) {
      doc.become(studio.words().get("edit.kernel"), lab, doc.notes())
          .ifPresent(refusal -> studio.message(studio.text(refusal)));
    }
  }

  /** An edit of the drawing. */
  void follow(List<Op> edit) {
    if (!edit.isEmpty()) {
      run.ifPresent(each -> each.follow(edit));
    }
  }

  /** A command that an edit was made of. */
  void type(Ns ns, String line) {
    run.ifPresent(each -> each.type(each.terminal(ns), line));
  }

  /** Makes the drawing another one, taken back or replaced; there, whatever differs is changed. */
  void alongWith(Runnable change) {
    if (run.isEmpty()) {
      change.run();
      return;
    }
    Lab before = LabDraft.lab(studio.doc());
    change.run();
    follow(Reconcile.plan(before, LabDraft.lab(studio.doc())));
  }

  /** Back to the simulated kernel; of what was built nothing stays. */
  public void leave() {
    run.ifPresent(KernelRun::close);
    if (run.isPresent()) {
      run = Optional.empty();
      studio.tell(Studio.News.KERNEL);
    }
  }

  /** Tells what has happened there since. */
  void tick() {
    if (news) {
      news = false;
      studio.tell(Studio.News.KERNEL);
    }
  }
}
