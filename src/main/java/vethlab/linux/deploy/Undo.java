package vethlab.linux.deploy;

import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * How to take one change of the machine back.
 *
 * @param guard when it may be done: what somebody else has changed since is left as it is
 */
record Undo(Op op, Guard guard) {
  sealed interface Guard {
    record Always() implements Guard {}

    /**
     * The link is still the one that was made: its group says so.
     *
     * @param otherEnd the namespace of a veth's other end, with which it goes; else the host
     */
    record OurLink(String name, Ns otherEnd) implements Guard {}

    /** There is no rule in the table, and no chain but those that it came with. */
    record IdleTable(String table) implements Guard {}

    /** The sysctl still has the value that it was given. */
    record Value(String key, String value) implements Guard {}
  }

  static final Guard ALWAYS = new Guard.Always();

  boolean mayBeDone(Kernel kernel) {
    return switch (guard) {
      case Guard.Always _ -> true;
      case Guard.OurLink(String name, _) ->
          kernel.link(Ns.HOST, name).filter(l -> l.group() == HostDeployment.GROUP).isPresent();
      case Guard.IdleTable(String table) ->
          kernel.iptables(Ns.HOST).table(table).stream()
              .flatMap(t -> t.chains().stream())
              .allMatch(c -> c.policy().equals("ACCEPT") && c.rules().isEmpty());
      case Guard.Value(String key, String value) ->
          kernel.sysctl(Ns.HOST, key).equals(Optional.of(value));
    };
  }
}
