package vethlab.shell.lang;

import java.util.List;
import java.util.Optional;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;

/** Builtins that also lie in /usr/bin, for sudo, xargs, ip netns exec and their like. */
final class BuiltinPrograms {

  private BuiltinPrograms() {}

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("true", call -> 0);
    table.instant("false", call -> 1);
    table.instant("echo", call -> PrintBuiltins.echo(call.out(), words(call)));
    table.instant("printf", BuiltinPrograms::printf);
    table.instant("pwd", BuiltinPrograms::pwd);
    table.instant("kill", BuiltinPrograms::kill);
    table.instant("test", BuiltinPrograms::test);
    table.instant("[", BuiltinPrograms::test);
  }

  private static List<String> words(Call call) {
    return call.process().argv();
  }

  private static int printf(Call call) {
    if (call.args().isEmpty()) {
      call.err().println("printf: missing operand");
      return 1;
    }
    Printf printf =
        new Printf(message -> call.err().println("printf: " + message), call.process().now());
    List<String> args = call.args();
    call.out().print(printf.format(args.getFirst(), args.subList(1, args.size())));
    return printf.status();
  }

  private static int pwd(Call call) {
    call.out().println(call.files().workingDirectory());
    return 0;
  }

  private static int kill(Call call) {
    return new KillCommand(
            call.process(), message -> call.err().println(message), word -> Optional.empty())
        .run(words(call));
  }

  private static int test(Call call) {
    return Tests.program(call);
  }
}
