package vethlab.shell.programs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.sim.ipv4.IpSend.Discover;

/**
 * traceroute's command line: version 2.1.2. Times in nanoseconds.
 *
 * @param port 0: the method's own
 * @param length of a whole packet, 0: the usual
 */
record TracerouteOptions(
    String destination,
    Method method,
    int firstHop,
    int hops,
    int probes,
    int atOnce,
    int port,
    int length,
    int tos,
    int mark,
    long patience,
    double here,
    double near,
    long pause,
    Optional<String> device,
    Optional<String> source,
    Discover discover,
    boolean numeric) {

  /** What it sends. */
  enum Method {
    UDP,
    UDP_ONE_PORT,
    ICMP,
    TCP
  }

  /** What to print where, and the status. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    final int status;

    Refused(String text, int status) {
      super(text, null, false, false);
      this.status = status;
    }
  }

  private static final String FLAGS = "46dFITnreUDV";
  private static final String VALUES = "fgimNptlwqszMOP";
  private static final long SECOND = 1_000_000_000L;

  private static final Map<String, Character> LONG = new TreeMap<>();

  static {
    LONG.put("dont-fragment", 'F');
    LONG.put("first", 'f');
    LONG.put("icmp", 'I');
    LONG.put("tcp", 'T');
    LONG.put("udp", 'U');
    LONG.put("interface", 'i');
    LONG.put("max-hops", 'm');
    LONG.put("sim-queries", 'N');
    LONG.put("port", 'p');
    LONG.put("tos", 't');
    LONG.put("wait", 'w');
    LONG.put("queries", 'q');
    LONG.put("source", 's');
    LONG.put("sendwait", 'z');
    LONG.put("version", 'V');
    LONG.put("help", 'h');
  }

  static TracerouteOptions parse(List<String> args) throws Refused {
    Draft draft = new Draft();
    for (int i = 0; i < args.size(); i++) {
      i = draft.take(args, i);
    }
    return draft.options();
  }

  private static final class Draft {
    private final List<String> words = new ArrayList<>();
    private final Map<Character, String> values = new TreeMap<>();
    private final Map<Character, Integer> places = new TreeMap<>();

    int take(List<String> args, int at) throws Refused {
      String arg = args.get(at);
      if (arg.length() < 2 || arg.charAt(0) != '-') {
        words.add(arg);
        return at;
      }
      return arg.startsWith("--") ? takeLong(args, at) : takeShort(args, at);
    }

    private int takeLong(List<String> args, int at) throws Refused {
      String arg = args.get(at);
      int equals = arg.indexOf('=');
      Character letter = LONG.get(arg.substring(2, equals < 0 ? arg.length() : equals));
      if (letter == null) {
        throw new Refused("Bad option `" + arg + "' (argc " + (at + 1) + ")\n", 2);
      }
      places.put(letter, at + 1);
      if (VALUES.indexOf(letter) < 0) {
        values.put(letter, "");
        return at;
      }
      values.put(
          letter,
          equals < 0 && at + 1 < args.size() ? args.get(at + 1) : arg.substring(equals + 1));
      return equals < 0 ? at + 1 : at;
    }

    private int takeShort(List<String> args, int at) throws Refused {
      String arg = args.get(at);
      for (int i = 1; i < arg.length(); i++) {
        char letter = arg.charAt(i);
        places.put(letter, at + 1);
        if (FLAGS.indexOf(letter) >= 0) {
          values.put(letter, "");
        } else if (VALUES.indexOf(letter) < 0) {
          throw new Refused("Bad option `-" + letter + "' (argc " + (at + 1) + ")\n", 2);
        } else if (i + 1 < arg.length()) {
          values.put(letter, arg.substring(i + 1));
          return at;
        } else if (at + 1 < args.size()) {
          values.put(letter, args.get(at + 1));
          return at + 1;
        } else {
          throw new Refused(
              "Option `-"
                  + letter
                  + "' (argc "
                  + (at + 1)
                  + ") requires an argument: `-"
                  + letter
                  + " "
                  + name(letter)
                  + "'\n",
              2);
        }
      }
      return at;
    }

    private static String name(char letter) {
      return switch (letter) {
        case 'f' -> "first_ttl";
        case 'm' -> "max_ttl";
        case 'q' -> "nqueries";
        case 'N' -> "squeries";
        case 'p' -> "port";
        case 'w' -> "MAX,HERE,NEAR";
        case 'i' -> "device";
        case 's' -> "src_addr";
        case 'z' -> "sendwait";
        default -> "value";
      };
    }

    TracerouteOptions options() throws Refused {
      if (values.containsKey('V')) {
        throw new Refused(
            "Modern traceroute for Linux, version 2.1.2\n"
                + "Copyright (c) 2016  Dmitry Butskoy,   License: GPL v2 or any later\n",
            0);
      }
      if (values.containsKey('h') || words.isEmpty()) {
        throw new Refused(Resource.text("traceroute.txt"), 0);
      }
      int first = number('f', 1);
      int hops = number('m', 30);
      int probes = number('q', 3);
      check(first > 0 && first <= hops, "first hop out of range");
      check(hops <= 255, "max hops cannot be more than 255");
      check(probes > 0 && probes <= 10, "no more than 10 probes per hop");
      int length = words.size() > 1 ? packetLength(words.get(1)) : 0;
      check(length <= 65000, "too big packetlen " + length + " specified");
      double[] waits = waits();
      return new TracerouteOptions(
          words.getFirst(),
          method(),
          first,
          hops,
          probes,
          Math.max(1, number('N', 16)),
          number('p', 0),
          length,
          number('t', 0),
          0,
          (long) (waits[0] * SECOND),
          waits[1],
          waits[2],
          pause(),
          Optional.ofNullable(values.get('i')),
          Optional.ofNullable(values.get('s')),
          values.containsKey('F') ? Discover.PROBE : Discover.DONT,
          values.containsKey('n'));
    }

    private Method method() {
      if (values.containsKey('I') || "icmp".equals(values.get('M'))) {
        return Method.ICMP;
      }
      if (values.containsKey('T') || "tcp".equals(values.get('M'))) {
        return Method.TCP;
      }
      boolean onePort = values.containsKey('U') || "udp".equals(values.get('M'));
      return onePort ? Method.UDP_ONE_PORT : Method.UDP;
    }

    private static void check(boolean fine, String sentence) throws Refused {
      if (!fine) {
        throw new Refused(sentence + "\n", 2);
      }
    }

    private int packetLength(String text) throws Refused {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new Refused(
            "Cannot handle \"packetlen\" cmdline arg `"
                + text
                + "' on position 2 (argc "
                + words.size()
                + ")\n",
            2);
      }
    }

    private int number(char letter, int usual) throws Refused {
      String text = values.get(letter);
      try {
        return text == null ? usual : Integer.decode(text);
      } catch (NumberFormatException e) {
        throw cannot(letter, text);
      }
    }

    private Refused cannot(char letter, String text) {
      return new Refused(
          "Cannot handle `-"
              + letter
              + "' option with arg `"
              + text
              + "' (argc "
              + (places.get(letter) + 1)
              + ")\n",
          2);
    }

    /** -w MAX,HERE,NEAR. */
    private double[] waits() throws Refused {
      double[] waits = {5, 3, 10};
      String text = values.get('w');
      if (text == null) {
        return waits;
      }
      String[] parts = text.split(",", -1);
      if (parts.length == 1) {
        waits[1] = 0;
        waits[2] = 0;
      }
      try {
        for (int i = 0; i < Math.min(3, parts.length); i++) {
          waits[i] = parts[i].isEmpty() ? waits[i] : Double.parseDouble(parts[i]);
        }
      } catch (NumberFormatException e) {
        throw cannot('w', text);
      }
      return waits;
    }

    private long pause() throws Refused {
      String text = values.get('z');
      try {
        double value = text == null ? 0 : Double.parseDouble(text);
        return (long) ((value > 10 ? value / 1000 : value) * SECOND);
      } catch (NumberFormatException e) {
        throw cannot('z', text);
      }
    }
  }
}
