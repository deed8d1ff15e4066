package vethlab.shell.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.shell.Input;

/** {@code read} and {@code mapfile}. */
final class InputBuiltins {
  private static final String USAGE =
      "read: usage: read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars]"
          + " [-p prompt] [-t timeout] [-u fd] [name ...]";

  private InputBuiltins() {}

  static void addTo(Map<String, Builtin> table) {
    table.put("read", InputBuiltins::read);
    table.put("mapfile", InputBuiltins::mapfile);
    table.put("readarray", InputBuiltins::mapfile);
  }

  /** What {@code read} was asked for. */
  private static final class Request {
    boolean raw;
    String array = "";
    String delimiter = "\n";
    String prompt = "";
    int most = -1;
    int fd;
    double timeout = -1;
    List<String> names = List.of();
  }

  private static Optional<Request> request(Shell shell, List<String> argv) {
    Request r = new Request();
    int i = 1;
    while (i < argv.size() && argv.get(i).startsWith("-") && argv.get(i).length() > 1) {
      String word = argv.get(i++);
      if (word.equals("--")) {
        break;
      }
      for (int j = 1; j < word.length(); j++) {
        char c = word.charAt(j);
        if ("ers".indexOf(c) >= 0) {
          r.raw |= c == 'r';
          continue;
        }
        if ("adinNptu".indexOf(c) < 0) {
          shell.complain("read: -" + c + ": invalid option");
          shell.process().err().println(USAGE);
          return Optional.empty();
        }
        String value =
            j + 1 < word.length() ? word.substring(j + 1) : i < argv.size() ? argv.get(i++) : "";
        option(r, c, value);
        break;
      }
    }
    r.names = argv.subList(i, argv.size());
    return Optional.of(r);
  }

  private static void option(Request r, char c, String value) {
    switch (c) {
      case 'a' -> r.array = value;
      case 'd' -> r.delimiter = value.isEmpty() ? "\0" : value.substring(0, 1);
      case 'p' -> r.prompt = value;
      case 'n', 'N' -> r.most = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
      case 'u' -> r.fd = value.matches("\\d{1,4}") ? Integer.parseInt(value) : 0;
      case 't' -> r.timeout = value.matches("\\d*\\.?\\d+") ? Double.parseDouble(value) : -1;
      default -> {}
    }
  }

  private static int read(Shell shell, List<String> argv) {
    Optional<Request> request = request(shell, argv);
    if (request.isEmpty()) {
      return 2;
    }
    Request r = request.get();
    Input in = shell.process().input(r.fd);
    boolean plain = r.delimiter.equals("\n") && r.most < 0;
    Optional<String> line = plain ? in.wholeLine() : piece(in, r);
    if (line.isEmpty() && !in.atEnd()) {
      return later(shell, r);
    }
    shell.deadline = Long.MIN_VALUE;
    boolean whole = line.isPresent() && (!plain || line.get().endsWith("\n"));
    String text = plain ? line.orElse("").replaceFirst("\n$", "") : line.orElse("");
    while (!r.raw && whole && endsWithBackslash(text) && r.delimiter.equals("\n")) {
      Optional<String> more = in.line();
      text = text.substring(0, text.length() - 1) + more.orElse("");
      whole = more.isPresent();
    }
    store(shell, r, text);
    return whole ? 0 : 1;
  }

  private static boolean endsWithBackslash(String text) {
    int count = 0;
    while (count < text.length() && text.charAt(text.length() - 1 - count) == '\\') {
      count++;
    }
    return count % 2 == 1;
  }

  private static int later(Shell shell, Request r) {
    if (r.timeout >= 0) {
      long now = shell.process().now();
      if (shell.deadline == Long.MIN_VALUE) {
        shell.deadline = now + (long) (r.timeout * 1e9);
        shell.process().wakeAt(shell.deadline);
      } else if (now >= shell.deadline) {
        shell.deadline = Long.MIN_VALUE;
        return 142;
      }
    }
    if (!r.prompt.isEmpty() && shell.interactive) {
      shell.system().prompt(r.prompt);
    }
    return Builtin.PENDING;
  }

  /** Up to a delimiter that is no newline, or a number of characters. */
  private static Optional<String> piece(Input in, Request r) {
    StringBuilder piece = new StringBuilder();
    while (r.most < 0 || piece.length() < r.most) {
      byte[] one = in.read(1);
      if (one.length == 0) {
        return piece.isEmpty() ? Optional.empty() : Optional.of(piece.toString());
      }
      char c = (char) one[0];
      if (c == r.delimiter.charAt(0)) {
        return Optional.of(piece.toString());
      }
      piece.append(c);
    }
    return Optional.of(piece.toString());
  }

  private static void store(Shell shell, Request r, String text) {
    String ifs = shell.ifs();
    if (!r.array.isEmpty()) {
      List<String> fields = split(text, ifs, Integer.MAX_VALUE, r.raw);
      shell.assign(
          new Mark.Assigned(r.array, Optional.empty(), false, Mark.Elements.array(fields)));
      return;
    }
    if (r.names.isEmpty()) {
      shell.parameters.set("REPLY", r.raw ? text : unescaped(text));
      return;
    }
    List<String> fields = split(text, ifs, r.names.size(), r.raw);
    for (int i = 0; i < r.names.size(); i++) {
      shell.parameters.set(r.names.get(i), i < fields.size() ? fields.get(i) : "");
    }
  }

  private static String unescaped(String text) {
    return text.replaceAll("\\\\(.)", "$1");
  }

  /** At most {@code most} fields; the last takes the rest. */
  private static List<String> split(String text, String ifs, int most, boolean raw) {
    List<String> fields = new ArrayList<>();
    int i = skipBlanks(text, 0, ifs);
    int end = text.length();
    while (end > i
        && isBlank(text.charAt(end - 1), ifs)
        && (raw || end < 2 || text.charAt(end - 2) != '\\')) {
      end--;
    }
    while (i < end) {
      if (fields.size() == most - 1) {
        fields.add(rest(text.substring(i, end), ifs, raw));
        return fields;
      }
      StringBuilder field = new StringBuilder();
      while (i < end && ifs.indexOf(text.charAt(i)) < 0) {
        if (!raw && text.charAt(i) == '\\' && i + 1 < end) {
          i++;
        }
        field.append(text.charAt(i++));
      }
      fields.add(field.toString());
      i = skipBlanks(text, i, ifs);
      if (i < end && ifs.indexOf(text.charAt(i)) >= 0) {
        i = skipBlanks(text, i + 1, ifs);
      }
    }
    return fields;
  }

  /** The last field: a separator at its end is no part of it when there is no other. */
  private static String rest(String text, String ifs, boolean raw) {
    String kept = text;
    if (!kept.isEmpty()) {
      char last = kept.charAt(kept.length() - 1);
      String before = kept.substring(0, kept.length() - 1);
      boolean only = before.chars().noneMatch(c -> ifs.indexOf(c) >= 0);
      if (ifs.indexOf(last) >= 0 && !isBlank(last, ifs) && only) {
        kept = before;
      }
    }
    return raw ? kept : unescaped(kept);
  }

  private static boolean isBlank(char c, String ifs) {
    return (c == ' ' || c == '\t' || c == '\n') && ifs.indexOf(c) >= 0;
  }

  private static int skipBlanks(String text, int from, String ifs) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i), ifs)) {
      i++;
    }
    return i;
  }

  private static int mapfile(Shell shell, List<String> argv) {
    boolean strip = argv.contains("-t");
    String last = argv.getLast();
    String name = argv.size() > 1 && !last.startsWith("-") ? last : "MAPFILE";
    Optional<String> all = shell.process().in().all();
    if (all.isEmpty()) {
      return Builtin.PENDING;
    }
    List<String> elements = new ArrayList<>();
    String text = all.get();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      String line = text.substring(start, end);
      elements.add(strip && line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
      start = end;
    }
    shell.assign(new Mark.Assigned(name, Optional.empty(), false, Mark.Elements.array(elements)));
    return 0;
  }
}
