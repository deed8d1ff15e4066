package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Ns;
import vethlab.shell.FileException;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;

/**
 * One call of {@code ip}, {@code bridge} or {@code tc}. It ends at once, but for {@code ip -all
 * netns exec}, which waits for the programs it runs one after the other.
 */
final class ToolProgram implements Program {

  /** Runs what stands after the options. */
  interface Objects {
    Outcome run(Host host, Args args);
  }

  private final Host.Tool tool;
  private final Objects objects;
  private List<Ns> namespaces = List.of();
  private List<String> argv = List.of();
  private OptionalInt child = OptionalInt.empty();
  private boolean started;

  ToolProgram(Host.Tool tool, Objects objects) {
    this.tool = tool;
    this.objects = objects;
  }

  @Override
  public Program copy() {
    ToolProgram copy = new ToolProgram(tool, objects);
    copy.namespaces = namespaces;
    copy.argv = argv;
    copy.child = child;
    copy.started = started;
    return copy;
  }

  @Override
  public Progress advance(Process process) {
    return started ? nextNamespace(process) : start(process);
  }

  private Progress start(Process process) {
    try {
      Args args = new Args(process.argv().subList(1, process.argv().size()));
      OptionReader.Read read = OptionReader.read(tool.name(), args);
      if (read.options().batch.isPresent()) {
        return batch(process, read);
      }
      started = true;
      Host host = host(process, read);
      if (!args.more()) {
        throw Help.of(tool.name());
      }
      return progress(process, host, run(host, args));
    } catch (OptionReader.Version version) {
      process.out().print(version.getMessage());
      return Progress.exited(0);
    } catch (IpError error) {
      process.err().print(error.getMessage());
      return Progress.exited(error.status());
    }
  }

  private Host host(Process process, OptionReader.Read read) {
    Host outside = new Host(tool, process, process.netns(), read.options());
    Ns ns =
        read.netns()
            .map(name ->
                outside.namespace(name).orElseThrow(() -> IpError.exit(IpNetns.cannotOpen(name))))
            .orElse(process.netns());
    return new Host(tool, process, ns, read.options());
  }

  /** Runs one command; what it prints and says is printed when it returns. */
  private Outcome run(Host host, Args args) {
    try {
      Outcome outcome = objects.run(host, args);
      host.flush();
      return outcome;
    } catch (IpError.Exit exit) {
      host.flush();
      throw exit;
    } catch (IpError error) {
      host.warn(error.getMessage());
      return new Outcome.Done(error.status());
    }
  }

  private Progress progress(Process process, Host host, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done done -> Progress.exited(done.status());
      case Outcome.Become become -> new Progress.Exec(become.argv(), become.ns());
      case Outcome.BecomeInVrf become ->
          new Progress.Exec(become.argv(), process.netns(), OptionalInt.of(become.vrf()));
      case Outcome.InEach each -> {
        namespaces = each.namespaces();
        argv = each.argv();
        yield nextNamespace(process);
      }
    };
  }

  private Progress nextNamespace(Process process) {
    if (child.isPresent()) {
      if (process.reap(child.getAsInt()).isEmpty()) {
        return Progress.BLOCKED;
      }
      child = OptionalInt.empty();
    }
    if (namespaces.isEmpty()) {
      return Progress.exited(0);
    }
    Ns ns = namespaces.getFirst();
    namespaces = namespaces.subList(1, namespaces.size());
    process.out().print("\nnetns: " + ns.name() + "\n");
    child = OptionalInt.of(process.spawn(argv, ns));
    return Progress.BLOCKED;
  }

  private Progress batch(Process process, OptionReader.Read read) {
    String file = read.options().batch.get();
    Optional<String> text = file.equals("-") ? process.in().all() : file(process, file);
    if (text.isEmpty()) {
      return Progress.BLOCKED;
    }
    started = true;
    return Progress.exited(new Batch(file, text.get()).run(host(process, read), this::runLine));
  }

  private static Optional<String> file(Process process, String file) {
    try {
      return Optional.of(process.files().read(file));
    } catch (FileException e) {
      throw new IpError(
          "Cannot open file \"" + file + "\" for reading: " + e.getMessage() + "\n", 1);
    }
  }

  /** One line of a batch in a host of its own; its status. */
  private int runLine(Host host, List<String> words) {
    Host fresh = new Host(tool, host.process(), host.ns(), host.options());
    Outcome outcome = run(fresh, new Args(new ArrayList<>(words)));
    return switch (outcome) {
      case Outcome.Done done -> done.status();
      default -> throw IpError.notModelled(tool.name() + " -batch: netns exec");
    };
  }
}
