package vethlab.app.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.RealServices;
import vethlab.lab.compare.TraceText;
import vethlab.lab.observe.Observer;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;
import vethlab.op.Commands;
import vethlab.op.Errno;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.wire.pcapng.CaptureBuilder;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * A lab on this kernel, in a sandbox of its own. Its methods are called on one thread, and what it
 * tells is told on that thread; the kernel is talked to on others. Closing it leaves nothing.
 */
public final class KernelRun implements AutoCloseable {
  /** How far it is. */
  public enum State {
    PLANNED,
    BUILDING,
    READY,
    FAILED,
    CLOSED
  }

  /** Who is told that something has changed. */
  public interface Listener {
    void changed();

    /** The network is another one now: by a command that somebody typed. */
    void network(Lab lab);
  }

  /** The most frames that are kept; the oldest go first. */
  private static final int MOST_FRAMES = 100_000;

  private static final Duration DYING = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Lab lab;
  private final List<Op> ops;
  private final Executor told;
  private final Listener listener;
  private final ExecutorService work = Executors.newCachedThreadPool(KernelRun::daemon);

  /** One after the other, in the order in which they were drawn. */
  private final ExecutorService edits = Executors.newSingleThreadExecutor(KernelRun::daemon);

  private final Map<Ns, RealTerminal> terminals = new LinkedHashMap<>();
  private final List<Observed> frames = new ArrayList<>();
  private final Twin twin;

  private volatile Optional<Sandbox> sandbox = Optional.empty();
  private State state = State.PLANNED;
  private int done;
  private long buildNanos;
  private String failure = "";
  private long firstFrame;
  private int counted;
  private int shown;
  private Optional<Prediction> prediction = Optional.empty();

  /**
   * Plans it; nothing happens before {@link #build}.
   *
   * @param told runs what is told, on the caller's thread
   */
  public KernelRun(Lab lab, Executor told, Listener listener) {
    this.lab = lab;
    this.ops = LabOps.build(lab);
    this.told = told;
    this.listener = listener;
    this.twin = new Twin(lab);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "kernel run");
    thread.setDaemon(true);
    return thread;
  }

  // --- building --------------------------------------------------------------------------------

  public State state() {
    return state;
  }

  public List<Op> ops() {
    return ops;
  }

  /** How many operations have been done. */
  public int done() {
    return done;
  }

  public long buildNanos() {
    return buildNanos;
  }

  /** Why it failed, as a sentence. */
  public String failure() {
    return failure;
  }

  public void build() {
    state = State.BUILDING;
    listener.changed();
    work.execute(() -> {
      try {
        Sandbox made = Sandbox.start(Sandbox.Files.READ_ONLY);
        sandbox = Optional.of(made);
        made.capture(frame -> told.execute(() -> seen(frame)));
        long start = System.nanoTime();
        Optional<String> refusal = apply(made);
        RealServices.listen(made, lab);
        long nanos = System.nanoTime() - start;
        told.execute(() -> built(refusal, nanos));
      } catch (IOException | RuntimeException e) {
        told.execute(() -> built(Optional.of(String.valueOf(e.getMessage())), 0));
      }
    });
  }

  /** One after the other, so that progress is seen; what is refused ends it. */
  private Optional<String> apply(Sandbox in) {
    for (int i = 0; i < ops.size(); i++) {
      Op op = ops.get(i);
      if (in.kernel().apply(op) instanceof Result.Refused refused) {
        String why = refused.message().isEmpty() ? refused.errno().text() : refused.message();
        return Optional.of(Commands.text(op) + ": " + why);
      }
      int now = i + 1;
      told.execute(() -> {
        done = now;
        listener.changed();
      });
    }
    return Optional.empty();
  }

  private void built(Optional<String> refusal, long nanos) {
    if (state == State.CLOSED) {
      return;
    }
    buildNanos = nanos;
    failure = refusal.orElse("");
    state = refusal.isEmpty() ? State.READY : State.FAILED;
    if (state == State.FAILED) {
      end();
    }
    listener.changed();
  }

  // --- terminals -------------------------------------------------------------------------------

  public RealTerminal terminal(Ns ns) {
    return terminals.computeIfAbsent(ns, RealTerminal::new);
  }

  public List<RealTerminal> terminals() {
    return List.copyOf(terminals.values());
  }

  /** Types a line; what it prints and which frames it makes is told as it comes. */
  public void type(RealTerminal terminal, String line) {
    if (state != State.READY || terminal.isRunning()) {
      return;
    }
    terminal.typed(line);
    listener.changed();
    int from = counted;
    work.execute(() -> {
      try {
        Talk.Ended ended = run(terminal, line);
        Lab now = Observer.lab(sandbox.orElseThrow().kernel(), lab);
        told.execute(() -> ended(terminal, line, from, ended, now));
      } catch (IOException | RuntimeException e) {
        told.execute(() -> lost(terminal, String.valueOf(e.getMessage())));
      }
    });
  }

  private Talk.Ended run(RealTerminal terminal, String line) throws IOException {
    drawn();
    Ns ns = terminal.ns();
    String script = ns.isHost() ? line : Twin.inside(ns, line);
    return sandbox
        .orElseThrow()
        .run(
            ns.toString(),
            script.getBytes(StandardCharsets.UTF_8),
            Talk.Streams.MERGED,
            printed ->
                told.execute(() -> {
                  terminal.printed(printed.bytes());
                  listener.changed();
                }));
  }

  /** What was drawn before a command is there when the command runs. */
  private void drawn() throws IOException {
    try {
      edits.submit(() -> {}).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private void ended(RealTerminal terminal, String line, int from, Talk.Ended ended, Lab now) {
    terminal.ended();
    CaptureBuilder observed = new CaptureBuilder();
    frames.stream()
        .filter(frame -> frame.number() > from)
        .forEach(frame -> observed.add(frame.captured()));
    String predicted = twin.run(terminal.ns(), line, terminal.limit());
    prediction =
        Optional.of(
            Prediction.of(
                terminal.ns() + " # " + line,
                predicted,
                TraceText.of(observed.build(ended.addresses()))));
    listener.network(now);
    listener.changed();
  }

  private void lost(RealTerminal terminal, String why) {
    terminal.printed((why + "\n").getBytes(StandardCharsets.UTF_8));
    terminal.ended();
    listener.changed();
  }

  /**
   * Ctrl+C.
   *
   * @param begun what had been typed, and is not run
   */
  public void interrupt(RealTerminal terminal, String begun) {
    if (!terminal.isRunning()) {
      terminal.givenUp(begun);
      listener.changed();
      return;
    }
    terminal.interrupted();
    work.execute(() -> {
      try {
        sandbox.orElseThrow().interrupt(terminal.ns().toString());
      } catch (IOException e) {
        told.execute(() -> lost(terminal, String.valueOf(e.getMessage())));
      }
    });
  }

  // --- edits -----------------------------------------------------------------------------------

  /** Does on the kernel what was done to the drawing; tells the kernel's sentence if it refuses. */
  public void follow(List<Op> edit) {
    if (state != State.READY) {
      return;
    }
    edit.forEach(twin::apply);
    edits.execute(() -> {
      for (Op op : edit) {
        if (patiently(op) instanceof Result.Refused refused) {
          String why = Commands.text(op) + ": " + refused.errno().text();
          told.execute(() -> {
            failure = why;
            listener.changed();
          });
          return;
        }
      }
    });
  }

  /** A namespace that was deleted dies a moment later; until then its links' names are taken. */
  private Result patiently(Op op) {
    Result result = sandbox.orElseThrow().kernel().apply(op);
    long end = System.nanoTime() + DYING.toNanos();
    while (isTaken(result) && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      result = sandbox.orElseThrow().kernel().apply(op);
    }
    return result;
  }

  private static boolean isTaken(Result result) {
    return result instanceof Result.Refused refused && refused.errno() == Errno.EEXIST;
  }

  // --- frames ----------------------------------------------------------------------------------

  private void seen(CapturedFrame frame) {
    if (counted == 0) {
      firstFrame = frame.nanos();
    }
    frames.add(Observed.of(++counted, firstFrame, frame));
    if (frames.size() > MOST_FRAMES) {
      frames.subList(0, MOST_FRAMES / 10).clear();
    }
    listener.changed();
  }

  public List<Observed> frames() {
    return frames;
  }

  /** The frame that is looked at: its place in {@link #frames}, -1 for none. */
  public int shown() {
    return shown - 1;
  }

  public void show(int place) {
    shown = Math.clamp(place, -1, frames.size() - 1) + 1;
    listener.changed();
  }

  public Optional<Observed> current() {
    return shown > 0 && shown <= frames.size()
        ? Optional.of(frames.get(shown - 1))
        : Optional.empty();
  }

  /** Of the last command that has ended. */
  public Optional<Prediction> prediction() {
    return prediction;
  }

  // --- the end ---------------------------------------------------------------------------------

  private void end() {
    sandbox.ifPresent(each ->
        work.execute(() -> {
          try {
            each.close();
          } catch (IOException e) {
            // it is gone already
          }
        }));
    sandbox = Optional.empty();
  }

  @Override
  public void close() {
    state = State.CLOSED;
    end();
    work.shutdown();
    edits.shutdown();
    listener.changed();
  }
}
