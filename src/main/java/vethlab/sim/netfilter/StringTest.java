package vethlab.sim.netfilter;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import vethlab.op.iptables.Match;
import vethlab.wire.PacketWriter;

/**
 * -m string: net/netfilter/xt_string.c, lib/ts_bm.c; the bytes of the whole packet are searched.
 */
final class StringTest implements RuleTest {
  private final byte[] pattern;
  private final Match.StringSearch match;

  StringTest(Match.StringSearch match) {
    this.match = match;
    this.pattern = bytes(match);
    if (match.ignoreCase()) {
      lower(pattern);
    }
  }

  @Override
  public boolean test(Evaluation e) {
    byte[] bytes = PacketWriter.encode(e.packet);
    if (match.ignoreCase()) {
      lower(bytes);
    }
    int last = Math.min(match.to(), bytes.length - pattern.length);
    boolean found = false;
    for (int at = match.from(); at <= last && !found; at++) {
      found = startsAt(bytes, at);
    }
    return found != match.pattern().not();
  }

  private boolean startsAt(byte[] bytes, int at) {
    for (int i = 0; i < pattern.length; i++) {
      if (bytes[at + i] != pattern[i]) {
        return false;
      }
    }
    return true;
  }

  private static void lower(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Character.toLowerCase(bytes[i] & 0x7f | bytes[i] & 0x80);
    }
  }

  /** The text's bytes; between bars they are hexadecimal. */
  private static byte[] bytes(Match.StringSearch match) {
    String text = match.pattern().value();
    if (!match.hex()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] parts = text.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 0) {
        out.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
      } else {
        String digits = parts[i].replace(" ", "");
        for (int j = 0; j + 1 < digits.length(); j += 2) {
          out.write(Integer.parseInt(digits.substring(j, j + 2), 16));
        }
      }
    }
    return out.toByteArray();
  }
}
