package vethlab.op;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * A forwarding entry as {@code bridge fdb} gives and shows it.
 *
 * @param target SELF: the entry is the device's own (vxlan, macvlan, multicast list); MASTER: the
 *     bridge's
 * @param vlan 0 where none
 */
public record FdbSpec(
    Mac mac, String dev, Target target, int vlan, State state, Optional<Ip4> dst, OptionalInt vni) {
  public enum Target {
    SELF,
    MASTER
  }

  /** PERMANENT = local (NUD_PERMANENT), STATIC (NUD_NOARP), DYNAMIC (NUD_REACHABLE). */
  public enum State {
    PERMANENT,
    STATIC,
    DYNAMIC
  }
}
