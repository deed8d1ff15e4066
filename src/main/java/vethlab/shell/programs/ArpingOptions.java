package vethlab.shell.programs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * arping's command line: iputils 20221126. Seconds; 0 for no limit.
 *
 * @param flags the letters that take no value
 */
record ArpingOptions(
    Set<Character> flags,
    String destination,
    long count,
    long timeout,
    long interval,
    Optional<String> device,
    Optional<String> source) {
  static final String HELP =
      """

      Usage:
        arping [options] <destination>

      Options:
        -f            quit on first reply
        -q            be quiet
        -b            keep on broadcasting, do not unicast
        -D            duplicate address detection mode
        -U            unsolicited ARP mode, update your neighbours
        -A            ARP answer mode, update your neighbours
        -V            print version and exit
        -c <count>    how many packets to send
        -w <timeout>  how long to wait for a reply
        -i <interval> set interval between packets (default: 1 second)
        -I <device>   which ethernet device to use
        -s <source>   source ip address
        <destination> dns name or ip address

      For more details see arping(8).
      """;
  static final String VERSION = PingHelp.VERSION.replaceFirst("ping", "arping");
  private static final String LETTERS = "h?bfDUAqc:w:i:I:s:V";

  boolean has(char flag) {
    return flags.contains(flag);
  }

  boolean detectsDuplicates() {
    return has('D');
  }

  boolean isUnsolicited() {
    return has('U') || has('A');
  }

  static ArpingOptions parse(List<String> args) throws PingOptions.Refused {
    Getopt options;
    try {
      options = Getopt.parse(LETTERS, args);
    } catch (Getopt.Bad e) {
      throw new PingOptions.Refused("arping: " + e.getMessage() + "\n" + HELP, 2);
    }
    Set<Character> flags = new TreeSet<>();
    long count = 0;
    long timeout = 0;
    long interval = 1;
    Optional<String> device = Optional.empty();
    Optional<String> source = Optional.empty();
    for (Getopt.Option option : options.options()) {
      switch (option.letter()) {
        case 'c' -> count = number(option.value(), 1, Long.MAX_VALUE);
        case 'w' -> timeout = number(option.value(), 0, Integer.MAX_VALUE);
        case 'i' -> interval = number(option.value(), 0, Integer.MAX_VALUE);
        case 'I' -> device = Optional.of(option.value());
        case 's' -> source = Optional.of(option.value());
        case 'h', '?' -> throw new PingOptions.Refused(HELP, 2);
        case 'V' -> throw new PingOptions.Refused(VERSION, 0);
        default -> flags.add(option.letter());
      }
    }
    if (options.words().size() != 1) {
      throw new PingOptions.Refused(HELP, 2);
    }
    if (flags.contains('D')) {
      flags.add('f');
    }
    return new ArpingOptions(
        flags, options.words().getFirst(), count, timeout, interval, device, source);
  }

  private static long number(String text, long least, long most) throws PingOptions.Refused {
    try {
      long value = Long.parseLong(text);
      if (value < least || value > most) {
        throw new PingOptions.Refused(
            "arping: invalid argument: '"
                + text
                + "': out of range: "
                + least
                + " <= value <= "
                + most
                + "\n",
            1);
      }
      return value;
    } catch (NumberFormatException e) {
      throw new PingOptions.Refused("arping: invalid argument: '" + text + "'\n", 1);
    }
  }
}
