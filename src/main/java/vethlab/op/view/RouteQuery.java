package vethlab.op.view;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.wire.Ip4;

/**
 * A question of {@code ip route get}.
 *
 * @param fibMatch the answer shall be the route that matched, not the way it gives
 */
public record RouteQuery(
    Ip4 to,
    Optional<Ip4> from,
    Optional<String> iif,
    Optional<String> oif,
    int tos,
    long mark,
    OptionalInt protocol,
    OptionalInt sport,
    OptionalInt dport,
    boolean fibMatch) {}
