package vethlab.linux.netns;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;

/**
 * A thread that goes into network namespaces. A namespace belongs to a thread, and what a thread
 * starts while it is inside inherits it: work done here makes raw calls only, and starts no thread
 * and no process.
 */
public final class NetnsThread implements AutoCloseable {
  private final LinkedBlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
  private final Thread thread;
  private int home;

  /** Its home is the namespace of the calling thread. */
  public NetnsThread() {
    thread = Thread.ofPlatform().name("netns").daemon().start(this::loop);
    home = run(NetnsThread::openCurrent);
  }

  private void loop() {
    try {
      while (true) {
        work.take().run();
      }
    } catch (InterruptedException _) {
      Libc.close(home);
    }
  }

  /** A descriptor of the calling thread's namespace. */
  static int openCurrent() {
    return LibcException.check(
        "open", Libc.open("/proc/thread-self/ns/net", Libc.O_RDONLY | Libc.O_CLOEXEC, 0));
  }

  /** The descriptor of the namespace the thread lives in. */
  public int home() {
    return home;
  }

  /** Does something inside a namespace and comes home. */
  public <T> T inside(int fd, Callable<T> task) {
    return run(() -> {
      LibcException.check("setns", Libc.setns(fd, Libc.CLONE_NEWNET));
      try {
        return task.call();
      } finally {
        goHome();
      }
    });
  }

  /** Does something that may leave the thread in other namespaces, and comes home. */
  public <T> T wander(Callable<T> task) {
    return run(() -> {
      try {
        return task.call();
      } finally {
        goHome();
      }
    });
  }

  private void goHome() {
    LibcException.check("setns", Libc.setns(home, Libc.CLONE_NEWNET));
  }

  /** As {@link #wander}, while the caller goes on. */
  Future<Void> wanderOff(Runnable task) {
    return begin(() -> {
      try {
        task.run();
        return null;
      } finally {
        goHome();
      }
    });
  }

  private <T> T run(Callable<T> task) {
    return await(begin(task));
  }

  private <T> Future<T> begin(Callable<T> task) {
    if (Thread.currentThread() == thread) {
      throw new IllegalStateException("already inside a namespace");
    }
    FutureTask<T> future = new FutureTask<>(task);
    work.add(future);
    return future;
  }

  /** Waits for something to be done, whatever interrupts this thread meanwhile. */
  static <T> T await(Future<T> future) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return future.get();
        } catch (InterruptedException _) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException r
              ? r
              : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
