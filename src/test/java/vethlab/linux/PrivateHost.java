package vethlab.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.socket.Transport;

/** Runs a test with a private namespace as its host: the machine's own is never touched. */
public final class PrivateHost {
  /** What is done there. */
  public interface Test {
    void run(LinuxKernel kernel, Path names) throws Exception;
  }

  private PrivateHost() {}

  /** Skips the test where the system allows no namespaces. */
  public static void with(Test test) {
    with(Naming.SYMBOLIC_LINK, Transport.KERNEL, test);
  }

  /** As {@link #with(Test)}; mounts that are made stay private, too. */
  public static void with(Naming naming, Transport transport, Test test) {
    FutureTask<Boolean> task =
        new FutureTask<>(() -> {
          if (Libc.unshare(Libc.CLONE_NEWNET | Libc.CLONE_NEWNS) != 0) {
            return false;
          }
          Libc.mount("none", "/", "none", Libc.MS_PRIVATE | Libc.MS_REC, null);
          run(naming, transport, test);
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

  private static void run(Naming naming, Transport transport, Test test) throws Exception {
    Path names = Files.createTempDirectory("netns");
    Namespaces namespaces = new Namespaces(names, naming, transport);
    try (LinuxKernel kernel = new LinuxKernel(namespaces)) {
      namespaces.atBirth(new KernelDefaults()::give);
      test.run(kernel, names);
    } finally {
      Libc.umount2(names.toString(), Libc.MNT_DETACH);
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
