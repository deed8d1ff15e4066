package vethlab.op.iptables;

import java.util.List;
import java.util.Optional;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** One criterion of a rule beyond the IP header's: {@code -m NAME …}, in the extension's terms. */
public sealed interface Match {
  /** The name after {@code -m}. */
  default String name() {
    return switch (this) {
      case ConnLimit m -> "connlimit";
      case HashLimit m -> "hashlimit";
      case StatisticRandom m -> "statistic";
      case StatisticNth m -> "statistic";
      case MacSource m -> "mac";
      case StringSearch m -> "string";
      default -> getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    };
  }

  Is<Span> ANY_PORT = Is.equal(new Span(0, 65535));

  /**
   * @param option number of an option that must be there, 0 for none
   */
  record Tcp(Is<Span> source, Is<Span> destination, Is<TcpFlags> flags, Is<Integer> option)
      implements Match {
    public static final Tcp ANY = new Tcp(ANY_PORT, ANY_PORT, Is.equal(TcpFlags.ANY), Is.equal(0));
  }

  record Udp(Is<Span> source, Is<Span> destination) implements Match {
    public static final Udp ANY = new Udp(ANY_PORT, ANY_PORT);
  }

  /** Type 255 with all codes is any type. */
  record Icmp(Is<IcmpType> type) implements Match {}

  record Multiport(Side side, Is<List<Span>> ports) implements Match {}

  enum Side {
    SOURCE,
    DESTINATION,
    EITHER
  }

  /** {@code -m state}: an old name for conntrack's --ctstate. */
  record State(Is<ConnStates> states) implements Match {}

  record Conntrack(
      Optional<Is<ConnStates>> states,
      Optional<Is<Integer>> protocol,
      Optional<Is<AddressMask>> originalSource,
      Optional<Is<AddressMask>> originalDestination,
      Optional<Is<AddressMask>> replySource,
      Optional<Is<AddressMask>> replyDestination,
      Optional<Is<Span>> originalSourcePort,
      Optional<Is<Span>> originalDestinationPort,
      Optional<Is<Span>> replySourcePort,
      Optional<Is<Span>> replyDestinationPort,
      Optional<Is<ConnStatus>> status,
      Optional<Is<Span>> expires,
      Optional<Direction> direction)
      implements Match {}

  enum Direction {
    ORIGINAL,
    REPLY
  }

  /** Bits of RTN_ types. */
  record AddrType(Optional<Is<Integer>> source, Optional<Is<Integer>> destination, Limited limited)
      implements Match {}

  /** Whether only addresses of the packet's own device count as local. */
  enum Limited {
    NOT,
    TO_IN,
    TO_OUT
  }

  record Mark(Is<Masked> mark) implements Match {}

  record ConnMark(Is<Masked> mark) implements Match {}

  record Comment(String text) implements Match {}

  /**
   * @param average cost of a packet in ten thousandths of a second
   */
  record Limit(long average, long burst) implements Match {}

  /**
   * @param modes bits of {@link HashMode}
   * @param average cost of a packet in millionths of a second
   * @param expire milliseconds until an idle entry goes; 0 for the period of the rate
   */
  record HashLimit(
      String table,
      boolean above,
      long average,
      long burst,
      int modes,
      int sourceLength,
      int destinationLength,
      long size,
      long max,
      long gcInterval,
      long expire)
      implements Match {}

  enum HashMode {
    SRCIP,
    SRCPORT,
    DSTIP,
    DSTPORT
  }

  /**
   * @param probability in parts of 2^31
   */
  record StatisticRandom(Is<Long> probability) implements Match {}

  record StatisticNth(Is<Long> every, long packet) implements Match {}

  record Physdev(
      Optional<Is<String>> in,
      Optional<Is<String>> out,
      Wanted isIn,
      Wanted isOut,
      Wanted isBridged)
      implements Match {}

  /** Whether something that is or is not so must be so. */
  enum Wanted {
    EITHER,
    YES,
    NO;

    public boolean accepts(boolean so) {
      return this == EITHER || (this == YES) == so;
    }
  }

  record MacSource(Is<Mac> source) implements Match {}

  record IpRange(Optional<Is<AddressSpan>> source, Optional<Is<AddressSpan>> destination)
      implements Match {}

  /** Of the IP packet, header and all. */
  record Length(Is<Span> length) implements Match {}

  record Ttl(Comparison comparison, int ttl) implements Match {}

  enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER
  }

  record Tos(Is<Masked> tos) implements Match {}

  record Dscp(Is<Integer> dscp) implements Match {}

  record Owner(
      Optional<Is<Span>> user, Optional<Is<Span>> group, Wanted socket, boolean supplementary)
      implements Match {}

  record PktType(Is<Kind> kind) implements Match {
    /** To whom the frame was sent. */
    public enum Kind {
      UNICAST,
      BROADCAST,
      MULTICAST,
      OTHERHOST
    }
  }

  /**
   * @param seconds 0 for any age
   * @param hits 0 for any number
   */
  record Recent(
      Is<Action> action,
      long seconds,
      boolean reap,
      long hits,
      boolean ttl,
      String list,
      Ip4 mask,
      Side side)
      implements Match {
    /** What is done with the list. */
    public enum Action {
      SET,
      RCHECK,
      UPDATE,
      REMOVE
    }
  }

  /**
   * @param upto whether the limit is the most that matches rather than the most that does not
   */
  record ConnLimit(boolean upto, long limit, int prefixLength, Side side) implements Match {}

  record TcpMss(Is<Span> mss) implements Match {}

  record StringSearch(
      Is<String> pattern, boolean hex, Algorithm algorithm, int from, int to, boolean ignoreCase)
      implements Match {
    /** How it is searched; the answer is the same. */
    public enum Algorithm {
      BM,
      KMP
    }
  }

  record Quota(Is<Long> bytes) implements Match {}

  record ConnBytes(Is<Span> count, What what, Of of) implements Match {
    /** What is counted. */
    public enum What {
      PACKETS,
      BYTES,
      AVGPKT
    }

    /** In which direction. */
    public enum Of {
      ORIGINAL,
      REPLY,
      BOTH
    }
  }
}
