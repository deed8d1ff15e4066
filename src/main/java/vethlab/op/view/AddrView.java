package vethlab.op.view;

import java.util.Optional;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * An IPv4 address of a link.
 *
 * @param peer where it differs from the address (point-to-point)
 * @param validSeconds seconds left, or {@link #FOREVER}
 */
public record AddrView(
    int ifindex,
    String dev,
    Prefix local,
    Optional<Ip4> peer,
    Optional<Ip4> broadcast,
    int scope,
    String label,
    boolean secondary,
    boolean permanent,
    boolean noPrefixRoute,
    long validSeconds,
    long preferredSeconds,
    long metric) {
  public static final long FOREVER = 0xffffffffL;
}
