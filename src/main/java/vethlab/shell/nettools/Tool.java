package vethlab.shell.nettools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;
import vethlab.shell.Call;

/**
 * One call of a tool: what it prints is kept to the end, as the tools' own buffers do, while errors
 * are said at once.
 */
final class Tool {
  private final Call call;
  private final StringBuilder out = new StringBuilder();

  /** What a tool does; its result is the exit status. */
  interface Body {
    int run(Tool tool);
  }

  private Tool(Call call) {
    this.call = call;
  }

  static int run(Call call, Body body) {
    Tool tool = new Tool(call);
    int status;
    try {
      status = body.run(tool);
    } catch (ToolError error) {
      tool.say(error.getMessage());
      status = error.status();
    }
    call.out().print(tool.out.toString());
    return status;
  }

  Call call() {
    return call;
  }

  Kernel kernel() {
    return call.kernel();
  }

  Ns ns() {
    return call.netns();
  }

  void print(String text) {
    out.append(text);
  }

  void print(String format, Object... values) {
    out.append(String.format(java.util.Locale.ROOT, format, values));
  }

  void say(String text) {
    call.err().print(text);
  }

  List<LinkView> links() {
    return kernel().links(ns());
  }

  Optional<LinkView> link(String name) {
    return links().stream().filter(l -> l.name().equals(name)).findFirst();
  }

  List<AddrView> addresses() {
    return kernel().addresses(ns());
  }

  /** Applies a change; the refusal if the kernel refuses. */
  Optional<Result.Refused> apply(Op op) {
    return kernel().apply(op) instanceof Result.Refused refused
        ? Optional.of(refused)
        : Optional.empty();
  }

  /** A text kept beside the classes: the tools' usage. */
  static String help(String topic) {
    try (InputStream in = Tool.class.getResourceAsStream("help/" + topic + ".txt")) {
      if (in == null) {
        throw new IllegalArgumentException("no help about " + topic);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
