package vethlab.app.real;

import java.util.List;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.sim.Stage;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;
import vethlab.sim.trace.Why;
import vethlab.wire.Frame;
import vethlab.wire.FrameReader;
import vethlab.wire.ParseResult;
import vethlab.wire.pcapng.CapturedFrame;
import vethlab.wire.pcapng.Direction;

/**
 * A frame as a device of a real namespace saw it.
 *
 * @param number counted from 1
 * @param nanos since the first frame
 */
public record Observed(
    int number, long nanos, Ns ns, String device, Direction direction, CapturedFrame captured) {

  static Observed of(int number, long first, CapturedFrame captured) {
    String where = captured.device();
    int slash = where.indexOf('/');
    return new Observed(
        number,
        captured.nanos() - first,
        Ns.named(where.substring(0, slash)),
        where.substring(slash + 1),
        captured.direction(),
        captured);
  }

  /** The frame, where its bytes are one. */
  public Optional<Frame> frame() {
    return FrameReader.parse(captured.bytes()) instanceof ParseResult.Parsed parsed
        ? Optional.of(parsed.frame())
        : Optional.empty();
  }

  /** The same as a step of the simulated kernel would be: how a canvas shows it. */
  public Optional<Step> step() {
    return frame()
        .map(frame -> {
          boolean out = direction == Direction.OUT;
          return new Step(
              number,
              nanos,
              ns,
              number,
              out ? Stage.DRIVER : Stage.RECEIVE,
              "",
              device,
              out ? "" : device,
              out ? device : "",
              Optional.of(frame),
              frame.payload(),
              frame.payload(),
              out ? new Verdict.Sent(device) : Verdict.PASSED,
              Row.NONE,
              List.of(),
              "",
              Why.NOTHING);
        });
  }
}
