package vethlab.linux.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.Op;

/**
 * A change of a running lab that is under way. It is on the disk before anything is changed and
 * goes when all is done: whoever finds it takes the change back.
 *
 * @param before what the lab was like, as the text of a lab
 * @param deployed what it counted as
 */
record Change(String before, String deployed) {
  private static final String FILE = "change";

  /** One may take with it what another has put right. */
  static final int ROUNDS = 3;

  static Optional<Change> in(Folder folder) throws IOException {
    return folder.has(FILE)
        ? Optional.of((Change) Journal.decode(Files.readAllBytes(folder.file(FILE))))
        : Optional.empty();
  }

  void begin(Folder folder) throws IOException {
    folder.write(FILE, Journal.encode(this));
  }

  /** From now on the lab counts as deployed as a text says. */
  static void commit(Folder folder, String lab) throws IOException {
    folder.write(SandboxDeployment.LAB, lab);
    Files.deleteIfExists(folder.file(FILE));
  }

  /** Makes all as it was. What the kernel refuses is left to be seen as somebody's change. */
  void takeBack(Folder folder, Kernel kernel, Reconciler reconciler) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      List<Op> ops = reconciler.to(kernel, before);
      if (ops.isEmpty()) {
        break;
      }
      kernel.applyAll(ops);
    }
    commit(folder, deployed);
  }
}
