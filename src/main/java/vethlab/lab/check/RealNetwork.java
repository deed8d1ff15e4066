package vethlab.lab.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vethlab.lab.Lab;
import vethlab.lab.LabOps;
import vethlab.lab.RealServices;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;
import vethlab.op.Commands;
import vethlab.op.FdbSpec;
import vethlab.op.Kernel;
import vethlab.op.NeighSpec;
import vethlab.op.Ns;
import vethlab.op.NudState;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.view.FdbView;
import vethlab.op.view.NeighView;
import vethlab.wire.pcapng.CaptureBuilder;
import vethlab.wire.pcapng.CapturedFrame;

/** The lab on this machine's kernel, in a sandbox of its own that goes when it is closed. */
final class RealNetwork implements Network, AutoCloseable {
  private static final String NAME = "check.sh";

  /** Carriers are noticed, bridges' ports forward. */
  private static final long SETTLING_MILLIS = 200;

  private static final long MOST_SECONDS = 120;

  private final Sandbox sandbox;
  private final List<CapturedFrame> frames = new ArrayList<>();

  private RealNetwork(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /**
   * Builds the lab.
   *
   * @throws IOException with a sentence where this machine can't have it
   */
  static RealNetwork of(Lab lab) throws IOException {
    RealNetwork network = new RealNetwork(Sandbox.start(Sandbox.Files.READ_ONLY));
    try {
      network.build(lab);
      return network;
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private void build(Lab lab) throws IOException {
    List<Op> ops = LabOps.build(lab);
    List<Result> results = sandbox.kernel().applyAll(ops);
    for (int i = 0; i < ops.size(); i++) {
      if (results.get(i) instanceof Result.Refused refused) {
        String why = refused.message().isEmpty() ? refused.errno().text() : refused.message();
        throw new IOException(Commands.text(ops.get(i)) + ": " + why);
      }
    }
    RealServices.listen(sandbox, lab);
    sandbox.capture(this::take);
    pause();
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(SETTLING_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  private synchronized void take(CapturedFrame frame) {
    frames.add(frame);
  }

  private synchronized List<CapturedFrame> taken() {
    List<CapturedFrame> all = List.copyOf(frames);
    frames.clear();
    return all;
  }

  @Override
  public Ran run(String script) throws IOException {
    sandbox.settle();
    taken();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Talk.Ended ended = ended(script, printed);
    CaptureBuilder capture = new CaptureBuilder();
    taken().forEach(capture::add);
    return new Ran(
        printed.toString(StandardCharsets.UTF_8),
        ended.status(),
        capture.build(ended.addresses()),
        List.of());
  }

  /** Whoever does not end in time is ended, with the whole sandbox. */
  private Talk.Ended ended(String script, ByteArrayOutputStream printed) throws IOException {
    CompletableFuture<Talk.Ended> ended = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            ended.complete(
                sandbox.run(
                    NAME,
                    script.getBytes(StandardCharsets.UTF_8),
                    Talk.Streams.MERGED,
                    piece -> printed.writeBytes(piece.bytes())));
          } catch (IOException e) {
            ended.completeExceptionally(e);
          }
        });
    try {
      return ended.get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      close();
      throw new IOException("it does not end within " + MOST_SECONDS + " seconds");
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause().getMessage()), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  /** Forgets what packets have taught: neighbours, forwarding entries, connections, path MTUs. */
  void forget() throws IOException {
    Kernel kernel = sandbox.kernel();
    List<Ns> all = new ArrayList<>(kernel.namespaces());
    all.add(Ns.HOST);
    List<Op> ops = new ArrayList<>();
    for (Ns ns : all) {
      ops.add(new Op.ConntrackFlush(ns));
      kernel.neighbours(ns).stream()
          .filter(each -> each.state() != NudState.PERMANENT && each.state() != NudState.NOARP)
          .forEach(each -> ops.add(new Op.NeighDel(ns, spec(each))));
      kernel.fdb(ns).stream()
          .map(FdbView::entry)
          .filter(entry -> entry.state() == FdbSpec.State.DYNAMIC)
          .forEach(entry -> ops.add(new Op.FdbDel(ns, entry)));
    }
    kernel.applyAll(ops); // what has gone by itself meanwhile is refused
    for (Ns ns : all) {
      if (!kernel.routeCache(ns).isEmpty()) {
        run(Typed.in(ns, "ip route flush cache"));
      }
    }
  }

  private static NeighSpec spec(NeighView view) {
    return new NeighSpec(view.to(), view.dev(), Optional.empty(), NudState.NONE, false);
  }

  @Override
  public Kernel kernel() {
    return sandbox.kernel();
  }

  @Override
  public void close() throws IOException {
    sandbox.close();
  }
}
