package vethlab.shell.lang;

import java.util.stream.Collectors;

/** What {@code set -x} prints. */
final class Trace {
  private final Shell shell;

  Trace(Shell shell) {
    this.shell = shell;
  }

  private void print(String text) {
    String sign = shell.variables.text("PS4").orElse("+ ");
    String first = sign.isEmpty() ? "" : sign.substring(0, 1).repeat(shell.level) + sign;
    shell.process().err().println(first + text);
  }

  private boolean isOff() {
    return !shell.options.contains(Option.XTRACE);
  }

  void command(Mark.Invocation call) {
    if (isOff() || call.argv().isEmpty()) {
      return;
    }
    call.assigned().forEach(this::assignment);
    print(call.argv().stream().map(Quoting::traced).collect(Collectors.joining(" ")));
  }

  void assignment(Mark.Assigned a) {
    if (isOff()) {
      return;
    }
    String key = a.key().map(k -> "[" + k + "]").orElse("");
    String sign = a.append() ? "+=" : "=";
    String value =
        a.value().array()
            ? a.value().written()
            : a.value().list().stream()
                .map(e -> e.text().isEmpty() ? "" : Quoting.traced(e.text()))
                .collect(Collectors.joining());
    print(a.name() + key + sign + value);
  }

  /** The head of a {@code for} or {@code case}, as it was written. */
  void head(String text) {
    if (!isOff()) {
      print(text);
    }
  }

  void arithmetic(String expression) {
    if (!isOff()) {
      print("(( " + expression.strip() + " ))");
    }
  }

  void condition(String text) {
    if (!isOff()) {
      print("[[ " + text + " ]]");
    }
  }

  /** What {@code time} prints. */
  void time(long began, boolean posix) {
    long millis = (shell.process().now() - began) / 1_000_000;
    String real =
        posix
            ? "real %d.%02d\nuser 0.00\nsys 0.00\n".formatted(millis / 1000, millis % 1000 / 10)
            : "\nreal\t%dm%d.%03ds\nuser\t0m0.000s\nsys\t0m0.000s\n"
                .formatted(millis / 60_000, millis / 1000 % 60, millis % 1000);
    shell.process().err().print(real);
  }
}
