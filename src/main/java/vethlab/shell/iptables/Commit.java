package vethlab.shell.iptables;

import java.util.List;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.parse.IptablesException;

/** Hands planned changes to the kernel, all or none. Source: iptables nft.c nft_action. */
final class Commit {
  private Commit() {}

  static void apply(Kernel kernel, Ns ns, String table, List<Planned> plan) {
    if (plan.isEmpty()) {
      return;
    }
    if (plan.size() == 1) {
      if (kernel.apply(plan.getFirst().change()) instanceof Result.Refused refused) {
        throw refused(plan.getFirst(), refused);
      }
      return;
    }
    Op.IptBatch batch = new Op.IptBatch(ns, table, plan.stream().map(Planned::change).toList());
    if (kernel.apply(batch) instanceof Result.Refused refused) {
      throw refused(plan.get(index(refused.message(), plan.size())), refused);
    }
  }

  private static int index(String message, int size) {
    return message.matches("[0-9]{1,9}") ? Math.min(Integer.parseInt(message), size - 1) : size - 1;
  }

  private static IptablesException refused(Planned change, Result.Refused refused) {
    return new IptablesException(
        IptablesException.Status.RESOURCE_PROBLEM, change.refusal(refused.errno().text()));
  }
}
