package vethlab.sim.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import vethlab.sim.World;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Tracer;

/**
 * A run one can walk in both directions. Its positions are {@link World#steps}: position k is the
 * state after k steps. Going back takes the nearest checkpoint before and runs it forward again,
 * which gives exactly what was there, for the world is deterministic and what was done to it from
 * outside ({@link Input}) is done again at its step.
 */
public final class Timeline {
  /** World steps between two checkpoints where the run is new; running that far takes some ms. */
  static final int STRIDE = 8_192;

  /** How many discarded branches can be brought back. */
  static final int BRANCHES = 16;

  /** What was discarded when something was done in the past. */
  private record Branch(
      long at, long end, TreeMap<Long, Input> inputs, StepLog log, Map<Long, World> checkpoints) {}

  private final Checkpoints checkpoints = new Checkpoints();
  private TreeMap<Long, Input> inputs = new TreeMap<>();
  private final Deque<Branch> discarded = new ArrayDeque<>();
  private final List<Breakpoint> breakpoints = new ArrayList<>();
  private StepLog log = new StepLog();
  private World world;

  /** The furthest position that has been run. */
  private long end;

  /** How often the run has become another one: by what was done from outside, or brought back. */
  private long branch;

  private Optional<Hit> hit = Optional.empty();

  private record Hit(Breakpoint breakpoint, long index) {}

  public Timeline(World start) {
    world = start.copy();
    end = world.steps();
    checkpoints.put(world);
  }

  /** The state at the position; to look at, not to change ({@link #inject} changes). */
  public World world() {
    return world;
  }

  public long position() {
    return world.steps();
  }

  /** The furthest position that is known; steps up to here can be shown. */
  public long end() {
    return end;
  }

  /** Two moments with the same revision have the same links, addresses, routes and rules. */
  public record Revision(long branch, long world) {}

  public Revision revision() {
    return new Revision(branch, world.revision());
  }

  public List<Breakpoint> breakpoints() {
    return breakpoints;
  }

  // --- forward ---------------------------------------------------------------------------------

  /** One step further; false when nothing is left to happen. */
  public boolean advance() {
    long next = world.steps() + 1;
    boolean fresh = next > end;
    if (fresh) {
      world.tracer(this::record);
    }
    boolean moved = move(world);
    if (fresh) {
      world.tracer(Tracer.NOBODY);
      end = world.steps();
    }
    if (!moved) {
      return false;
    }
    if (next - checkpoints.floorStep(next) >= STRIDE) {
      checkpoints.put(world);
    }
    return true;
  }

  /** The next step of this run: what was done from outside, else what is due; false at its end. */
  private boolean move(World there) {
    Input input = inputs.get(there.steps() + 1);
    if (input != null) {
      there.input(input::apply);
      return true;
    }
    if (!there.hasWork(Long.MAX_VALUE)) {
      return false;
    }
    there.step();
    return true;
  }

  private void record(Step step) {
    log.add(step);
    for (Breakpoint breakpoint : breakpoints) {
      if (hit.isEmpty() && breakpoint.hit(step)) {
        hit = Optional.of(new Hit(breakpoint, log.count() - 1));
      }
    }
  }

  /** Runs until {@code done} holds of the world, a breakpoint is hit or nothing is left. */
  public Stopped run(Predicate<World> done) {
    hit = Optional.empty();
    while (true) {
      if (world.halted().isPresent()) {
        return new Stopped.Halted(world.halted().get());
      }
      if (done.test(world)) {
        return new Stopped.AtMoment();
      }
      boolean known = position() < end;
      long before = log.indexAfter(position());
      if (!advance()) {
        return new Stopped.AtEnd();
      }
      if (known) {
        recheck(before, log.indexAfter(position()));
      }
      if (hit.isPresent()) {
        return new Stopped.AtBreakpoint(hit.get().breakpoint(), hit.get().index());
      }
    }
  }

  /** The breakpoint that {@link #advance} has come to since this was asked last. */
  public Optional<Stopped.AtBreakpoint> takeHit() {
    Optional<Stopped.AtBreakpoint> taken =
        hit.map(h -> new Stopped.AtBreakpoint(h.breakpoint(), h.index()));
    hit = Optional.empty();
    return taken;
  }

  /** Runs to a virtual time in nanoseconds. */
  public Stopped runTo(long time) {
    return run(w -> w.nextTime() > time);
  }

  private void recheck(long from, long to) {
    for (long i = Math.max(from, log.firstKept()); i < to && hit.isEmpty(); i++) {
      for (Breakpoint breakpoint : breakpoints) {
        if (hit.isEmpty() && breakpoint.hit(log.get(i))) {
          hit = Optional.of(new Hit(breakpoint, i));
        }
      }
    }
  }

  /** One level forward; false when nothing is left to happen. */
  public boolean forward(Level level) {
    long start = position();
    Landmark from = Landmark.of(world);
    do {
      if (!advance()) {
        return position() > start;
      }
    } while (!reached(level, from, start));
    return true;
  }

  private boolean reached(Level level, Landmark from, long start) {
    return switch (level) {
      case LOOKUP, STAGE -> recordedBetween(start, position());
      case NAMESPACE -> !world.midway() && recordedBetween(start, position());
      case LINK -> !world.midway() && world.frames() > from.frames();
      case EXCHANGE ->
          !world.midway() && world.framesInFlight() == 0 && recordedBetween(start, position());
      case COMMAND -> !world.midway() && world.commands() > from.commands();
    };
  }

  private boolean recordedBetween(long from, long to) {
    return log.indexAfter(to) > log.indexAfter(from);
  }

  private record Landmark(long frames, long commands) {
    static Landmark of(World world) {
      return new Landmark(world.frames(), world.commands());
    }
  }

  // --- back ------------------------------------------------------------------------------------

  /** To a position that has been run; every table, timer, counter and output is as it was. */
  public void goTo(long position) {
    if (position < 0 || position > end) {
      throw new IllegalArgumentException("position " + position + " is not in 0.." + end);
    }
    if (position < world.steps()) {
      world = checkpoints.floor(position).copy();
    }
    long checkpoint = checkpoints.floorStep(position);
    if (checkpoint > world.steps()) {
      world = checkpoints.floor(position).copy();
    }
    while (world.steps() < position && advance()) {
      // each step leads one closer
    }
  }

  /**
   * One level back: to the last position from which {@link #forward} with this level leads here or
   * beyond; false at the start.
   */
  public boolean back(Level level) {
    long here = position();
    long first = checkpoints.floorStep(0);
    if (here <= first) {
      return false;
    }
    if (level == Level.LOOKUP || level == Level.STAGE) {
      goTo(previousRecorded(here));
      return true;
    }
    goTo(lastStop(level, here));
    return true;
  }

  /**
   * The position at which the newest step recorded up to {@code here} has not been made yet, as
   * near to the one recorded before it as can be.
   */
  private long previousRecorded(long here) {
    long index = log.indexAfter(here);
    if (index <= log.firstKept()) {
      return Math.max(checkpoints.floorStep(0), here - 1);
    }
    long number = log.get(index - 1).number();
    long before = log.indexAfter(number - 1);
    return before <= log.firstKept() ? number - 1 : log.get(before - 1).number();
  }

  /** Runs stretches before {@code here} again, each further back, until one has a stop. */
  private long lastStop(Level level, long here) {
    long until = here;
    while (true) {
      long from = checkpoints.floorStep(until - 1);
      goTo(from);
      long last = -1;
      Landmark mark = Landmark.of(world);
      long start = from;
      while (position() < here - 1 && advance()) {
        if (position() < here && reached(level, mark, start)) {
          last = position();
          mark = Landmark.of(world);
          start = last;
        }
      }
      if (last >= 0) {
        return last;
      }
      if (from <= checkpoints.floorStep(0)) {
        return from;
      }
      until = from;
    }
  }

  // --- what is done from outside ---------------------------------------------------------------

  /**
   * Does something to the world at this position. What was known to come after is discarded; {@link
   * #restoreDiscarded} brings it back.
   */
  public void inject(Input input) {
    if (position() < end) {
      discard();
    }
    branch++;
    inputs.put(position() + 1, input);
    advance();
  }

  private void discard() {
    long here = position();
    discarded.push(
        new Branch(here, end, new TreeMap<>(inputs), log.copy(), checkpoints.snapshot()));
    if (discarded.size() > BRANCHES) {
      discarded.removeLast();
    }
    inputs.tailMap(here, false).clear();
    log.truncateAfter(here);
    checkpoints.dropAfter(here);
    end = here;
  }

  /** How many discarded branches can be brought back. */
  public int discardedBranches() {
    return discarded.size();
  }

  /** Goes back to where the last branch began and makes what was discarded there the future. */
  public boolean restoreDiscarded() {
    Branch back = discarded.poll();
    if (back == null) {
      return false;
    }
    branch++;
    inputs = back.inputs();
    log = back.log();
    checkpoints.restore(back.checkpoints());
    end = back.end();
    world = checkpoints.floor(back.at()).copy();
    goTo(back.at());
    return true;
  }

  /** A run as it was: to go back to after something else was done. */
  public static final class Memory {
    private final long end;
    private final TreeMap<Long, Input> inputs;
    private final StepLog log;
    private final World start;
    private final World here;

    private Memory(Timeline of) {
      end = of.end;
      inputs = new TreeMap<>(of.inputs);
      log = of.log.copy();
      start = of.checkpoints.floor(of.checkpoints.floorStep(0));
      here = of.world.copy();
    }
  }

  /** What {@link #restore} needs to make this run the present one again, at this position. */
  public Memory memory() {
    return new Memory(this);
  }

  public void restore(Memory memory) {
    branch++;
    inputs = new TreeMap<>(memory.inputs);
    log = memory.log.copy();
    TreeMap<Long, World> known = new TreeMap<>();
    known.put(memory.start.steps(), memory.start);
    known.put(memory.here.steps(), memory.here);
    checkpoints.restore(known);
    end = memory.end;
    world = memory.here.copy();
    discarded.clear();
  }

  /** The state at another position, to look at; this one stays where it is. */
  public World at(long position) {
    World there = checkpoints.floor(position).copy();
    while (there.steps() < position && move(there)) {
      // each step leads one closer
    }
    return there;
  }

  // --- what is known ---------------------------------------------------------------------------

  /** How many steps are recorded up to {@link #end}. */
  public long recorded() {
    return log.count();
  }

  /** How many steps are recorded up to the position. */
  public long recordedHere() {
    return log.indexAfter(position());
  }

  /** The first recorded step that is still kept; earlier ones are made again by {@link #steps}. */
  public long firstKept() {
    return log.firstKept();
  }

  /** Recorded steps {@code from} (included) to {@code to} (excluded), of those that are kept. */
  public List<Step> steps(long from, long to) {
    long first = Math.max(from, log.firstKept());
    return first >= to ? List.of() : log.range(first, Math.min(to, log.count()));
  }

  /** The whole run up to {@link #end} once more, in a world that {@code listening} has prepared. */
  public World again(Consumer<World> listening) {
    World again = checkpoints.floor(checkpoints.floorStep(0)).copy();
    listening.accept(again);
    while (again.steps() < end && move(again)) {
      // each step leads one closer
    }
    return again;
  }

  /** The recorded steps of a stretch of positions, made again from a checkpoint if need be. */
  public List<Step> replay(long fromPosition, long toPosition) {
    World again = checkpoints.floor(fromPosition).copy();
    List<Step> steps = new ArrayList<>();
    do {
      again.tracer(again.steps() >= fromPosition ? steps::add : Tracer.NOBODY);
    } while (again.steps() < toPosition && move(again));
    return steps;
  }
}
