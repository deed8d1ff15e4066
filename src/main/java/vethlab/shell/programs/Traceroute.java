package vethlab.shell.programs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.programs.TracerouteOptions.Method;
import vethlab.sim.Netns;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.Sockets;
import vethlab.wire.Ip4;

/**
 * traceroute 2.1.2: probes with growing TTL, several at once, and the hops they tell of. Not
 * modelled: --mtu, --back, extensions, AS numbers, the rarer methods.
 */
public final class Traceroute implements Program {
  /** A little more than what the fastest answers take: traceroute's MAGIC, half a millisecond. */
  private static final long GRACE = 500_000;

  private static final long NEVER = Long.MAX_VALUE;

  private final List<String> argv;
  private boolean running;
  private TracerouteOptions options;
  private Turns turns = new Turns();
  private Prober prober;
  private Probe[] probes = {};
  private Ip4 target = Ip4.ANY;
  private int start;
  private int end;

  /** Where the pass over the probes stands, and how many are under way in it. */
  private int at;

  private int underWay;
  private long expires = NEVER;
  private long lastSend;
  private boolean polling;

  public Traceroute(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Traceroute copy = new Traceroute(argv);
    copy.running = running;
    copy.options = options;
    copy.turns = turns.copy();
    copy.prober = prober == null ? null : prober.copy();
    copy.probes = probes.clone();
    copy.target = target;
    copy.start = start;
    copy.end = end;
    copy.at = at;
    copy.underWay = underWay;
    copy.expires = expires;
    copy.lastSend = lastSend;
    copy.polling = polling;
    return copy;
  }

  @Override
  public void killed(Process process) {
    if (prober != null) {
      prober.close(process, probes);
    }
  }

  @Override
  public Progress advance(Process process) {
    if (!turns.mine(process)) {
      return Progress.BLOCKED;
    }
    if (!running) {
      Optional<Progress> ended = begin(process);
      if (ended.isPresent()) {
        return ended.get();
      }
      running = true;
    }
    return polling ? poll(process) : pass(process);
  }

  // --- the beginning -----------------------------------------------------------------------------

  private Optional<Progress> begin(Process process) {
    try {
      options = TracerouteOptions.parse(argv.subList(1, argv.size()));
    } catch (TracerouteOptions.Refused e) {
      (e.status == 0 ? process.out() : process.err()).print(e.getMessage());
      return Optional.of(Progress.exited(e.status));
    }
    Optional<Ip4> address = HostName.resolve(process, options.destination());
    if (address.isEmpty()) {
      process.err().println(options.destination() + ": " + HostName.unknown(options.destination()));
      process
          .err()
          .println(
              "Cannot handle \"host\" cmdline arg `"
                  + options.destination()
                  + "' on position 1 (argc "
                  + (argv.indexOf(options.destination()))
                  + ")");
      return Optional.of(Progress.exited(2));
    }
    target = address.get();
    probes = new Probe[options.hops() * options.probes()];
    Arrays.fill(probes, Probe.WAITING);
    start = firstIndex();
    end = probes.length;
    at = start;
    prober = new Prober(options, target);
    boolean silent = !isUdp(options.method());
    Optional<String> wrong = silent ? prober.open(process) : Optional.empty();
    if (wrong.isPresent()) {
      return Optional.of(fail(process, wrong.get()));
    }
    process
        .out()
        .print(
            "traceroute to "
                + options.destination()
                + " ("
                + target
                + "), "
                + options.hops()
                + " hops max, "
                + prober.length()
                + " byte packets");
    return Optional.empty();
  }

  private Progress fail(Process process, String sentence) {
    prober.close(process, probes);
    process.out().print("\n");
    process.err().println(sentence);
    return Progress.exited(1);
  }

  static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  // --- a pass over the probes: do_it -------------------------------------------------------------

  private Progress pass(Process process) {
    Optional<Errno> refused = prober.refusal(process, probes);
    if (refused.isPresent()) {
      return fail(process, "send: " + refused.get().text());
    }
    while (at < end && underWay < options.atOnce()) {
      expireFirst(process);
      Probe probe = probes[at];
      if (probe.done()) {
        if (at == start) {
          print(process, start++);
        }
        if (probe.last()) {
          end = Math.min(end, (at / options.probes() + 1) * options.probes());
        }
        at++;
        continue;
      }
      if (!probe.isSent()) {
        return send(process);
      }
      underWay++;
      at++;
    }
    return start >= end ? finish(process) : wait(process);
  }

  private void expireFirst(Process process) {
    Probe probe = probes[at];
    if (at != start || probe.done() || !probe.isSent()) {
      return;
    }
    long due = probe.sentAt() + patience(at);
    if (process.now() >= due) {
      probes[at] = probe.expired(isLastAnyway(at));
    } else {
      expires = due;
    }
  }

  private int firstIndex() {
    return (options.firstHop() - 1) * options.probes();
  }

  private Progress send(Process process) {
    if (options.pause() > 0 && lastSend != 0 && process.now() < lastSend + options.pause()) {
      expires = Math.min(expires, lastSend + options.pause());
      return wait(process);
    }
    int ttl = at / options.probes() + 1;
    Prober.Sent sent = prober.send(process, at - firstIndex(), ttl);
    if (sent.error().isPresent()) {
      return fail(process, sent.error().get());
    }
    probes[at] = sent.probe();
    lastSend = process.now();
    underWay++;
    at++;
    turns.next(process);
    return Progress.BLOCKED;
  }

  private Progress wait(Process process) {
    polling = true;
    return poll(process);
  }

  /** Answers that are there end the wait; so does the time for the first one. */
  private Progress poll(Process process) {
    Optional<Errno> refused = prober.refusal(process, probes);
    if (refused.isPresent()) {
      return fail(process, "send: " + refused.get().text());
    }
    boolean heard = prober.hear(process, probes);
    boolean late = expires != NEVER && process.now() >= expires;
    if (heard || late) {
      polling = false;
      at = start;
      underWay = 0;
      expires = NEVER;
      return pass(process);
    }
    if (expires == NEVER && start < end && probes[start].isSent()) {
      expires = probes[start].sentAt() + patience(start);
    }
    if (expires != NEVER) {
      process.wakeAt(expires);
    }
    return Progress.BLOCKED;
  }

  /** get_timeout: some times what the same hop took, or what a later one took. */
  private long patience(int index) {
    int hop = index - index % options.probes();
    for (int i = hop; i < hop + options.probes() && options.here() > 0; i++) {
      if (i != index && probes[i].isAnswered()) {
        return times(probes[i].time(), options.here());
      }
    }
    for (int i = index + 1; i < probes.length && probes[i].isSent() && options.near() > 0; i++) {
      if (probes[i].isAnswered()) {
        return times(probes[i].time(), options.near());
      }
    }
    return options.patience();
  }

  private long times(long time, double factor) {
    return Math.min(options.patience(), (long) ((time + GRACE) * factor));
  }

  /** check_expired: whether a later probe of the same hop has reached the destination. */
  private boolean isLastAnyway(int index) {
    int hop = index - index % options.probes();
    boolean before = false;
    for (int i = hop; i < index; i++) {
      if (!probes[i].last()) {
        return false;
      }
      before = true;
    }
    for (int i = index + 1; i < probes.length && probes[i].isSent(); i++) {
      if (probes[i].done()) {
        return probes[i].last() && (before || i < hop + options.probes());
      }
    }
    return false;
  }

  // --- printing ----------------------------------------------------------------------------------

  private void print(Process process, int index) {
    Probe probe = probes[index];
    int within = index % options.probes();
    StringBuilder text = new StringBuilder();
    if (within == 0) {
      text.append(String.format(Locale.ROOT, "%n%2d ", index / options.probes() + 1));
    }
    if (!probe.isAnswered()) {
      text.append(" *");
    } else {
      if (isNewAddress(index, within)) {
        text.append(' ').append(name(process, probe.from()));
      }
      text.append(String.format(Locale.ROOT, "  %.3f ms", probe.time() / 1e6));
      text.append(probe.mark().isEmpty() ? "" : " " + probe.mark());
    }
    process.out().print(text.toString());
  }

  private boolean isNewAddress(int index, int within) {
    for (int i = index - 1; i >= index - within; i--) {
      if (probes[i].isAnswered()) {
        return !probes[i].from().equals(probes[index].from());
      }
    }
    return true;
  }

  private String name(Process process, Ip4 address) {
    if (options.numeric()) {
      return address.toString();
    }
    String name = HostName.nameOf(process, address).orElse(address.toString());
    return name + " (" + address + ")";
  }

  private Progress finish(Process process) {
    prober.close(process, probes);
    process.out().print("\n");
    return Progress.exited(0);
  }

  /** The device of -i, if there is such a one. */
  static Optional<NetDevice> device(Process process, String name) {
    return process.world().device(netns(process), name);
  }

  /** Sends and hears by whichever method; kept apart from the order in which probes are made. */
  static boolean isUdp(Method method) {
    return method == Method.UDP || method == Method.UDP_ONE_PORT;
  }

  static void closeSocket(Process process, int id) {
    Sockets.find(process.world(), netns(process).id, id)
        .ifPresent(s -> Sockets.close(process.world(), s));
  }
}
