package vethlab.linux.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vethlab.linux.doctor.Tools;
import vethlab.op.LinkKind;
import vethlab.op.Op;
import vethlab.op.Result;

/** What a lab needs that a machine may lack, looked at before anything is touched. */
final class Needs {
  private Needs() {}

  /**
   * Programs that must be there.
   *
   * @throws DeployException with what is missing
   */
  static void programs(List<Op> ops) throws DeployException {
    boolean rules =
        ops.stream().anyMatch(o -> o instanceof Op.Iptables || o instanceof Op.IptRestore);
    if (rules && Tools.find("iptables-restore").isEmpty()) {
      throw missing("iptables rules need iptables-restore (of iptables), which is missing");
    }
  }

  /**
   * Kinds of links that the kernel must have.
   *
   * @param probe makes a link of a kind where it disturbs nobody
   * @throws DeployException with the first that it has not
   */
  static void kinds(List<Op> ops, Function<LinkKind, Result> probe) throws DeployException {
    Map<String, Op.LinkAdd> kinds = new LinkedHashMap<>();
    for (Op op : ops) {
      if (op instanceof Op.LinkAdd add) {
        kinds.putIfAbsent(add.kind().word(), add);
      }
    }
    for (Op.LinkAdd add : kinds.values()) {
      if (probe.apply(add.kind()) instanceof Result.Refused refused) {
        Optional<String> unknown = Refusal.unknownKind(add, refused);
        if (unknown.isPresent()) {
          throw missing(Refusal.sentence(add, refused));
        }
      }
    }
  }

  private static DeployException missing(String sentence) {
    return new DeployException(
        DeployException.Reason.NOT_ALLOWED, sentence + " (see vethlab doctor)");
  }
}
