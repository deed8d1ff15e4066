package vethlab.lab.check;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.Ns;
import vethlab.wire.Ip4;

/**
 * A question sent over the network, as somebody would type it: ping, or nc.
 *
 * @param times how many, one after the other
 * @param size of an echo's data, sent with DF
 * @param within seconds
 */
public record Probe(Ns from, Ip4 to, Means means, int times, OptionalInt size, int within) {
  private static final String ANSWERED = "answered";
  private static final Pattern RECEIVED = Pattern.compile("\\b(\\d+) received\\b");

  /** How it asks. */
  public sealed interface Means {
    record Icmp() implements Means {
      @Override
      public String toString() {
        return "icmp";
      }
    }

    record Tcp(int port) implements Means {
      @Override
      public String toString() {
        return "tcp/" + port;
      }
    }

    record Udp(int port) implements Means {
      @Override
      public String toString() {
        return "udp/" + port;
      }
    }
  }

  /** The script that sends it; both kernels run the same one. */
  String script() {
    return switch (means) {
      case Means.Icmp _ -> Typed.in(from, ping());
      case Means.Tcp(int port) ->
          repeated(Typed.in(from, "nc -n -v -z -w " + within + " " + to + " " + port));
      case Means.Udp(int port) ->
          repeated(
              "[ -n \"$(echo "
                  + "probe | "
                  + Typed.in(from, "nc -n -u -w " + within + " -W 1 " + to + " " + port)
                  + ")\" ]");
    };
  }

  private String ping() {
    String data = size.isPresent() ? " -M do -s " + size.getAsInt() : "";
    return "ping -n -c " + times + " -i 0.2 -W " + within + data + " " + to;
  }

  private String repeated(String command) {
    return "for i in $(seq " + times + "); do " + command + " && echo " + ANSWERED + "; done";
  }

  /** How many were answered, as the script's output says. */
  int answered(String output) {
    if (means instanceof Means.Icmp) {
      Matcher received = RECEIVED.matcher(output);
      return received.find() ? Integer.parseInt(received.group(1)) : 0;
    }
    return (int) output.lines().filter(ANSWERED::equals).count();
  }

  /** As messages name what is asked: {@code 192.0.2.1 tcp/80}. */
  String target() {
    String bytes = size.isPresent() ? String.format(Locale.ROOT, " (%d)", size.getAsInt()) : "";
    return means instanceof Means.Icmp ? to + bytes : to + " " + means;
  }
}
