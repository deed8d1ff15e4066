package vethlab.shell.programs;

import java.util.ArrayList;
import java.util.List;

/**
 * getopt(3): short options with or without a value, anywhere before {@code --}.
 *
 * @param options in the order given
 * @param words what is not an option
 */
record Getopt(List<Option> options, List<String> words) {

  /**
   * @param value empty where the option takes none
   */
  record Option(char letter, String value) {}

  /** A mistake in getopt's own words, without the program's name. */
  static final class Bad extends Exception {
    private static final long serialVersionUID = 1L;

    Bad(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * @param spec letters, those that take a value followed by a colon
   */
  static Getopt parse(String spec, List<String> args) throws Bad {
    List<Option> options = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.equals("--")) {
        words.addAll(args.subList(i + 1, args.size()));
        break;
      }
      if (arg.length() < 2 || arg.charAt(0) != '-') {
        words.add(arg);
        continue;
      }
      i = cluster(spec, args, i, options);
    }
    return new Getopt(options, words);
  }

  private static int cluster(String spec, List<String> args, int index, List<Option> options)
      throws Bad {
    String arg = args.get(index);
    for (int at = 1; at < arg.length(); at++) {
      char letter = arg.charAt(at);
      int known = letter == ':' ? -1 : spec.indexOf(letter);
      if (known < 0) {
        throw new Bad("invalid option -- '" + letter + "'");
      }
      if (known + 1 >= spec.length() || spec.charAt(known + 1) != ':') {
        options.add(new Option(letter, ""));
        continue;
      }
      if (at + 1 < arg.length()) {
        options.add(new Option(letter, arg.substring(at + 1)));
        return index;
      }
      if (index + 1 >= args.size()) {
        throw new Bad("option requires an argument -- '" + letter + "'");
      }
      options.add(new Option(letter, args.get(index + 1)));
      return index + 1;
    }
    return index;
  }
}
