package vethlab.linux.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.linux.LinuxKernel;
import vethlab.linux.capture.LiveCapture;
import vethlab.op.Kernel;
import vethlab.op.LinkFlags;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;
import vethlab.wire.Mac;
import vethlab.wire.pcapng.CapturedFrame;

/** Records the sandbox's frames while somebody wants them, and hands them over in portions. */
final class Recorder {
  private static final int PORTION = 256;
  private static final long LATE_NANOS = 50_000_000L;

  private final LinuxKernel kernel;
  private Optional<LiveCapture> capture = Optional.empty();
  private Optional<Connection> listener = Optional.empty();
  private final List<CapturedFrame> portion = new ArrayList<>();
  private long portionBegun;

  Recorder(LinuxKernel kernel) {
    this.kernel = kernel;
  }

  /** From now on every frame goes to this connection; another one's recording ends. */
  void start(Connection connection) {
    synchronized (this) {
      listener = Optional.of(connection);
    }
    if (capture.isEmpty()) {
      LiveCapture live = new LiveCapture(this::take);
      capture = Optional.of(live);
      live.add(Ns.HOST, kernel.netns(Ns.HOST));
      kernel.namespaces().forEach(this::made);
    }
  }

  void stop(Connection connection) {
    synchronized (this) {
      if (listener.filter(l -> l == connection).isEmpty()) {
        return;
      }
      listener = Optional.empty();
      portion.clear();
    }
    capture.ifPresent(LiveCapture::close);
    capture = Optional.empty();
  }

  /** A namespace is there; its frames are recorded once this returns. */
  void made(Ns ns) {
    capture.ifPresent(live -> {
      try {
        live.add(ns, kernel.netns(ns));
      } catch (Kernel.NoSuchNamespace _) {
        live.remove(ns); // it went again at once
      }
    });
  }

  /** A namespace's name is gone. */
  void gone(Ns ns) {
    capture.ifPresent(live -> live.remove(ns));
  }

  /** Hands over all frames so far; answers how many the kernel had no room for. */
  long settle() {
    if (capture.isEmpty()) {
      return 0;
    }
    capture.get().settle();
    synchronized (this) {
      send();
    }
    return capture.get().lost();
  }

  private synchronized void take(CapturedFrame frame) {
    long now = System.nanoTime();
    if (portion.isEmpty()) {
      portionBegun = now;
    }
    portion.add(frame);
    if (portion.size() >= PORTION || now - portionBegun > LATE_NANOS) {
      send();
    }
  }

  private void send() {
    if (portion.isEmpty() || listener.isEmpty()) {
      portion.clear();
      return;
    }
    try {
      listener.get().send(new Talk.Frames(List.copyOf(portion)));
    } catch (IOException _) {
      listener = Optional.empty();
    }
    portion.clear();
  }

  /** The Ethernet addresses of all devices there are, by NETNS/IFNAME. */
  Map<String, Mac> addresses() {
    Map<String, Mac> addresses = new TreeMap<>();
    List<Ns> all = new ArrayList<>(kernel.namespaces());
    all.add(Ns.HOST);
    for (Ns ns : all) {
      try {
        for (LinkView link : kernel.links(ns)) {
          if (!link.has(LinkFlags.LOOPBACK)) {
            addresses.put(ns + "/" + link.name(), link.address());
          }
        }
      } catch (Kernel.NoSuchNamespace _) {
        continue;
      }
    }
    return addresses;
  }
}
