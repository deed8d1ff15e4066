package vethlab.shell.iproute;

import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.LinkView;
import vethlab.shell.NamespaceFiles;
import vethlab.shell.Process;

/** What a command works on: the kernel, one namespace of it, the options and where to print. */
final class Host {

  /**
   * The tools end differently when a command fails by itself and when the kernel refuses.
   *
   * @param failed status when the tool itself gives up
   * @param refused status when the kernel says no
   */
  record Tool(String name, int failed, int refused) {
    static final Tool IP = new Tool("ip", 1, 2);
    static final Tool BRIDGE = new Tool("bridge", 255, 255);
    static final Tool TC = new Tool("tc", 1, 2);
  }

  private final Tool tool;
  private final Process process;
  private final Ns ns;
  private final Options options;
  private final Names names;
  private final StringBuilder out = new StringBuilder();
  private Optional<LinkTable> links = Optional.empty();

  Host(Tool tool, Process process, Ns ns, Options options) {
    this.tool = tool;
    this.process = process;
    this.ns = ns;
    this.options = options;
    this.names = new Names(process.files(), options);
  }

  Kernel kernel() {
    return process.kernel();
  }

  Process process() {
    return process;
  }

  Ns ns() {
    return ns;
  }

  Options options() {
    return options;
  }

  Names names() {
    return names;
  }

  Tool tool() {
    return tool;
  }

  /** The links as they were when first asked for, or after the last change. */
  LinkTable links() {
    if (links.isEmpty()) {
      links = Optional.of(new LinkTable(kernel(), ns));
    }
    return links.get();
  }

  /** The link of that name, or {@code Cannot find device}. */
  LinkView device(String name) {
    return links().find(name).orElseThrow(() -> noDevice(name));
  }

  IpError noDevice(String name) {
    return failed("Cannot find device \"" + name + "\"\n");
  }

  /** The tool gives up. */
  IpError failed(String text) {
    return new IpError(text, tool.failed());
  }

  /** Asks the kernel for a change; its refusal ends the command. */
  void talk(Op op) {
    Result result = kernel().apply(op);
    links = Optional.empty();
    if (result instanceof Result.Refused refused) {
      throw refused(refused);
    }
  }

  IpError refused(Result.Refused refused) {
    return new IpError(answer(refused), tool.refused());
  }

  /** The kernel's sentence where it has one, else the error's text. */
  static String answer(Result.Refused refused) {
    String message = refused.message();
    if (message.isEmpty()) {
      return "RTNETLINK answers: " + refused.errno().text() + "\n";
    }
    return "Error: " + message + (message.endsWith(".") ? "\n" : ".\n");
  }

  /** What stands for the kernel's answer where this machine has no such thing. */
  IpError refused(String text) {
    return new IpError(text, tool.refused());
  }

  Printer printer() {
    return new Printer(out, options);
  }

  void print(String text) {
    out.append(text);
  }

  void warn(String text) {
    flush();
    process.err().print(text);
  }

  void flush() {
    if (!out.isEmpty()) {
      process.out().print(out.toString());
      out.setLength(0);
    }
  }

  /** The namespace of that name, or of that file. */
  Optional<Ns> namespace(String name) {
    String file = name;
    for (String directory : new String[] {"/var/run/netns/", "/run/netns/"}) {
      if (file.startsWith(directory)) {
        file = file.substring(directory.length());
      }
    }
    if (name.startsWith("/proc/")) {
      return NamespaceFiles.find(process, name);
    }
    Ns found = new Ns(file);
    return found.isNamed() && kernel().exists(found) ? Optional.of(found) : Optional.empty();
  }
}
