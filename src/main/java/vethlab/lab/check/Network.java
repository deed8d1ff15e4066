package vethlab.lab.check;

import java.io.IOException;
import java.util.List;
import vethlab.op.Kernel;
import vethlab.sim.trace.Step;
import vethlab.wire.pcapng.Capture;

/** A network that is asked: the simulated one or the real one. Asking leaves it as it was. */
public interface Network {

  /**
   * What a script did.
   *
   * @param printed on both streams
   * @param steps of its packets; none where only the kernel knows
   */
  record Ran(String printed, int status, Capture frames, List<Step> steps) {}

  /**
   * Runs a script on it.
   *
   * @throws IOException with a sentence where that cannot be done
   */
  Ran run(String script) throws IOException;

  /** What it holds. */
  Kernel kernel();
}
