package vethlab.linux.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.LinkView;

/**
 * Takes changes of the machine back, as far as they were made. Rules, routes and values first, then
 * namespaces, which take most links with them, then the links that are left, then tables. What is
 * refused is tried once more; what stays is named, and the rest is taken back all the same.
 */
final class TakeBack {
  /** A deleted namespace takes its links away a little later, and their other ends here. */
  private static final long PATIENCE_NANOS = 500_000_000;

  private final Kernel kernel;
  private final List<Undo> undo;
  private final List<String> left = new ArrayList<>();

  private TakeBack(Kernel kernel, List<Undo> undo) {
    this.kernel = kernel;
    this.undo = undo;
  }

  /**
   * Takes all back.
   *
   * @throws IOException with what could not be taken back
   */
  static void all(Kernel kernel, List<Undo> undo) throws IOException {
    TakeBack back = new TakeBack(kernel, undo);
    back.apply(undo.stream().filter(u -> !comesLater(u.op())));
    back.apply(undo.stream().filter(u -> u.op() instanceof Op.NetnsDel));
    back.awaitLinksGone();
    back.apply(back.links());
    back.apply(undo.stream().filter(u -> u.op() instanceof Op.IptDeleteTable));
    if (!back.left.isEmpty()) {
      throw new IOException(
          "could not take back " + String.join("; ", back.left) + "; destroy the lab once more");
    }
  }

  private static boolean comesLater(Op op) {
    return op instanceof Op.NetnsDel || op instanceof Op.LinkDel || op instanceof Op.IptDeleteTable;
  }

  private void apply(Stream<Undo> some) {
    List<Op> ops = some.filter(u -> u.mayBeDone(kernel)).map(Undo::op).toList();
    List<Result> results = kernel.applyAll(ops);
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      if (!results.get(i).ok()
          && kernel.apply(op) instanceof Result.Refused refused
          && !isGone(refused)) {
        left.add(Refusal.sentence(op, refused));
      }
    }
  }

  /** It was never made, or is gone with something else. */
  private static boolean isGone(Result.Refused refused) {
    return switch (refused.errno()) {
      case ENOENT, ENODEV, ESRCH, EADDRNOTAVAIL -> true;
      case EINVAL -> refused.message().contains("iptables-restore");
      default -> refused.errno() == Errno.ENOTDIR;
    };
  }

  /** The links that are still there and still ours: their group says so. */
  private Stream<Undo> links() {
    Set<String> ours = ourLinks(kernel, undo);
    return undo.stream()
        .filter(u -> u.guard() instanceof Undo.Guard.OurLink l && ours.contains(l.name()));
  }

  /** Their names. */
  static Set<String> ourLinks(Kernel kernel, List<Undo> undo) {
    Set<String> made = new HashSet<>();
    for (Undo each : undo) {
      if (each.guard() instanceof Undo.Guard.OurLink link) {
        made.add(link.name());
      }
    }
    made.retainAll(
        kernel.links(Ns.HOST).stream()
            .filter(l -> l.group() == HostDeployment.GROUP)
            .map(LinkView::name)
            .toList());
    return made;
  }

  private void awaitLinksGone() throws IOException {
    long before = Long.MAX_VALUE;
    long since = System.nanoTime();
    while (true) {
      long now = links().filter(TakeBack::goesWithNamespace).count();
      if (now < before) {
        before = now;
        since = System.nanoTime();
      }
      if (now == 0 || System.nanoTime() - since > PATIENCE_NANOS) {
        return; // something lives in a namespace and keeps it: they are deleted one by one
      }
      pause();
    }
  }

  private static boolean goesWithNamespace(Undo undo) {
    return undo.guard() instanceof Undo.Guard.OurLink link && !link.otherEnd().isHost();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }
}
