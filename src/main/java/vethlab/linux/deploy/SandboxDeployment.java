package vethlab.linux.deploy;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vethlab.linux.agent.Sandbox;
import vethlab.op.Kernel;
import vethlab.op.Op;
import vethlab.op.Result;

/**
 * Labs in sandboxes that stay. Until all is built and read back the sandbox lives and dies with
 * this process; what a failure or a kill leaves behind is a folder without a sandbox, which the
 * next command sweeps away.
 */
public final class SandboxDeployment {
  static final String SOCKET = "agent.sock";
  private static final String PID = "agent.pid";
  private static final String LOG = "agent.log";

  /** The lab as it was deployed. */
  public static final String LAB = "lab.yaml";

  private static final long END_SECONDS = 30;

  private final LabFolders folders;
  private final Reconciler reconciler;

  public SandboxDeployment(LabFolders folders, Reconciler reconciler) {
    this.folders = folders;
    this.reconciler = reconciler;
  }

  /** Looks at what was built, and says what is wrong with it; empty when all is as it should be. */
  public interface Check {
    Optional<String> check(Kernel kernel) throws IOException;
  }

  /** Starts what answers in a lab. */
  public interface Services {
    void start(Sandbox sandbox) throws IOException;
  }

  /**
   * Builds a lab in a new sandbox, which stays. It must not be running.
   *
   * @param text what {@link #LAB} shall keep
   * @throws DeployException with the operation that was refused; then all is as it was
   */
  public void deploy(String lab, List<Op> ops, String text, Check readBack, Services services)
      throws IOException {
    try (Folder folder = folders.lock(lab)) {
      sweep(folder);
      if (folder.has(SOCKET)) {
        throw new DeployException(DeployException.Reason.REFUSED, lab + " is running already");
      }
      if (folder.has(HostDeployment.JOURNAL)) {
        throw new DeployException(
            DeployException.Reason.REFUSED, lab + " is on the machine; destroy it first");
      }
      Needs.programs(ops);
      folder.make();
      try (Sandbox sandbox = Sandbox.startAt(folder.file(SOCKET), folder.file(LOG))) {
        long pid = sandbox.pid().orElseThrow(() -> new IOException("the sandbox is gone"));
        folder.write(PID, String.valueOf(pid));
        folder.write(LAB, text);
        build(sandbox.kernel(), ops);
        verify(sandbox.kernel(), readBack);
        services.start(sandbox);
        sandbox.keep();
      } catch (IOException | RuntimeException e) {
        folder.delete();
        throw e;
      }
    }
  }

  /**
   * Changes a running lab.
   *
   * @param before what it is like now, as the text of a lab
   * @param text what {@link #LAB} shall keep from now on
   * @throws DeployException with the operation that was refused; then all is as it was
   */
  public void change(
      String lab, List<Op> ops, String before, String text, Check readBack, Services services)
      throws IOException {
    try (Folder folder = folders.lock(lab);
        Sandbox sandbox = Sandbox.at(folder.file(SOCKET))) {
      sandbox.claim();
      Change change = new Change(before, Files.readString(folder.file(LAB)));
      change.begin(folder);
      try {
        List<Op> planned = ops;
        for (int round = 0; round < Change.ROUNDS && !planned.isEmpty(); round++) {
          build(sandbox.kernel(), planned);
          planned = reconciler.to(sandbox.kernel(), text);
        }
        verify(sandbox.kernel(), readBack);
        services.start(sandbox);
      } catch (IOException | RuntimeException e) {
        change.takeBack(folder, sandbox.kernel(), reconciler);
        throw e;
      }
      Change.commit(folder, text);
    }
  }

  static void verify(Kernel kernel, Check readBack) throws IOException {
    Optional<String> wrong = readBack.check(kernel);
    if (wrong.isPresent()) {
      throw new DeployException(DeployException.Reason.REFUSED, wrong.get());
    }
  }

  /** From now on the running lab counts as deployed as this text says. */
  public void adopt(String lab, String text) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      folder.write(LAB, text);
    }
  }

  static void build(Kernel kernel, List<Op> ops) throws DeployException {
    List<Result> results = kernel.applyAll(OneQueue.in(ops));
    for (int i = 0; i < ops.size(); i++) {
      if (results.get(i) instanceof Result.Refused refused) {
        throw new DeployException(
            DeployException.Reason.REFUSED, Refusal.sentence(ops.get(i), refused));
      }
    }
  }

  /** Is there a sandbox of this name? A change that a kill has left half made is taken back. */
  public boolean isRunning(String lab) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      sweep(folder);
      recover(folder);
      return folder.has(SOCKET);
    }
  }

  /** The running lab's sandbox, to be closed again; empty when it is not running. */
  public Optional<Sandbox> connect(String lab) throws IOException {
    try {
      return Optional.of(Sandbox.at(folders.folder(lab).resolve(SOCKET)));
    } catch (SocketException _) {
      return Optional.empty();
    }
  }

  /** The lab as it was deployed. */
  public Optional<String> deployed(String lab) {
    return folders.text(lab, LAB);
  }

  /** The agent's process. */
  public Optional<Long> pid(String lab) {
    return folders.text(lab, PID).map(Long::parseLong);
  }

  /** Takes a lab down; afterwards nothing of it is left. Says whether there was one. */
  public boolean destroy(String lab) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      sweep(folder);
      boolean running = folder.has(SOCKET);
      if (running) {
        end(lab, folder);
      }
      folder.delete();
      return running;
    }
  }

  private void end(String lab, Folder folder) throws IOException {
    Optional<ProcessHandle> agent = pid(lab).flatMap(ProcessHandle::of);
    try (Sandbox sandbox = Sandbox.at(folder.file(SOCKET))) {
      sandbox.quit();
    }
    if (agent.isPresent()) {
      try {
        agent.get().onExit().get(END_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException e) {
        throw new IOException("the sandbox's process " + agent.get().pid() + " does not end", e);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A folder whose sandbox is gone, by a kill or with the machine's last boot, is forgotten. */
  static void sweep(Folder folder) throws IOException {
    if (!folder.has(HostDeployment.JOURNAL) && !answers(folder.file(SOCKET))) {
      folder.delete();
    }
  }

  private void recover(Folder folder) throws IOException {
    Optional<Change> change = Change.in(folder);
    if (change.isPresent()) {
      try (Sandbox sandbox = Sandbox.at(folder.file(SOCKET))) {
        sandbox.claim();
        change.get().takeBack(folder, sandbox.kernel(), reconciler);
      }
    }
  }

  private static boolean answers(Path socket) {
    try (Sandbox sandbox = Sandbox.at(socket)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
