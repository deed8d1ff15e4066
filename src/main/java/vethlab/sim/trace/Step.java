package vethlab.sim.trace;

import java.util.List;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.sim.Stage;
import vethlab.wire.Frame;
import vethlab.wire.Payload;

/**
 * One thing that happened to a packet, with the reason: what the event list, the explanation and
 * {@code --explain} show.
 *
 * @param number the position in the run, from 0: World.steps() when it happened
 * @param time virtual nanoseconds since the start
 * @param packetId the same for a packet on its way through one namespace
 * @param device the device it is on, {@code in} and {@code out} the ones it came by and leaves by
 *     (empty where none)
 * @param before what it was when the stage began, {@code after} when it ended
 * @param frame the frame around it where there is one
 * @param decided the row that decided, {@link Row#NONE} where code alone did
 * @param function the kernel function this stands for
 */
public record Step(
    long number,
    long time,
    Ns ns,
    long packetId,
    Stage stage,
    String hook,
    String device,
    String in,
    String out,
    Optional<Frame> frame,
    Payload before,
    Payload after,
    Verdict verdict,
    Row decided,
    List<Lost> lost,
    String function,
    Why why) {}
