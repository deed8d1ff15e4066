package vethlab.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vethlab.sim.World;
import vethlab.sim.timeline.Level;
import vethlab.sim.timeline.Timeline;
import vethlab.sim.trace.Tracer;

/** {@code ./vethlab-bench [NAME…]}: one JSON object a line. */
public final class Benchmarks {
  private static final Map<String, Runnable> ALL = all();
  private static final int TURNS = 5;

  private Benchmarks() {}

  private static Map<String, Runnable> all() {
    Map<String, Runnable> all = new LinkedHashMap<>();
    all.put("star", Benchmarks::star);
    all.put("chain", Benchmarks::chain);
    all.put("nat", Benchmarks::nat);
    all.put("rules", Benchmarks::rules);
    all.put("fdb", Benchmarks::fdb);
    all.put("setup", Benchmarks::setup);
    all.put("memory", Benchmarks::memory);
    all.put("back", Benchmarks::back);
    all.put("steps", Benchmarks::steps);
    all.put("scale", Benchmarks::scale);
    return all;
  }

  public static void main(String[] args) {
    List<String> names = args.length == 0 ? List.copyOf(ALL.keySet()) : List.of(args);
    for (String name : names) {
      Runnable benchmark = ALL.get(name);
      if (benchmark == null) {
        System.err.println(
            "vethlab-bench: no benchmark is called "
                + name
                + "; there are "
                + String.join(", ", ALL.keySet()));
        System.exit(2);
        return;
      }
      benchmark.run();
    }
  }

  private static void print(String name, double value, String unit) {
    System.out.printf(
        Locale.ROOT, "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\"}%n", name, number(value), unit);
  }

  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.3f", value);
  }

  private static double best(String script, int times) {
    double best = 0;
    for (int i = 0; i < times; i++) {
      best = Math.max(best, Run.of(script, Tracer.NOBODY).framesPerSecond());
    }
    return best;
  }

  private static void star() {
    print("star", best(Scripts.star(1000, 20), 3), "frames/s");
  }

  private static void chain() {
    print("chain", best(Scripts.chain(20, 20_000), 3), "frames/s");
  }

  private static void nat() {
    print("nat", best(Scripts.nat(10_000), 2), "frames/s");
  }

  private static void rules() {
    print("rules", best(Scripts.rules(1000, 20_000), 2), "frames/s");
  }

  private static void fdb() {
    print("fdb", best(Scripts.fdb(10_000, 20_000), 2), "frames/s");
  }

  private static void setup() {
    String script = Scripts.setup(10_000);
    Run.of(Scripts.setup(500), Tracer.NOBODY);
    print("setup", Run.of(script, Tracer.NOBODY).wallNanos() / 1e9, "s");
  }

  /** What 10,000 namespaces with an interface each hold, without the script that made them. */
  private static void memory() {
    int count = 10_000;
    World small = Run.of(Scripts.setup(10), Tracer.NOBODY).world().withoutTasks();
    long before = used();
    World large = Run.of(Scripts.setup(count), Tracer.NOBODY).world().withoutTasks();
    long after = used();
    print("memory", (after - before) / (double) count, "bytes/namespace");
    if (small.frames() + large.frames() < 0) {
      throw new IllegalStateException("kept alive until measured");
    }
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  /** Back one step at random places of a run of 100,000 events. */
  private static void back() {
    Timeline timeline = new Timeline(Sessions.started(Scripts.chain(10, 2_000)));
    timeline.run(w -> w.steps() >= 1_000_000 || w.events() >= 100_000);
    double worst = 0;
    for (int i = 0; i < 60; i++) {
      long start = System.nanoTime();
      timeline.back(Level.STAGE);
      worst = i < 20 ? 0 : Math.max(worst, (System.nanoTime() - start) / 1e6);
    }
    print("back", worst, "ms");
  }

  /**
   * The share of time that recording every step costs, and how far two series without recording lie
   * apart. The series take turns and are counted in the thread's own processor time, so that
   * neither warming up nor other programs favour one of them.
   */
  private static void steps() {
    String script = Scripts.chain(20, 10_000);
    long[] count = new long[1];
    Tracer counting = step -> count[0]++;
    List<Double> off = new ArrayList<>();
    List<Double> on = new ArrayList<>();
    List<Double> again = new ArrayList<>();
    for (int turn = 0; turn < 2 + TURNS; turn++) {
      double first = Run.of(script, Tracer.NOBODY).framesPerCpuSecond();
      double recorded = Run.of(script, counting).framesPerCpuSecond();
      double second = Run.of(script, Tracer.NOBODY).framesPerCpuSecond();
      if (turn >= 2) {
        off.add(first);
        on.add(recorded);
        again.add(second);
      }
    }
    print("steps", 1 - median(on) / median(off), "share of time when recorded");
    print("steps-off", 1 - median(again) / median(off), "share of time when not recorded (noise)");
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Cost of a frame on a bridge of 10, 100, 1,000 and 10,000 namespaces. */
  private static void scale() {
    for (int namespaces : new int[] {10, 100, 1000, 10_000}) {
      int pings = Math.max(2, 40_000 / namespaces);
      print("scale-" + namespaces, best(Scripts.quietStar(namespaces, pings), 2), "frames/s");
    }
  }
}
