package vethlab.op;

import java.util.Optional;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** A neighbour entry as {@code ip neigh add} gives it; {@code proxy} entries have no address. */
public record NeighSpec(Ip4 to, String dev, Optional<Mac> lladdr, NudState state, boolean proxy) {}
