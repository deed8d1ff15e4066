package vethlab.linux.agent;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vethlab.linux.socket.KernelRefusal;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * A sandbox seen from outside: the kernel in it, its frames, scripts that run in it. Closing it
 * takes down all that is in it; so does the end of this process, however it comes.
 */
public final class Sandbox implements AutoCloseable {
  private static final long START_SECONDS = 30;

  private Optional<Process> process;
  private final Connection connection;
  private final Kernel kernel;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Talk>> waiting = new ConcurrentHashMap<>();
  private final Map<Integer, Consumer<Talk.Printed>> readers = new ConcurrentHashMap<>();
  private final CompletableFuture<Talk> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private volatile Consumer<CapturedFrame> frames = frame -> {};

  /** How much of the machine a sandbox can change. */
  public enum Files {
    /** As much as whoever started it: for shells. */
    WRITABLE,
    /** Nothing: for scripts. */
    READ_ONLY
  }

  private Sandbox(Optional<Process> process, Connection connection) {
    this.process = process;
    this.connection = connection;
    this.kernel =
        (Kernel)
            Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, new Remote());
    Thread.ofPlatform().name("sandbox").daemon().start(this::listen);
  }

  /**
   * Starts a sandbox that lives as long as this process, or until it is closed.
   *
   * @throws IOException with a sentence where this machine does not allow one
   */
  public static Sandbox start(Files files) throws IOException {
    Process process =
        Launch.agent(files == Files.READ_ONLY ? List.of("--protect") : List.of())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Sandbox sandbox =
        new Sandbox(
            Optional.of(process),
            new Connection(process.getInputStream(), process.getOutputStream()));
    sandbox.awaitReady();
    return sandbox;
  }

  /**
   * Starts a sandbox that can be kept: it listens at a socket, and says what goes wrong in a file.
   * Until {@link #keep} it ends with this process.
   */
  public static Sandbox startAt(Path socket, Path log) throws IOException {
    ProcessBuilder builder = Launch.agent(List.of("--listen", socket.toString()));
    builder.command().addFirst("setsid");
    builder.redirectError(log.toFile());
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        Sandbox sandbox = new Sandbox(Optional.of(process), connect(socket));
        sandbox.awaitReady();
        return sandbox;
      } catch (SocketException e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          process.destroyForcibly();
          String said = java.nio.file.Files.readString(log).strip();
          throw new IOException(Launch.obstacle().orElse(said), e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(5);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private static Connection connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    return new Connection(Channels.newInputStream(channel), Channels.newOutputStream(channel));
  }

  /** From now on the sandbox stays when this process ends, until somebody tells it to quit. */
  public void keep() throws IOException {
    ask(new Talk.Keep(next()));
    process = Optional.empty();
  }

  /** A sandbox that this process is in itself: its namespaces must be private ones. */
  public static Sandbox here() throws IOException {
    PipedInputStream questions = new PipedInputStream();
    PipedInputStream answers = new PipedInputStream();
    Connection inside = new Connection(questions, new PipedOutputStream(answers));
    Connection outside = new Connection(answers, new PipedOutputStream(questions));
    AgentServer server = AgentServer.start();
    Thread.ofPlatform().name("agent").daemon().start(() -> server.serve(inside));
    Sandbox sandbox = new Sandbox(Optional.empty(), outside);
    sandbox.awaitReady();
    return sandbox;
  }

  /** Talks to a sandbox that listens at a socket; closing this leaves it as it is. */
  public static Sandbox at(Path socket) throws IOException {
    Sandbox sandbox = new Sandbox(Optional.empty(), connect(socket));
    sandbox.awaitReady();
    return sandbox;
  }

  private void awaitReady() throws IOException {
    try {
      ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException _) {
      close();
      throw new IOException(
          Launch.obstacle().orElse("the sandbox's process ended before it was ready"));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  /** The kernel as it is inside: its host is the sandbox's own namespace. */
  public Kernel kernel() {
    return kernel;
  }

  /** The agent's process as this side's pid namespace numbers it; empty where it is not ours. */
  public Optional<Long> pid() {
    return process.flatMap(p -> p.toHandle().children().findFirst()).map(ProcessHandle::pid);
  }

  /**
   * From now on every frame of the sandbox is handed over, in the order of time.
   *
   * @param sink called by one thread, which must not wait for the sandbox
   */
  public void capture(Consumer<CapturedFrame> sink) throws IOException {
    frames = sink;
    ask(new Talk.Record(next()));
  }

  /** Waits for all frames so far; answers how many the kernel had no room for. */
  public long settle() throws IOException {
    return ask(new Talk.Settle(next())) instanceof Talk.Answer answer
        ? (Long) answer.value().orElse(0L)
        : 0;
  }

  /**
   * Runs a script with a real bash, and waits for its end.
   *
   * @param printed is told what it prints, by another thread
   */
  public Talk.Ended run(
      String name, byte[] script, Talk.Streams streams, Consumer<Talk.Printed> printed)
      throws IOException {
    int id = next();
    readers.put(id, printed);
    try {
      return (Talk.Ended) ask(new Talk.Run(id, name, script, streams));
    } finally {
      readers.remove(id);
    }
  }

  /** Interrupts the scripts of that name as Ctrl+C does. */
  public void interrupt(String name) throws IOException {
    ask(new Talk.Interrupt(next(), name));
  }

  /**
   * Has something answer at a port, on every address of a namespace: what comes is sent back.
   *
   * @throws IOException with the kernel's reason where it can't listen
   */
  public void listen(Ns ns, Talk.Transport transport, int port) throws IOException {
    ask(new Talk.Listen(next(), ns, transport, port));
  }

  /** Ends what {@link #listen} has begun; where there is nothing, nothing. */
  public void stopListening(Ns ns, Talk.Transport transport, int port) throws IOException {
    ask(new Talk.StopListening(next(), ns, transport, port));
  }

  /**
   * Waits until whoever has claimed the sandbox before is gone, and what they asked for is done.
   * Until this is closed nobody else can claim it.
   */
  public void claim() throws IOException {
    ask(new Talk.Claim(next()));
  }

  /** Ends the sandbox for everybody, and with it all that is in it. */
  public void quit() throws IOException {
    connection.send(new Talk.Quit(next()));
    try {
      ended.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the sandbox does not end", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  private int next() {
    return ids.incrementAndGet();
  }

  private static int id(Talk talk) {
    return switch (talk) {
      case Talk.Call t -> t.id();
      case Talk.Record t -> t.id();
      case Talk.Settle t -> t.id();
      case Talk.Run t -> t.id();
      case Talk.Interrupt t -> t.id();
      case Talk.Listen t -> t.id();
      case Talk.StopListening t -> t.id();
      case Talk.Claim t -> t.id();
      case Talk.Keep t -> t.id();
      case Talk.Quit t -> t.id();
      case Talk.Answer t -> t.id();
      case Talk.Failed t -> t.id();
      case Talk.Printed t -> t.id();
      case Talk.Ended t -> t.id();
      case Talk.Ready _, Talk.Frames _ -> 0;
    };
  }

  private Talk ask(Talk question) throws IOException {
    CompletableFuture<Talk> answer = new CompletableFuture<>();
    waiting.put(id(question), answer);
    try {
      connection.send(question);
      Talk talk = answer.get();
      if (talk instanceof Talk.Failed failed && failed.why() instanceof Talk.Failure.Other other) {
        throw new IOException(other.sentence());
      }
      return talk;
    } catch (ExecutionException e) {
      throw new IOException("the sandbox is gone", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    } finally {
      waiting.remove(id(question));
    }
  }

  private void listen() {
    try {
      while (true) {
        Talk talk = connection.receive();
        switch (talk) {
          case Talk.Ready _ -> ready.complete(talk);
          case Talk.Frames portion -> portion.frames().forEach(frames);
          case Talk.Printed printed -> {
            Consumer<Talk.Printed> reader = readers.get(printed.id());
            if (reader != null) {
              reader.accept(printed);
            }
          }
          default -> {
            CompletableFuture<Talk> answer = waiting.get(id(talk));
            if (answer != null) {
              answer.complete(talk);
            }
          }
        }
      }
    } catch (IOException e) {
      ended.complete(true);
      ready.completeExceptionally(e);
      new ArrayList<>(waiting.values()).forEach(answer -> answer.completeExceptionally(e));
    }
  }

  @Override
  public void close() throws IOException {
    if (process.isPresent()) {
      try (var end = process.get().getOutputStream()) {
        end.flush(); // closing it tells the agent to end; below in case it can't
      } catch (IOException _) {
        process.get().destroy(); // it is gone already
      }
      try {
        if (!process.get().waitFor(2, TimeUnit.SECONDS)) {
          process.get().destroyForcibly();
        }
      } catch (InterruptedException _) {
        process.get().destroyForcibly();
        Thread.currentThread().interrupt();
      }
    } else {
      connection.close();
    }
  }

  /** Each method of {@link Kernel} is asked of the agent. */
  private final class Remote implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getDeclaringClass() == Object.class) {
        return method.invoke(Sandbox.this, arguments);
      }
      List<Object> given = arguments == null ? List.of() : List.of(arguments);
      Talk answer = ask(new Talk.Call(next(), method.getName(), given));
      return switch (answer) {
        case Talk.Answer a -> a.value().orElseThrow();
        case Talk.Failed f ->
            throw switch (f.why()) {
              case Talk.Failure.NoNamespace none -> new Kernel.NoSuchNamespace(none.ns());
              case Talk.Failure.Refusal refusal ->
                  new KernelRefusal(refusal.sentence(), refusal.why());
              case Talk.Failure.Other other -> new IllegalStateException(other.sentence());
            };
        default -> throw new IllegalStateException("not an answer: " + answer);
      };
    }
  }
}
