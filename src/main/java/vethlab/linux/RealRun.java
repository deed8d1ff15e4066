package vethlab.linux;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;
import vethlab.op.Kernel;
import vethlab.wire.pcapng.Capture;
import vethlab.wire.pcapng.CaptureBuilder;

/**
 * What a script did on the real kernel: a fresh sandbox as host, only lo and it is up, the kernel's
 * own defaults, new links with the addresses 02:00:00:00:00:01, 02… in the order they are made.
 *
 * @param out what it printed on stdout; with merged streams what it printed on both
 * @param capture every frame on every device of every namespace
 * @param lostFrames frames the kernel had no room for: the capture has gaps where it is not 0
 */
public record RealRun(int status, byte[] out, byte[] err, Capture capture, long lostFrames) {

  /**
   * Runs a script.
   *
   * @param name what bash calls it in its messages
   * @throws IOException with a sentence where this machine does not allow a sandbox
   */
  public static RealRun of(String name, byte[] script, Talk.Streams streams) throws IOException {
    return of(name, script, streams, kernel -> {});
  }

  /**
   * As {@link #of(String, byte[], Talk.Streams)}.
   *
   * @param afterwards is shown what the script left behind, before it is thrown away
   */
  public static RealRun of(
      String name, byte[] script, Talk.Streams streams, Consumer<Kernel> afterwards)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CaptureBuilder frames = new CaptureBuilder();
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.READ_ONLY)) {
      sandbox.capture(frames::add);
      Talk.Ended ended =
          sandbox.run(
              name, script, streams, p -> List.of(out, err).get(p.fd() - 1).writeBytes(p.bytes()));
      afterwards.accept(sandbox.kernel());
      return new RealRun(
          ended.status(),
          out.toByteArray(),
          err.toByteArray(),
          frames.build(ended.addresses()),
          ended.lostFrames());
    }
  }
}
