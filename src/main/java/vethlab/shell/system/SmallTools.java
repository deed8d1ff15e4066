package vethlab.shell.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import vethlab.shell.Arguments;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;
import vethlab.shell.FileException;
import vethlab.shell.Instant;

/** seq, expr, and checksums, which scripts use to make addresses up. */
final class SmallTools {
  private static final int MOST = 1_000_000;

  private SmallTools() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("seq", SmallTools::seq);
    table.instant("expr", ExprCommand::run);
    digest(table, "md5sum", "MD5");
    digest(table, "sha1sum", "SHA-1");
    digest(table, "sha256sum", "SHA-256");
    Instant base64 = SmallTools::base64;
    table.add("base64", base64.reading(args -> args.stream().allMatch(w -> w.startsWith("-"))));
  }

  private static int usage(Call call, String problem) {
    call.err()
        .println(
            call.name()
                + ": "
                + problem
                + "\nTry '"
                + call.name()
                + " --help' for more information.");
    return 1;
  }

  private static int seq(Call call) {
    String separator = "\n";
    boolean wide = false;
    String format = "";
    List<String> words = call.args();
    int i = 0;
    for (; i < words.size() && words.get(i).matches("-[swf].*|--equal-width"); i++) {
      String word = words.get(i);
      if (word.equals("-w") || word.startsWith("--")) {
        wide = true;
      } else {
        String value = word.length() > 2 ? word.substring(2) : words.get(++i);
        separator = word.startsWith("-s") ? value : separator;
        format = word.startsWith("-f") ? value : format;
      }
    }
    List<String> numbers = words.subList(i, words.size());
    if (numbers.isEmpty()) {
      return usage(call, "missing operand");
    }
    for (String number : numbers) {
      if (!number.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)")) {
        return usage(call, "invalid floating point argument: ‘" + number + "’");
      }
    }
    String first = numbers.size() > 1 ? numbers.getFirst() : "1";
    String step = numbers.size() > 2 ? numbers.get(1) : "1";
    return print(call, first, step, numbers.getLast(), separator, wide, format);
  }

  private static int decimals(String number) {
    int dot = number.indexOf('.');
    return dot < 0 ? 0 : number.length() - dot - 1;
  }

  private static int print(
      Call call,
      String first,
      String step,
      String last,
      String separator,
      boolean wide,
      String format) {
    double from = Double.parseDouble(first);
    double by = Double.parseDouble(step);
    double to = Double.parseDouble(last);
    if (by == 0) {
      return usage(call, "invalid Zero increment value: ‘" + step + "’");
    }
    int digits = Math.max(decimals(first), decimals(step));
    String plain = "%." + digits + "f";
    int width = wide ? Math.max(plain.formatted(from).length(), plain.formatted(to).length()) : 0;
    String shape = wide ? "%0" + width + "." + digits + "f" : plain;
    if (!format.isEmpty()) {
      shape = format.replace("%g", "%s").replaceAll("%0?(\\d*)g", "%$1s");
    }
    StringBuilder out = new StringBuilder();
    long count = (long) Math.floor((to - from) / by + 1e-9);
    if (count > MOST) {
      return usage(call, "more than " + MOST + " numbers");
    }
    for (long n = 0; n <= count; n++) {
      double value = from + n * by;
      out.append(n == 0 ? "" : separator);
      out.append(
          format.contains("f") || format.isEmpty()
              ? shape.formatted(value)
              : shape.formatted(plain.formatted(value)));
    }
    if (count >= 0) {
      call.out().print(out.append('\n').toString());
    }
    return 0;
  }

  private static void digest(CommandTable table, String name, String algorithm) {
    Instant sum = call -> sum(call, algorithm);
    table.add(name, sum.reading(args -> args.stream().allMatch(w -> w.startsWith("-"))));
  }

  private static int sum(Call call, String algorithm) {
    List<String> files = call.args().stream().filter(w -> !w.matches("-.+")).toList();
    int status = 0;
    for (String file : files.isEmpty() ? List.of("-") : files) {
      try {
        String text = file.equals("-") ? call.input() : call.files().read(file);
        byte[] hash =
            MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        call.out().println(HexFormat.of().formatHex(hash) + "  " + file);
      } catch (FileException e) {
        call.err().println(call.name() + ": " + file + ": " + e.getMessage());
        status = 1;
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
    return status;
  }

  private static int base64(Call call) {
    Arguments arguments =
        Arguments.parse(
            call.process().argv(),
            new Arguments.Spec("di", "w").name("decode", 'd').name("wrap", 'w'));
    String text =
        arguments.operands().isEmpty()
            ? call.input()
            : call.files().read(arguments.operands().getFirst());
    if (arguments.has('d')) {
      try {
        call.out().write(Base64.getMimeDecoder().decode(text));
        return 0;
      } catch (IllegalArgumentException e) {
        call.err().println("base64: invalid input");
        return 1;
      }
    }
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    int width =
        arguments.value('w').filter(w -> w.matches("\\d{1,6}")).map(Integer::parseInt).orElse(76);
    String wrapped = width == 0 ? encoded : encoded.replaceAll("(.{" + width + "})(?=.)", "$1\n");
    call.out().print(wrapped.isEmpty() || width == 0 ? wrapped : wrapped + "\n");
    return 0;
  }
}
