package vethlab.sim.netfilter.nat;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.iptables.AddressSpan;
import vethlab.op.iptables.Span;
import vethlab.op.iptables.Target;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netfilter.conntrack.Connection;
import vethlab.sim.netfilter.conntrack.Tuple;
import vethlab.wire.Ip4;
import vethlab.wire.Protocol;

/**
 * Decides how a connection is translated: nf_nat_core.c nf_nat_setup_info, get_unique_tuple,
 * nf_nat_l4proto_unique_tuple. The port is kept where it is free; else another of its class is
 * taken.
 */
final class NatSetup {
  private static final int ATTEMPTS = 128;

  private final World world;
  private final Netns netns;
  private final Connection connection;
  private final Target.NatRange range;
  private final Manip manip;

  private NatSetup(
      World world, Netns netns, Connection connection, Target.NatRange range, Manip manip) {
    this.world = world;
    this.netns = netns;
    this.connection = connection;
    this.range = range;
    this.manip = manip;
  }

  /** Fixes the translation of a connection's one end, unless it is in the table already. */
  static void decide(
      World world, Netns netns, Connection connection, Target.NatRange range, Manip manip) {
    if (connection.has(Connection.CONFIRMED) || connection.has(manip.done())) {
      return;
    }
    new NatSetup(world, netns, connection, range, manip).decide();
  }

  /** Nothing shall change, but the tuple must be free: nf_nat_alloc_null_binding. */
  static void decideNothing(World world, Netns netns, Connection connection, Manip manip) {
    int address =
        manip == Manip.SOURCE ? connection.reply().destination() : connection.reply().source();
    decide(world, netns, connection, to(address), manip);
  }

  static Target.NatRange to(int address) {
    return new Target.NatRange(
        Optional.of(AddressSpan.of(new Ip4(address))),
        Optional.empty(),
        OptionalInt.empty(),
        false,
        false,
        false);
  }

  private void decide() {
    Tuple current = connection.reply().inverse();
    Tuple chosen = unique(current);
    if (!chosen.equals(current)) {
      connection.alterReply(chosen.inverse());
      connection.status |= manip.bit();
    }
    if (manip == Manip.SOURCE) {
      netns.netfilter.conntrack().noteSource(connection);
    }
    connection.status |= manip.done();
  }

  private boolean isUsed(Tuple tuple) {
    return netns.netfilter.conntrack().isTaken(tuple.inverse(), connection, world.now());
  }

  private boolean isRandom() {
    return range.random() || range.fullyRandom();
  }

  private Tuple unique(Tuple original) {
    if (manip == Manip.SOURCE && !isRandom()) {
      if (inRange(original)) {
        if (!isUsed(original)) {
          return original;
        }
      } else {
        Optional<Tuple> mapped = mappingOfSource(original);
        if (mapped.isPresent() && !isUsed(mapped.get())) {
          return mapped.get();
        }
      }
    }
    Tuple tuple = bestAddress(original);
    if (!isRandom()) {
      if (range.ports().isPresent()) {
        Span ports = range.ports().get();
        if (range.base().isEmpty()
            && partInRange(tuple, manip)
            && (ports.isSingle() || !isUsed(tuple))) {
          return tuple;
        }
      } else if (!isUsed(tuple)) {
        return tuple;
      }
    }
    return freePart(tuple);
  }

  private boolean inRange(Tuple tuple) {
    boolean address =
        range.addresses().map(span -> span.contains(new Ip4(tuple.source()))).orElse(true);
    return address && (range.ports().isEmpty() || partInRange(tuple, Manip.SOURCE));
  }

  private boolean partInRange(Tuple tuple, Manip which) {
    if (tuple.protocol() != Protocol.ICMP && !tuple.hasPorts()) {
      return true;
    }
    boolean source = tuple.protocol() == Protocol.ICMP || which == Manip.SOURCE;
    return range
        .ports()
        .map(span -> span.contains(source ? tuple.sourcePart() : tuple.destinationPart()))
        .orElse(true);
  }

  /** find_appropriate_src: what the same source is mapped to already. */
  private Optional<Tuple> mappingOfSource(Tuple original) {
    for (Connection each : netns.netfilter.conntrack().fromSource(original)) {
      Tuple mapped = each.reply().inverse();
      Tuple result =
          new Tuple(
              mapped.source(),
              original.destination(),
              mapped.sourcePart(),
              original.destinationPart(),
              original.protocol(),
              original.zone());
      if (inRange(result)) {
        return Optional.of(result);
      }
    }
    return Optional.empty();
  }

  /** find_best_ips_proto: one of several addresses by a hash of the two ends. */
  private Tuple bestAddress(Tuple tuple) {
    if (range.addresses().isEmpty()) {
      return tuple;
    }
    AddressSpan span = range.addresses().get();
    int address = span.first().bits();
    if (!span.isSingle()) {
      int seed = range.persistent() ? 0 : tuple.destination();
      int hash = (tuple.source() ^ Integer.rotateLeft(seed, 16)) * 0x9E3779B1;
      long count = Integer.toUnsignedLong(span.last().bits() - address) + 1;
      address += (int) (Integer.toUnsignedLong(hash ^ hash >>> 15) * count >>> 32);
    }
    return manip == Manip.SOURCE ? tuple.withSource(address) : tuple.withDestination(address);
  }

  private Tuple freePart(Tuple tuple) {
    boolean icmp = tuple.protocol() == Protocol.ICMP;
    if (!icmp && !tuple.hasPorts()) {
      return tuple;
    }
    boolean source = icmp || manip == Manip.SOURCE;
    int part = source ? tuple.sourcePart() : tuple.destinationPart();
    if (range.ports().isEmpty() && !source) {
      return tuple;
    }
    Span span = range.ports().orElse(icmp ? new Span(0, 65535) : sameClass(part));
    int size = (int) (span.last() - span.first()) + 1;
    int offset =
        range.base().isPresent()
            ? part - range.base().getAsInt() & 0xffff
            : (int) (world.nextRandom() & 0xffff);
    Tuple tried = tuple;
    for (int attempts = Math.min(size, ATTEMPTS); ; attempts /= 2) {
      for (int i = 0; i < attempts; i++, offset++) {
        int next = (int) span.first() + (offset & 0xffff) % size;
        tried = source ? tuple.withSourcePart(next) : tuple.withDestinationPart(next);
        if (!isUsed(tried)) {
          return tried;
        }
      }
      if (attempts >= size || attempts < 16) {
        return tried;
      }
      offset = (int) (world.nextRandom() & 0xffff);
    }
  }

  /** A privileged port stays privileged. */
  private static Span sameClass(int port) {
    return port >= 1024
        ? new Span(1024, 65535)
        : port < 512 ? new Span(1, 511) : new Span(600, 1023);
  }
}
