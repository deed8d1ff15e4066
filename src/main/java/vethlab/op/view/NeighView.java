package vethlab.op.view;

import vethlab.op.NudState;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * A neighbour entry. Times are seconds since it was used, confirmed, updated.
 *
 * @param lladdr {@link Mac#ZERO} where unknown
 */
public record NeighView(
    Ip4 to,
    int ifindex,
    String dev,
    Mac lladdr,
    NudState state,
    boolean proxy,
    boolean router,
    int references,
    long used,
    long confirmed,
    long updated,
    int probes) {}
