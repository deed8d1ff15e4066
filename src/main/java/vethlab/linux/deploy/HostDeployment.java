package vethlab.linux.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vethlab.linux.LinuxKernel;
import vethlab.op.Op;

/**
 * Labs on the machine's own network. How to take everything back is on the disk before anything is
 * made; links carry {@link #GROUP}. A failure takes back what was made; after a kill the next
 * command for the lab does.
 */
public final class HostDeployment {
  /** Marks links as made by Vethlab; shown by {@code ip link}. */
  public static final int GROUP = 0x7e7;

  static final String JOURNAL = "journal";

  /** Made when all is built; while it is missing the lab is to be taken back. */
  private static final String BUILT = "built";

  private final LabFolders folders;
  private final LinuxKernel kernel;

  public HostDeployment(LabFolders folders, LinuxKernel kernel) {
    this.folders = folders;
    this.kernel = kernel;
  }

  /** Is there, or was there before a kill, a lab of this name on the machine? */
  public static boolean has(LabFolders folders, String lab) {
    return Files.exists(folders.folder(lab).resolve(JOURNAL));
  }

  /** The operations as they would be applied; refuses as {@link #deploy} does, and does nothing. */
  public List<Op> plan(List<Op> ops) throws IOException {
    return HostPlan.of(kernel, ops).ops();
  }

  /**
   * Builds a lab.
   *
   * @throws DeployException with what was refused; then all is as it was
   */
  public void deploy(String lab, List<Op> ops, String text, SandboxDeployment.Check readBack)
      throws IOException {
    try (Folder folder = folders.lock(lab)) {
      recover(folder);
      if (folder.has(JOURNAL)) {
        throw refused(lab + " is on the machine already");
      }
      SandboxDeployment.sweep(folder);
      if (folder.has(SandboxDeployment.SOCKET)) {
        throw refused(lab + " runs in a sandbox; destroy it first");
      }
      Needs.programs(ops);
      Needs.kinds(ops, kernel::probe);
      HostPlan.Planned planned = HostPlan.of(kernel, ops);
      folder.write(SandboxDeployment.LAB, text);
      folder.write(JOURNAL, Journal.encode(planned.undo()));
      try {
        SandboxDeployment.build(kernel, planned.ops());
        SandboxDeployment.verify(kernel, readBack);
      } catch (IOException | RuntimeException e) {
        throw failed(folder, e);
      }
      folder.write(BUILT, new byte[0]);
    }
  }

  /** Is the lab on the machine? What a kill has left half built is taken back first. */
  public boolean isDeployed(String lab) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      recover(folder);
      return folder.has(JOURNAL);
    }
  }

  /** The links of the machine's own network that were made for a lab and are still its own. */
  public Set<String> links(String lab) throws IOException {
    return TakeBack.ourLinks(kernel, journal(folders.folder(lab).resolve(JOURNAL)));
  }

  /** Operations that are still to be found out. */
  public interface Plan {
    List<Op> ops() throws IOException;
  }

  /**
   * Changes a lab that is on the machine so that it is again as it was deployed; says how many
   * operations that took.
   *
   * @param forth what makes it so; asked again, as one change may undo what another has put right:
   *     a bridge that gets another port's address forgets its neighbours
   * @param back what would make it as it was before
   * @throws DeployException with what was refused; then all is as it was
   */
  public int repair(String lab, Plan forth, SandboxDeployment.Check readBack, Plan back)
      throws IOException {
    try (Folder folder = folders.lock(lab)) {
      List<Undo> known = journal(folder.file(JOURNAL));
      List<Op> planned = HostPlan.again(kernel, forth.ops(), known);
      Needs.programs(planned);
      int done = 0;
      try {
        for (int round = 0; round < Change.ROUNDS && !planned.isEmpty(); round++) {
          SandboxDeployment.build(kernel, planned);
          done += planned.size();
          planned = HostPlan.again(kernel, forth.ops(), known);
        }
        SandboxDeployment.verify(kernel, readBack);
      } catch (IOException | RuntimeException e) {
        kernel.applyAll(HostPlan.again(kernel, back.ops(), known));
        throw e;
      }
      return done;
    }
  }

  /** From now on the lab on the machine counts as deployed as this text says. */
  public void adopt(String lab, String text) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      folder.write(SandboxDeployment.LAB, text);
    }
  }

  /** Takes a lab off the machine; says whether there was one. */
  public boolean destroy(String lab) throws IOException {
    try (Folder folder = folders.lock(lab)) {
      boolean there = folder.has(JOURNAL);
      if (there) {
        Files.deleteIfExists(folder.file(BUILT)); // a kill from here on must not leave half a lab
        takeBack(folder);
      }
      return there;
    }
  }

  private void recover(Folder folder) throws IOException {
    if (folder.has(JOURNAL) && !folder.has(BUILT)) {
      takeBack(folder);
    }
  }

  private void takeBack(Folder folder) throws IOException {
    TakeBack.all(kernel, journal(folder.file(JOURNAL)));
    folder.delete();
  }

  private static List<Undo> journal(Path file) throws IOException {
    List<?> undo = (List<?>) Journal.decode(Files.readAllBytes(file));
    return undo.stream().map(Undo.class::cast).toList();
  }

  /** Takes everything back after a failure, and says what failed. */
  private DeployException failed(Folder folder, Exception why) {
    try {
      takeBack(folder);
      return why instanceof DeployException named ? named : refused(why.getMessage());
    } catch (IOException | RuntimeException e) {
      return refused(why.getMessage() + "; " + e.getMessage());
    }
  }

  private static DeployException refused(String sentence) {
    return new DeployException(DeployException.Reason.REFUSED, sentence);
  }
}
