package vethlab.sim;

import java.util.ArrayList;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.sim.netdev.LinkWatch;
import vethlab.sim.netdev.NetDevice;
import vethlab.sim.netdev.Receive;
import vethlab.sim.trace.DropReason;
import vethlab.sim.trace.Trace;
import vethlab.sim.trace.Tracer;
import vethlab.wire.Frame;

/**
 * The whole state of the simulated machine: its clock, what is going to happen, namespaces, devices
 * and tasks. {@link #step} moves it on by one stage of one packet or by one event; between steps it
 * may be copied, and the copy goes on exactly as the original does.
 */
public final class World {
  /** How long a frame takes over any link, in nanoseconds. */
  public static final long LINK_NANOS = 5_000;

  private long now;
  private long steps;
  private long frames;
  private long packets;
  private long commands;
  private long events;
  private long revision;
  private long random = 0x9E3779B97F4A7C15L;
  private final EventQueue queue;
  private final LinkWatch linkWatch;

  private final Inventory inventory;
  private final ArrayList<Task> tasks;

  private final WorkStack work;

  /** The order of the frame that is being handled. */
  private long arrivalOrder;

  private long addresses;
  private int qdiscs;
  private int sockets;

  private FrameTap tap = FrameTap.NOBODY;
  private Tracer tracer = Tracer.NOBODY;
  private Trace trace = new Trace(this, Tracer.NOBODY);
  private Limits limits = Limits.DEFAULT;
  private Optional<String> halted = Optional.empty();

  /** A machine that has just booted, without a NIC: lo up. */
  public World() {
    queue = new EventQueue();
    linkWatch = new LinkWatch();
    work = new WorkStack();
    inventory = new Inventory();
    tasks = new ArrayList<>();
    Netns host = inventory.addNamespace(this, Ns.HOST);
    SimKernel.bootHost(this, host);
  }

  private World(World from) {
    now = from.now;
    steps = from.steps;
    frames = from.frames;
    packets = from.packets;
    commands = from.commands;
    events = from.events;
    revision = from.revision;
    random = from.random;
    queue = from.queue.copy();
    linkWatch = from.linkWatch.copy();
    inventory = from.inventory.copy();
    tasks = new ArrayList<>(from.tasks.size());
    for (Task task : from.tasks) {
      tasks.add(task.copy());
    }
    work = from.work.copy();
    arrivalOrder = from.arrivalOrder;
    addresses = from.addresses;
    qdiscs = from.qdiscs;
    sockets = from.sockets;
    limits = from.limits;
    halted = from.halted;
  }

  /** This world with its network alone: nobody runs in it any more. */
  public World withoutTasks() {
    tasks.clear();
    return this;
  }

  /** How many events have happened: frames that arrived and alarms. */
  public long events() {
    return events;
  }

  /**
   * Another number whenever something may have changed that lasts: what a request sets, what a link
   * or a port is seen to be. Frames, tables that learn and counters leave it as it is.
   */
  public long revision() {
    return revision;
  }

  /** Something that lasts may have changed. */
  public void revise() {
    revision++;
  }

  /** The port to this kernel. */
  public SimKernel kernel() {
    return new SimKernel(this);
  }

  /** The same state, independent of this one; nobody listens to it yet. */
  public World copy() {
    return new World(this);
  }

  // --- the clock and the run -------------------------------------------------------------------

  /** Virtual nanoseconds since the start. */
  public long now() {
    return now;
  }

  /** How many steps have been made. */
  public long steps() {
    return steps;
  }

  /** How many frames devices have received. */
  public long frames() {
    return frames;
  }

  /** Why the run has ended early, if a limit was reached. */
  public Optional<String> halted() {
    return halted;
  }

  public void halt(String why) {
    if (halted.isEmpty()) {
      halted = Optional.of(why);
    }
  }

  /** Whether anything is left to do at or before {@code time}. */
  public boolean hasWork(long time) {
    return halted.isEmpty() && (!work.isEmpty() || !queue.isEmpty() && queue.nextTime() <= time);
  }

  /** The time of what happens next, Long.MAX_VALUE when nothing will. */
  public long nextTime() {
    return !work.isEmpty() ? now : queue.nextTime();
  }

  /** Whether a packet is in the middle of its way (between two stages). */
  public boolean midway() {
    return !work.isEmpty();
  }

  /** One stage of the packet at hand, or the next event. */
  public void step() {
    steps++;
    if (!work.isEmpty()) {
      work.advance(this);
      return;
    }
    events++;
    now = Math.max(now, queue.nextTime());
    if (queue.frameIsNext()) {
      arrive();
    } else {
      arrivalOrder = queue.nextOrder();
      queue.removeAlarm().fire(this);
      work.firstPushedOnTop(0);
    }
  }

  /** Something is done to the world from outside; it counts as a step of its own. */
  public void input(java.util.function.Consumer<World> what) {
    steps++;
    int before = work.size();
    what.accept(this);
    work.firstPushedOnTop(before);
  }

  /** How many commands have been started in all terminals. */
  public long commands() {
    return commands;
  }

  /** A terminal starts a command. */
  public void countCommand() {
    commands++;
    linkWatch.settle(this);
  }

  /** How many frames are on links. */
  public int framesInFlight() {
    return queue.frames();
  }

  /** Runs until nothing is left to do at or before {@code time}, and lets the clock reach it. */
  public void runUntil(long time) {
    while (hasWork(time)) {
      step();
    }
    if (halted.isEmpty()) {
      now = Math.max(now, time);
    }
  }

  private void arrive() {
    int dev = queue.frameDevice();
    arrivalOrder = queue.frameOrder();
    Frame frame = queue.frame();
    Carried carried = queue.frameCarried();
    queue.removeFrame();
    frames++;
    if (frames > limits.frames()) {
      halt("limit reached: " + limits.frames() + " frames in one run");
      return;
    }
    if (hasDevice(dev)) {
      push(Receive.arrived(this, dev, frame, carried));
    }
  }

  // --- what stages do --------------------------------------------------------------------------

  public Skb newSkb(Stage stage, int netns) {
    Skb skb = new Skb(stage, netns);
    skb.id = ++packets;
    return skb;
  }

  /**
   * Handles {@code skb} before whatever is being handled goes on, as a nested call would. Several
   * that are pushed in one step are handled in the order of the calls.
   */
  public void push(Skb skb) {
    if (work.size() > limits.stages()) {
      halt("limit reached: " + limits.stages() + " packets handled inside each other");
      return;
    }
    work.push(skb);
  }

  /** A frame has been put on a link and arrives at {@code dev} after {@link #LINK_NANOS}. */
  public void deliver(int dev, Frame frame, Carried carried) {
    if (queue.pending() >= limits.pending()) {
      halt("broadcast storm: " + limits.pending() + " frames on their way at once");
      return;
    }
    queue.deliver(now + LINK_NANOS, dev, frame, carried);
  }

  /**
   * Where a frame that a tap sees now belongs among all frames. One that comes in was stamped when
   * it was put into the queue (netif_rx), before others that went out meanwhile.
   */
  public long frameOrder(FrameTap.Direction direction) {
    return direction == FrameTap.Direction.IN ? arrivalOrder : queue.nextOrder();
  }

  /** The moment it was stamped, in virtual nanoseconds. */
  public long frameTime(FrameTap.Direction direction) {
    return direction == FrameTap.Direction.IN ? Math.max(0, now - LINK_NANOS) : now;
  }

  public void schedule(long time, Alarm alarm) {
    queue.schedule(Math.max(time, now), alarm);
  }

  /** A number that the kernel would take at random; the same in every run. */
  public long nextRandom() {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return random;
  }

  // --- who watches -----------------------------------------------------------------------------

  public FrameTap tap() {
    return tap;
  }

  public void tap(FrameTap tap) {
    this.tap = tap;
  }

  public boolean tracing() {
    return tracer != Tracer.NOBODY;
  }

  public Trace trace() {
    return trace;
  }

  public void tracer(Tracer tracer) {
    this.tracer = tracer;
    this.trace = new Trace(this, tracer);
  }

  /** The packet dies here. */
  public Stage drop(Skb skb, DropReason reason, String function, String why, Object... arguments) {
    if (tracing()) {
      trace.dropped(skb, reason, function, why, arguments);
    }
    return Stage.DONE;
  }

  public Limits limits() {
    return limits;
  }

  public void limits(Limits limits) {
    this.limits = limits;
  }

  // --- namespaces and devices ------------------------------------------------------------------

  /** Where namespaces and devices come and go. */
  public Inventory inventory() {
    return inventory;
  }

  public Netns host() {
    return inventory.host();
  }

  public Netns netns(int id) {
    return inventory.netns(id);
  }

  public boolean hasNetns(int id) {
    return inventory.hasNetns(id);
  }

  public Optional<Netns> netns(Ns ns) {
    return inventory.netns(ns);
  }

  /** The namespace is known under another name; whoever is in it stays in it. */
  public void rename(Netns netns, Ns name) {
    Ns old = netns.ns;
    inventory.rename(netns, name);
    tasks.forEach(task -> task.renamed(old, name));
  }

  /** Whether a process keeps the namespace alive. */
  public boolean isInhabited(Netns netns) {
    return tasks.stream().anyMatch(task -> task.isIn(netns.ns));
  }

  public NetDevice device(int id) {
    return inventory.device(id);
  }

  public boolean hasDevice(int id) {
    return inventory.hasDevice(id);
  }

  public Optional<NetDevice> device(Netns netns, String name) {
    int id = netns.byName(this, name);
    return id == Skb.NO_DEVICE ? Optional.empty() : Optional.of(device(id));
  }

  /** Who notices that carriers come and go. */
  public LinkWatch linkWatch() {
    return linkWatch;
  }

  /** A number for a new socket, never reused. */
  public int nextSocket() {
    return ++sockets;
  }

  /** A major number for a queueing discipline that was not given one: 8001, 8002 … */
  public int nextQdiscHandle() {
    return 0x8000 + ++qdiscs;
  }

  /** The next Ethernet address in the order links are made: 02:00:00:00:00:01, :02 … */
  public vethlab.wire.Mac nextAddress() {
    return new vethlab.wire.Mac(0x020000000000L | ++addresses);
  }

  // --- tasks -----------------------------------------------------------------------------------

  public int spawn(Task task) {
    tasks.add(task);
    return tasks.size() - 1;
  }

  /** How many have been spawned; their numbers go from 0. */
  public int taskCount() {
    return tasks.size();
  }

  public Task task(int id) {
    return tasks.get(id);
  }

  /** Wakes a task at {@code time} (now at the earliest), in the order of the calls. */
  public void wakeAt(long time, int task, long token) {
    schedule(time, new TaskWake(task, token));
  }

  private record TaskWake(int task, long token) implements Alarm {
    @Override
    public void fire(World world) {
      world.tasks.get(task).wake(world, task, token);
    }
  }
}
