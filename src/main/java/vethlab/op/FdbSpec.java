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
 * @param dst the far end of a vxlan entry, with its UDP port, VNI and outgoing link where given
 */
public record FdbSpec(
    Mac mac,
    String dev,
    Target target,
    int vlan,
    State state,
    Optional<Ip4> dst,
    OptionalInt port,
    OptionalInt vni,
    Optional<String> via) {
  public enum Target {
    SELF,
    MASTER
  }

  /**
   * PERMANENT = local (NUD_PERMANENT), STATIC (NUD_NOARP), DYNAMIC (NUD_REACHABLE), STALE = too old
   * but not collected yet.
   */
  public enum State {
    PERMANENT,
    STATIC,
    DYNAMIC,
    STALE
  }
}
