package vethlab.shell.programs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.op.Errno;
import vethlab.shell.Process;
import vethlab.shell.Program;
import vethlab.shell.Progress;
import vethlab.shell.Signal;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.ipv4.IpSend;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.socket.PacketSocket;
import vethlab.sim.socket.Sockets;
import vethlab.wire.Arp;
import vethlab.wire.EtherType;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/** arping: iputils 20221126. It asks by ARP and lets the first answer narrow the question. */
public final class Arping implements Program {
  private static final long SECOND = 1_000_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private final List<String> argv;
  private boolean running;
  private ArpingOptions options;
  private Ip4 target = Ip4.ANY;
  private Ip4 source = Ip4.ANY;
  private int device = Skb.NO_DEVICE;
  private int socket;
  private Mac whom = Mac.BROADCAST;
  private boolean interrupted;
  private long sent;
  private long broadcasts;
  private long received;
  private long lastSent;
  private long nextTick;
  private long endAt = NEVER;

  public Arping(List<String> argv) {
    this.argv = argv;
  }

  @Override
  public Program copy() {
    Arping copy = new Arping(argv);
    copy.running = running;
    copy.options = options;
    copy.target = target;
    copy.source = source;
    copy.device = device;
    copy.socket = socket;
    copy.whom = whom;
    copy.interrupted = interrupted;
    copy.sent = sent;
    copy.broadcasts = broadcasts;
    copy.received = received;
    copy.lastSent = lastSent;
    copy.nextTick = nextTick;
    copy.endAt = endAt;
    return copy;
  }

  @Override
  public Progress advance(Process process) {
    if (!running) {
      Optional<Progress> ended = start(process);
      if (ended.isPresent()) {
        return ended.get();
      }
      running = true;
    }
    return run(process);
  }

  @Override
  public void killed(Process process) {
    close(process);
  }

  private void close(Process process) {
    Sockets.find(process.world(), netns(process).id, socket)
        .ifPresent(s -> Sockets.close(process.world(), s));
  }

  private static Netns netns(Process process) {
    return process.world().netns(process.netns()).orElseThrow();
  }

  // --- before the first question -----------------------------------------------------------------

  private Optional<Progress> start(Process process) {
    try {
      options = ArpingOptions.parse(argv.subList(1, argv.size()));
    } catch (PingOptions.Refused e) {
      (e.status == 0 ? process.out() : process.err()).print(e.getMessage());
      return Optional.of(Progress.exited(e.status));
    }
    Optional<Ip4> address = HostName.resolve(process, options.destination());
    if (address.isEmpty()) {
      return refuse(
          process, 2, options.destination() + ": " + HostName.unknown(options.destination()));
    }
    target = address.get();
    Optional<Progress> ended = chooseDevice(process);
    if (ended.isEmpty()) {
      ended = chooseSource(process);
    }
    if (ended.isPresent()) {
      return ended;
    }
    begin(process);
    return Optional.empty();
  }

  private static Optional<Progress> refuse(Process process, int status, String sentence) {
    process.err().println("arping: " + sentence);
    return Optional.of(Progress.exited(status));
  }

  private Optional<Progress> chooseDevice(Process process) {
    World world = process.world();
    if (options.device().isPresent()) {
      Optional<NetDevice> named = world.device(netns(process), options.device().get());
      if (named.isEmpty()) {
        return refuse(process, 2, "Device " + options.device().get() + " not available.");
      }
      device = named.get().id;
    } else if (IpSend.route(world, netns(process), IpSend.Request.to(target))
        instanceof IpSend.Outcome.Ok ok) {
      device = ok.route().outDev();
    } else {
      return refuse(process, 1, "NETLINK_ROUTE unexpected iov element");
    }
    NetDevice dev = world.device(device);
    if (!dev.isUp()) {
      return unfit(process, dev, "down", 2);
    }
    return dev.usesArp()
        ? Optional.empty()
        : unfit(process, dev, "not ARPable", options.detectsDuplicates() ? 0 : 2);
  }

  private Optional<Progress> unfit(Process process, NetDevice dev, String why, int status) {
    if (!options.has('q')) {
      process.out().println("Interface \"" + dev.name + "\" is " + why);
    }
    return Optional.of(Progress.exited(status));
  }

  private Optional<Progress> chooseSource(Process process) {
    Optional<Ip4> given = options.source().flatMap(HostName::numeric);
    if (given.isPresent() || options.isUnsolicited()) {
      source = given.orElse(target);
      Optional<Errno> wrong = Sockets.checkLocal(process.world(), netns(process), device, source);
      return wrong.isEmpty() ? Optional.empty() : refuse(process, 2, "bind: " + wrong.get().text());
    }
    if (!options.detectsDuplicates()) {
      source = sourceFor(process);
    }
    return Optional.empty();
  }

  /** A UDP socket's connect by that device, whatever the routes say. */
  private Ip4 sourceFor(Process process) {
    IpSend.Request request =
        new IpSend.Request(Ip4.ANY, target, device, 0, 0, IpSend.Discover.WANT, 0, 0);
    if (IpSend.route(process.world(), netns(process), request) instanceof IpSend.Outcome.Ok ok) {
      return ok.src();
    }
    var addresses = process.world().device(device).ipv4.addresses;
    return addresses.isEmpty() ? Ip4.ANY : addresses.getFirst().local();
  }

  private void begin(Process process) {
    PacketSocket packet =
        Sockets.openPacket(
            process.world(), netns(process), process.task(), process.token(0), EtherType.ARP);
    packet.process = "arping";
    packet.pid = process.pid();
    packet.boundDev = device;
    socket = packet.id;
    if (!options.has('q')) {
      String name = process.world().device(device).name;
      process.out().println("ARPING " + target + " from " + source + " " + name);
    }
    process.catchSignal(Signal.INT);
    nextTick = process.now();
    if (options.timeout() > 0) {
      endAt = process.now() + options.timeout() * SECOND;
    }
  }

  // --- questions and answers ---------------------------------------------------------------------

  private Progress run(Process process) {
    while (process.takeSignal().isPresent()) {
      interrupted = true;
    }
    if (source.isAny() && !options.detectsDuplicates() && sent == 0) {
      close(process);
      refuse(process, 2, "no source address in not-DAD mode");
      return Progress.exited(2);
    }
    hear(process);
    boolean enough = hasEnough();
    while (!enough && !interrupted && process.now() >= nextTick) {
      if (options.count() > 0 && sent >= options.count()) {
        enough = true;
      } else {
        ask(process);
        nextTick += Math.max(options.interval(), 1) * SECOND;
        process.wakeAt(Math.min(nextTick, endAt));
      }
    }
    if (enough || interrupted || process.now() >= endAt) {
      return finish(process);
    }
    if (endAt < nextTick) {
      process.wakeAt(endAt);
    }
    return Progress.BLOCKED;
  }

  /** Answers end it where one is enough, or with a deadline as many as questions were asked for. */
  private boolean hasEnough() {
    return options.has('f') && received > 0 || isCounted() && received >= options.count();
  }

  private boolean isCounted() {
    return options.timeout() > 0 && options.count() > 0;
  }

  private void ask(Process process) {
    if (!process.world().hasDevice(device)) {
      return;
    }
    NetDevice dev = process.world().device(device);
    boolean answer = options.has('A');
    Arp arp =
        new Arp(answer ? Arp.REPLY : Arp.REQUEST, dev.mac, source, answer ? dev.mac : whom, target);
    Frame frame = Frame.of(whom, dev.mac, arp);
    if (Sockets.sendFrame(process.world(), dev, frame).isEmpty()) {
      sent++;
      broadcasts += whom.isBroadcast() ? 1 : 0;
    }
    lastSent = process.now();
  }

  private void hear(Process process) {
    Optional<PacketSocket> packet =
        Sockets.find(process.world(), netns(process).id, socket).map(PacketSocket.class::cast);
    while (packet.isPresent()) {
      Optional<PacketSocket.Seen> seen = packet.get().take();
      if (seen.isEmpty() || hasEnough()) {
        return;
      }
      if (seen.get().frame().payload() instanceof Arp arp && concerns(process, seen.get(), arp)) {
        received++;
        tell(process, seen.get(), arp);
        if (!options.has('b') && !options.has('U') && !options.has('A')) {
          whom = arp.sha();
        }
      }
    }
  }

  /** recv_pack's filter. */
  private boolean concerns(Process process, PacketSocket.Seen seen, Arp arp) {
    Mac mine = process.world().device(device).mac;
    boolean here = seen.frame().dst().isMulticast() || seen.frame().dst().equals(mine);
    if (!here || arp.op() > Arp.REPLY || !arp.spa().equals(target)) {
      return false;
    }
    if (options.detectsDuplicates()) {
      return !arp.sha().equals(mine) && (source.isAny() || source.equals(arp.tpa()));
    }
    return arp.tpa().equals(source) && arp.tha().equals(mine);
  }

  private void tell(Process process, PacketSocket.Seen seen, Arp arp) {
    if (options.has('q')) {
      return;
    }
    Mac mine = process.world().device(device).mac;
    StringBuilder line = new StringBuilder();
    line.append(seen.frame().dst().equals(mine) ? "Unicast" : "Broadcast");
    line.append(arp.op() == Arp.REPLY ? " reply" : " request").append(" from ").append(arp.spa());
    line.append(" [").append(arp.sha().toString().toUpperCase(Locale.ROOT)).append("] ");
    boolean other = !arp.tpa().equals(source);
    line.append(other ? "for " + arp.tpa() + " " : "");
    if (!arp.tha().equals(mine)) {
      line.append(other ? "" : "for ");
      line.append('[').append(arp.tha().toString().toUpperCase(Locale.ROOT)).append(']');
    }
    long micros = (seen.at() - lastSent) / 1000;
    line.append(String.format(Locale.ROOT, " %d.%03dms", micros / 1000, micros % 1000));
    process.out().println(line.toString());
  }

  private Progress finish(Process process) {
    close(process);
    if (!options.has('q')) {
      process.out().println("Sent " + sent + " probes (" + broadcasts + " broadcast(s))");
      process.out().println("Received " + received + " response(s)");
    }
    if (options.detectsDuplicates()) {
      return Progress.exited(received > 0 ? 1 : 0);
    }
    boolean answered = isCounted() ? hasEnough() : received > 0;
    return Progress.exited(options.isUnsolicited() || answered ? 0 : 1);
  }
}
