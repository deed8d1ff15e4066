package vethlab.op.iptables;

import java.util.Optional;
import java.util.OptionalInt;

/** What a rule does to a packet that it matches: {@code -j NAME …} or {@code -g CHAIN}. */
public sealed interface Target {
  Target NONE = new None();

  /** Nothing but counting. */
  record None() implements Target {}

  /** A verdict without options. */
  enum Verdict implements Target {
    ACCEPT,
    DROP,
    RETURN,
    /** An old name for handing packets to a program; kernels refuse it. */
    QUEUE
  }

  record Jump(String chain) implements Target {}

  record Goto(String chain) implements Target {}

  record Reject(With with) implements Target {}

  /** What the sender is told. */
  enum With {
    NET_UNREACHABLE("icmp-net-unreachable", "net-unreach", 0),
    HOST_UNREACHABLE("icmp-host-unreachable", "host-unreach", 1),
    PROTO_UNREACHABLE("icmp-proto-unreachable", "proto-unreach", 2),
    PORT_UNREACHABLE("icmp-port-unreachable", "port-unreach", 3),
    NET_PROHIBITED("icmp-net-prohibited", "net-prohib", 9),
    HOST_PROHIBITED("icmp-host-prohibited", "host-prohib", 10),
    TCP_RESET("tcp-reset", "tcp-rst", -1),
    ADMIN_PROHIBITED("icmp-admin-prohibited", "admin-prohib", 13);

    private final String word;
    private final String alias;
    private final int code;

    With(String word, String alias, int code) {
      this.word = word;
      this.alias = alias;
      this.code = code;
    }

    public String word() {
      return word;
    }

    public String alias() {
      return alias;
    }

    /** The code of the Destination Unreachable that is sent; -1 for a TCP reset. */
    public int code() {
      return code;
    }
  }

  /**
   * @param flags bits of {@link LogFlag}
   */
  record Log(String prefix, int level, int flags) implements Target {
    public static final int WARNING = 4;
  }

  /** XT_LOG_ bits: 1 shifted by the ordinal. */
  enum LogFlag {
    TCP_SEQUENCE,
    TCP_OPTIONS,
    IP_OPTIONS,
    UID,
    NFLOG,
    MACDECODE
  }

  record Nflog(String prefix, int group, OptionalInt size, int range, int threshold)
      implements Target {}

  /**
   * @param range the first of the queues and the last
   */
  record Nfqueue(Span range, boolean bypass, boolean cpuFanout) implements Target {}

  /** Clears the bits of the mask and flips those of the value. */
  record SetMark(int value, int mask) implements Target {}

  record ConnMark(Mode mode, int mark, int connMask, int packetMask, int leftShift)
      implements Target {
    /** Between which marks it is copied. */
    public enum Mode {
      SET,
      SAVE,
      RESTORE
    }
  }

  record Snat(NatRange range) implements Target {}

  record Dnat(NatRange range) implements Target {}

  record Masquerade(NatRange range) implements Target {}

  record Redirect(NatRange range) implements Target {}

  record Netmap(AddressMask to) implements Target {}

  /**
   * What an address or port is mapped to; what is absent stays.
   *
   * @param base with a range of ports: the port that the first one stands for
   */
  record NatRange(
      Optional<AddressSpan> addresses,
      Optional<Span> ports,
      OptionalInt base,
      boolean random,
      boolean fullyRandom,
      boolean persistent) {
    public static final NatRange ANY =
        new NatRange(Optional.empty(), Optional.empty(), OptionalInt.empty(), false, false, false);

    @Override
    public String toString() {
      return addresses.map(AddressSpan::toString).orElse("")
          + ports.map(p -> ":" + p.text('-')).orElse("")
          + (base.isPresent() ? "/" + base.getAsInt() : "");
    }
  }

  /** {@code -j NOTRACK}. */
  record NoTrack() implements Target {}

  record Ct(boolean noTrack, Optional<Zone> zone) implements Target {}

  /**
   * @param id empty: the packet's mark
   */
  record Zone(OptionalInt id, Of of) {
    /** In which directions the connection's tuples carry the zone. */
    public enum Of {
      BOTH,
      ORIGINAL,
      REPLY
    }
  }

  record Ttl(Change change, int value) implements Target {
    /** How the TTL becomes another one. */
    public enum Change {
      SET,
      DECREMENT,
      INCREMENT
    }
  }

  /** Clears the bits of the mask and flips those of the value. */
  record Tos(int value, int mask) implements Target {}

  record Dscp(int value) implements Target {}

  /**
   * @param mss empty: what the path's MTU allows
   */
  record TcpMss(OptionalInt mss) implements Target {}

  record Trace() implements Target {}

  record Classify(int priority) implements Target {}

  record Checksum() implements Target {}
}
