package vethlab.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import vethlab.linux.agent.Talk;

/** Runs a script on the real kernel: OUT.pcapng SCRIPT; output and status are the script's own. */
public final class RealRunMain {
  private RealRunMain() {}

  public static void main(String[] args) throws Exception {
    byte[] script = Files.readAllBytes(Path.of(args[1]));
    RealRun run = RealRun.of(args[1], script, Talk.Streams.MERGED);
    System.out.write(run.out());
    System.out.flush();
    run.capture().write(Path.of(args[0]));
    System.err.println("lost " + run.lostFrames());
    System.exit(run.status());
  }
}
