package vethlab.linux.deploy;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Op;

/**
 * Veths with one queue at each end. With the kernel's own choice, a queue for each processor, each
 * link waits for an RCU grace period when it comes and when it goes.
 */
public final class OneQueue {
  private static final LinkChange ONE = new LinkChange.Queues(1, 1);

  private OneQueue() {}

  /** The operations with queue counts where the lab leaves them to the kernel. */
  public static List<Op> in(List<Op> ops) {
    return ops.stream().map(OneQueue::in).toList();
  }

  private static Op in(Op op) {
    return op instanceof Op.LinkAdd add && add.kind() instanceof LinkKind.Veth veth
        ? new Op.LinkAdd(
            add.ns(),
            add.name(),
            new LinkKind.Veth(veth.peer(), with(veth.peerWith())),
            with(add.with()))
        : op;
  }

  private static List<LinkChange> with(List<LinkChange> changes) {
    if (changes.stream().anyMatch(LinkChange.Queues.class::isInstance)) {
      return changes;
    }
    List<LinkChange> more = new ArrayList<>(changes);
    more.add(ONE);
    return more;
  }
}
