package vethlab.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;

/** Runs a test with a private namespace as its host: the machine's own is never touched. */
final class PrivateHost {
  interface Test {
    void run(LinuxKernel kernel, Path names) throws Exception;
  }

  private PrivateHost() {}

  /** Skips the test where the system allows no namespaces. */
  static void with(Test test) {
    FutureTask<Boolean> task =
        new FutureTask<>(() -> {
          if (Libc.unshare(Libc.CLONE_NEWNET) != 0) {
            return false;
          }
          run(test);
          return true;
        });
    Thread.ofPlatform().name("private host").start(task);
    boolean allowed;
    try {
      allowed = task.get();
    } catch (java.util.concurrent.ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Assumptions.assumeTrue(allowed, "network namespaces need root here");
  }

  private static void run(Test test) throws Exception {
    Path names = Files.createTempDirectory("netns");
    try (LinuxKernel kernel = new LinuxKernel(new Namespaces(names, Naming.SYMBOLIC_LINK))) {
      test.run(kernel, names);
    } finally {
      delete(names);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var entries = Files.newDirectoryStream(directory)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
    Files.delete(directory);
  }
}
