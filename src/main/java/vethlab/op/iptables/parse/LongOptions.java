package vethlab.op.iptables.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * iptables' own long options; the key is the letter of the short one. Source: xtables.c
 * original_opts.
 */
final class LongOptions {
  static final List<Getopt.Long> ALL =
      read(
          "append A: delete D: check C: insert I: replace R: list L? list-rules S? flush F? zero Z?"
              + " new-chain N: delete-chain X? rename-chain E: policy P: source s: destination d:"
              + " src s: dst d: protocol p: in-interface i: jump j: table t: match m: numeric n"
              + " out-interface o: verbose v wait w? wait-interval W? exact x fragments f version V"
              + " help h? line-numbers 0 modprobe M: set-counters c: goto g: ipv4 4 ipv6 6");

  private LongOptions() {}

  private static List<Getopt.Long> read(String table) {
    List<Getopt.Long> options = new ArrayList<>();
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      String key = words[i + 1];
      Getopt.Argument argument =
          key.endsWith(":")
              ? Getopt.Argument.REQUIRED
              : key.endsWith("?") ? Getopt.Argument.OPTIONAL : Getopt.Argument.NONE;
      options.add(new Getopt.Long(words[i], argument, key.charAt(0)));
    }
    return List.copyOf(options);
  }
}
