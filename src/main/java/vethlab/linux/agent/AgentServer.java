package vethlab.linux.agent;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import vethlab.linux.KernelDefaults;
import vethlab.linux.LinuxKernel;
import vethlab.linux.Rehearsal;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.KernelRefusal;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;

/** The sandbox's inside: its kernel, its recorder, and what it answers to whoever asks. */
final class AgentServer {
  private final Namespaces namespaces;
  private final LinuxKernel kernel;
  private final Recorder recorder;
  private final Map<String, Method> methods = new TreeMap<>();
  private final Set<ScriptRun> scripts = ConcurrentHashMap.newKeySet();
  private final Map<String, EchoServices> services = new ConcurrentHashMap<>();
  private final Semaphore changes = new Semaphore(1);
  private volatile Optional<Connection> changing = Optional.empty();
  private volatile boolean kept;

  private AgentServer(Namespaces namespaces, LinuxKernel kernel) {
    this.namespaces = namespaces;
    this.kernel = kernel;
    this.recorder = new Recorder(kernel);
    namespaces.whenMade(made -> made.forEach(recorder::made));
    for (Method method : Kernel.class.getMethods()) {
      methods.put(method.getName(), method);
    }
  }

  /** Sets the sandbox up: a private /run, lo up, the kernel's own defaults. */
  static AgentServer start() throws IOException {
    SandboxMounts.privateRun();
    Namespaces namespaces = new Namespaces(Namespaces.DIRECTORY, Naming.SYMBOLIC_LINK);
    LinuxKernel kernel = new LinuxKernel(namespaces);
    KernelDefaults defaults = new KernelDefaults();
    kernel.netns(Ns.HOST).inside(Executors.callable(defaults::give));
    namespaces.atBirth(defaults::give);
    kernel.apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
    Thread.ofPlatform().name("rehearsal").daemon().start(() -> Rehearsal.on(kernel));
    return new AgentServer(namespaces, kernel);
  }

  /** Shall it stay when whoever started it is gone? */
  boolean kept() {
    return kept;
  }

  /** Answers until the other side is gone. */
  void serve(Connection connection) {
    try (connection) {
      connection.send(new Talk.Ready(Libc.getuid()));
      while (true) {
        answer(connection, connection.receive());
      }
    } catch (IOException _) {
      recorder.stop(connection);
    } finally {
      release(connection);
    }
  }

  private void claim(Connection connection) {
    changes.acquireUninterruptibly();
    changing = Optional.of(connection);
  }

  private void release(Connection connection) {
    if (changing.filter(c -> c == connection).isPresent()) {
      changing = Optional.empty();
      changes.release();
    }
  }

  private void answer(Connection connection, Talk question) throws IOException {
    switch (question) {
      case Talk.Call call -> connection.send(call(call));
      case Talk.Record record -> {
        recorder.start(connection);
        connection.send(new Talk.Answer(record.id(), Optional.empty()));
      }
      case Talk.Settle settle ->
          connection.send(new Talk.Answer(settle.id(), Optional.of(recorder.settle())));
      case Talk.Run run -> {
        ScriptRun script = new ScriptRun(kernel, namespaces, recorder, connection, run);
        scripts.add(script);
        Thread.ofPlatform()
            .name("script")
            .daemon()
            .start(() -> {
              script.run();
              scripts.remove(script);
            });
      }
      case Talk.Interrupt interrupt -> {
        scripts.stream().filter(s -> s.isCalled(interrupt.name())).forEach(ScriptRun::interrupt);
        connection.send(new Talk.Answer(interrupt.id(), Optional.empty()));
      }
      case Talk.Listen listen -> connection.send(listen(listen));
      case Talk.StopListening stop -> {
        Optional.ofNullable(services.remove(service(stop.ns(), stop.transport(), stop.port())))
            .ifPresent(EchoServices::close);
        connection.send(new Talk.Answer(stop.id(), Optional.empty()));
      }
      case Talk.Claim claim -> {
        claim(connection);
        connection.send(new Talk.Answer(claim.id(), Optional.empty()));
      }
      case Talk.Keep keep -> {
        kept = true;
        connection.send(new Talk.Answer(keep.id(), Optional.empty()));
      }
      case Talk.Quit _ -> Runtime.getRuntime().halt(0);
      case Talk.Ready _,
          Talk.Answer _,
          Talk.Failed _,
          Talk.Frames _,
          Talk.Printed _,
          Talk.Ended _ ->
          throw new IOException("not a question");
    }
  }

  private Talk listen(Talk.Listen listen) {
    try {
      EchoServices echo = new EchoServices(kernel.netns(listen.ns()));
      echo.start(listen.transport(), listen.port());
      services.put(service(listen.ns(), listen.transport(), listen.port()), echo);
      return new Talk.Answer(listen.id(), Optional.empty());
    } catch (IOException | Kernel.NoSuchNamespace e) {
      String why = listen.ns() + " port " + listen.port() + ": " + e.getMessage();
      return new Talk.Failed(listen.id(), new Talk.Failure.Other(why));
    }
  }

  private static String service(Ns ns, Talk.Transport transport, int port) {
    return ns + " " + transport + " " + port;
  }

  private Talk call(Talk.Call call) {
    Method method = methods.get(call.method());
    if (method == null) {
      return new Talk.Failed(call.id(), new Talk.Failure.Other("no method " + call.method()));
    }
    try {
      Object value = method.invoke(kernel, call.arguments().toArray());
      return new Talk.Answer(call.id(), Optional.of(value));
    } catch (InvocationTargetException e) {
      return new Talk.Failed(call.id(), failure(e.getCause()));
    } catch (IllegalAccessException | IllegalArgumentException e) {
      String given = Arrays.toString(call.arguments().toArray());
      return new Talk.Failed(call.id(), new Talk.Failure.Other(e.getMessage() + ": " + given));
    }
  }

  private static Talk.Failure failure(Throwable cause) {
    return switch (cause) {
      case Kernel.NoSuchNamespace none -> new Talk.Failure.NoNamespace(none.namespace());
      case KernelRefusal refusal -> new Talk.Failure.Refusal(refusal.getMessage(), refusal.why());
      default -> new Talk.Failure.Other(String.valueOf(cause));
    };
  }
}
