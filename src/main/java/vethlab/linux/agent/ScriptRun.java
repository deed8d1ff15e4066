package vethlab.linux.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import vethlab.linux.LinuxKernel;
import vethlab.linux.libc.Libc;
import vethlab.linux.netns.Namespaces;

/** Runs one script with a real bash in the sandbox, and tells what it prints and how it ends. */
final class ScriptRun {
  /** Time for the last frames of what the script left on its way. */
  private static final long AFTERMATH_MILLIS = 150;

  private final LinuxKernel kernel;
  private final Namespaces namespaces;
  private final Recorder recorder;
  private final Connection connection;
  private final Talk.Run run;
  private volatile Optional<Process> running = Optional.empty();

  ScriptRun(
      LinuxKernel kernel,
      Namespaces namespaces,
      Recorder recorder,
      Connection connection,
      Talk.Run run) {
    this.kernel = kernel;
    this.namespaces = namespaces;
    this.recorder = recorder;
    this.connection = connection;
    this.run = run;
  }

  boolean isCalled(String name) {
    return run.name().equals(name);
  }

  /** What a terminal does at Ctrl+C: SIGINT to all that runs in the foreground. */
  void interrupt() {
    running.ifPresent(process -> {
      process.descendants().forEach(each -> Libc.kill((int) each.pid(), Libc.SIGINT));
      Libc.kill((int) process.pid(), Libc.SIGINT);
    });
  }

  void run() {
    try {
      Path work = Files.createTempDirectory(SandboxMounts.WORK, "run");
      try (IpHook hook = IpHook.install(work, kernel, namespaces, recorder)) {
        int status = script(work, hook);
        Thread.sleep(AFTERMATH_MILLIS);
        long lost = recorder.settle();
        connection.send(new Talk.Ended(run.id(), status, lost, recorder.addresses()));
      }
    } catch (IOException | RuntimeException e) {
      fail(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private int script(Path work, IpHook hook) throws IOException, InterruptedException {
    Path script = Files.write(work.resolve(Path.of(run.name()).getFileName()), run.script());
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.redirectErrorStream(run.streams() == Talk.Streams.MERGED);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.directory(Path.of("/tmp").toFile());
    builder.environment().keySet().removeAll(Launch.TEMPORARY);
    builder.environment().put("PATH", hook.path());
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    running = Optional.of(process);
    Thread out = Thread.ofPlatform().start(() -> copy(1, process.getInputStream()));
    Thread err = Thread.ofPlatform().start(() -> copy(2, process.getErrorStream()));
    int status = process.waitFor();
    out.join(AFTERMATH_MILLIS); // a background process may keep it open for ever
    err.join(AFTERMATH_MILLIS);
    return status;
  }

  private void copy(int fd, InputStream in) {
    byte[] buffer = new byte[8192];
    try {
      int length = in.read(buffer);
      while (length >= 0) {
        connection.send(new Talk.Printed(run.id(), fd, Arrays.copyOf(buffer, length)));
        length = in.read(buffer);
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(Exception e) {
    try {
      connection.send(new Talk.Failed(run.id(), new Talk.Failure.Other(String.valueOf(e))));
    } catch (IOException _) {
      Thread.currentThread().interrupt(); // nobody listens any more
    }
  }
}
