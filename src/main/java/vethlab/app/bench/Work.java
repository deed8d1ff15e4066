package vethlab.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * What the toolkit's threads have worked so far, so that other work on the machine does not count.
 *
 * @param rendering nanoseconds of the thread that paints
 * @param toolkit nanoseconds of the thread that everything else runs on
 */
record Work(long rendering, long toolkit) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static final Work NOTHING = new Work(0, 0);

  static Work soFar() {
    long rendering = 0;
    long toolkit = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread == null) {
        continue;
      }
      if (thread.getThreadName().startsWith("QuantumRenderer")) {
        rendering += THREADS.getThreadCpuTime(thread.getThreadId());
      } else if (thread.getThreadName().startsWith("JavaFX App")) {
        toolkit += THREADS.getThreadCpuTime(thread.getThreadId());
      }
    }
    return new Work(rendering, toolkit);
  }

  Work since(Work before) {
    return new Work(rendering - before.rendering, toolkit - before.toolkit);
  }

  Work and(Work more) {
    return new Work(rendering + more.rendering, toolkit + more.toolkit);
  }

  double milliseconds() {
    return (rendering + toolkit) / 1e6;
  }
}
