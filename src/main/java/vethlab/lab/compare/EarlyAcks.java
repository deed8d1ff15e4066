package vethlab.lab.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * Which frames of an interface only acknowledge a FIN right before the same side's own FIN: whether
 * that frame is sent is the scheduler's choice.
 */
record EarlyAcks(BitSet found) {
  private static final long AT_ONCE_NANOS = 200_000_000;
  private static final int FIN = 1;
  private static final int ACK = 16;
  private static final int FLAGS = 0x17;

  private record Segment(
      String from, String to, long seq, long ack, int flags, int length, long nanos) {
    long end() {
      return seq + length + 1 & 0xffffffffL;
    }
  }

  boolean has(int index) {
    return found.get(index);
  }

  static EarlyAcks of(List<CapturedFrame> frames) {
    List<Optional<Segment>> segments = new ArrayList<>();
    for (CapturedFrame frame : frames) {
      segments.add(segment(frame));
    }
    BitSet found = new BitSet();
    Set<Long> fins = new LinkedHashSet<>();
    for (int i = 0; i < segments.size(); i++) {
      Optional<Segment> at = segments.get(i);
      if (at.isEmpty()) {
        continue;
      }
      Segment this_ = at.get();
      if (this_.flags() == ACK
          && this_.length() == 0
          && fins.contains(this_.ack())
          && finFollows(segments, i)) {
        found.set(i);
      }
      if ((this_.flags() & FIN) != 0) {
        fins.add(this_.end());
      }
    }
    return new EarlyAcks(found);
  }

  private static boolean finFollows(List<Optional<Segment>> segments, int index) {
    Segment ack = segments.get(index).orElseThrow();
    for (int i = index + 1; i < segments.size(); i++) {
      Optional<Segment> later = segments.get(i);
      if (later.isEmpty()) {
        continue;
      }
      Segment next = later.get();
      boolean sameWay = next.from().equals(ack.from()) && next.to().equals(ack.to());
      boolean again =
          next.seq() == ack.seq()
              && next.ack() == ack.ack()
              && next.flags() == ack.flags()
              && next.length() == 0;
      if (sameWay && !again) {
        return next.seq() == ack.seq()
            && next.ack() == ack.ack()
            && (next.flags() & FIN) != 0
            && next.nanos() - ack.nanos() < AT_ONCE_NANOS;
      }
    }
    return false;
  }

  private static Optional<Segment> segment(CapturedFrame frame) {
    RawFrame raw = new RawFrame(frame.bytes().toArray());
    if (raw.length() < 34
        || raw.u16(12) != 0x0800
        || raw.u8(23) != 6
        || (raw.u16(20) & 0x1fff) != 0) {
      return Optional.empty();
    }
    int header = (raw.u8(14) & 15) * 4;
    int tcp = 14 + header;
    if (raw.length() < tcp + 20) {
      return Optional.empty();
    }
    int length = raw.u16(16) - header - (raw.u8(tcp + 12) >> 4) * 4;
    return Optional.of(
        new Segment(
            raw.u32(26) + ":" + raw.u16(tcp),
            raw.u32(30) + ":" + raw.u16(tcp + 2),
            raw.u32(tcp + 4),
            raw.u32(tcp + 8),
            raw.u8(tcp + 13) & FLAGS,
            length,
            frame.nanos()));
  }
}
