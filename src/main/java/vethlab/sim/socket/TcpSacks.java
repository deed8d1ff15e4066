package vethlab.sim.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.sim.World;
import vethlab.sim.ipv4.NetSysctl;
import vethlab.wire.Bytes;
import vethlab.wire.Tcp;
import vethlab.wire.TcpOptions;
import vethlab.wire.TcpOptions.SackBlock;

/**
 * What a receiver tells of data beyond a hole, and of data that came twice: net/ipv4/tcp_input.c
 * tcp_sack_new_ofo_skb, tcp_sack_remove, tcp_dsack_set. Not modelled: that several of these
 * acknowledgements are put off and sent as one (tcp_comp_sack_delay_ns).
 */
final class TcpSacks {
  /** TCP_NUM_SACKS. */
  private static final int MOST = 4;

  private TcpSacks() {}

  /** tcp_data_queue_ofo: data that came before its time. */
  static void early(World world, TcpSocket s, Tcp tcp) {
    if (!s.sack) {
      return;
    }
    int from = tcp.seq();
    int to = from + tcp.segmentLength();
    int known = knownFrom(s, from);
    if (!TcpSeq.before(known, to)) {
      duplicate(world, s, from, to);
      return;
    }
    if (TcpSeq.after(known, from)) {
      duplicate(world, s, from, known);
    }
    add(s, new SackBlock(from, to));
  }

  /** How far early data reaches without a hole, seen from {@code from}. */
  private static int knownFrom(TcpSocket s, int from) {
    int known = from;
    for (Map.Entry<Integer, Bytes> each : s.early.entrySet()) {
      int end = each.getKey() + each.getValue().length();
      if (!TcpSeq.after(each.getKey(), known) && TcpSeq.after(end, known)) {
        known = end;
      }
    }
    return known;
  }

  /** The block that grew or is new goes first; blocks that meet become one. */
  private static void add(TcpSocket s, SackBlock block) {
    List<SackBlock> blocks = new ArrayList<>();
    SackBlock grown = block;
    for (SackBlock each : s.sackBlocks) {
      if (touches(each, grown)) {
        grown = union(each, grown);
      } else {
        blocks.add(each);
      }
    }
    blocks.addFirst(grown);
    s.sackBlocks = List.copyOf(blocks.subList(0, Math.min(MOST, blocks.size())));
  }

  private static boolean touches(SackBlock one, SackBlock other) {
    return !TcpSeq.after(other.from(), one.to()) && !TcpSeq.after(one.from(), other.to());
  }

  private static SackBlock union(SackBlock one, SackBlock other) {
    int from = TcpSeq.before(one.from(), other.from()) ? one.from() : other.from();
    return new SackBlock(from, TcpSeq.max(one.to(), other.to()));
  }

  /** tcp_sack_remove: the hole below has been filled. */
  static void advanced(TcpSocket s) {
    if (s.early.isEmpty()) {
      s.sackBlocks = List.of();
    } else if (!s.sackBlocks.isEmpty()) {
      s.sackBlocks = s.sackBlocks.stream().filter(b -> TcpSeq.before(s.rcvNxt, b.from())).toList();
    }
  }

  /** tcp_dsack_set: the next acknowledgement says that this came twice. */
  static void duplicate(World world, TcpSocket s, int from, int to) {
    if (s.sack && TcpTimers.sysctl(world, s, NetSysctl.TCP_DSACK) != 0) {
      SackBlock twice = new SackBlock(from, to);
      s.twice =
          Optional.of(
              s.twice
                  .map(known -> touches(known, twice) ? union(known, twice) : known)
                  .orElse(twice));
    }
  }

  /** tcp_established_options: as many blocks as there is room for; what came twice is told once. */
  static TcpOptions put(TcpSocket s, TcpOptions options) {
    if (s.sackBlocks.isEmpty() && s.twice.isEmpty()) {
      return options;
    }
    List<SackBlock> blocks = new ArrayList<>();
    s.twice.ifPresent(blocks::add);
    blocks.addAll(s.sackBlocks);
    s.twice = Optional.empty();
    int room = (TcpOptions.LONGEST - options.length() - 4) / 8;
    return options.withSack(blocks.subList(0, Math.min(room, blocks.size())));
  }
}
