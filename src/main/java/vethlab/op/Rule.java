package vethlab.op;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.wire.Prefix;

/**
 * A policy rule ({@code ip rule}). An absent priority in a request lets the kernel choose; an
 * absent criterion matches all.
 */
public record Rule(
    OptionalLong priority,
    boolean not,
    Optional<Prefix> from,
    Optional<Prefix> to,
    int tos,
    OptionalLong fwmark,
    OptionalLong fwmask,
    Optional<String> iif,
    Optional<String> oif,
    OptionalInt ipProtocol,
    Optional<Ports> sourcePorts,
    Optional<Ports> destinationPorts,
    Action action,
    int protocol,
    OptionalInt suppressPrefixLength,
    boolean l3mdev) {

  public record Ports(int first, int last) {}

  public sealed interface Action {
    /** Look in that table. */
    record Lookup(int table) implements Action {}

    record Goto(long priority) implements Action {}

    record Nop() implements Action {}

    record Blackhole() implements Action {}

    record Unreachable() implements Action {}

    record Prohibit() implements Action {}
  }
}
