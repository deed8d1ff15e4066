package vethlab.op.view;

import java.util.Optional;
import vethlab.op.Qdisc;

/**
 * A link's root queueing discipline.
 *
 * @param handle the major number, 0 for noqueue
 */
public record QdiscView(
    String dev,
    String kind,
    int handle,
    Optional<Qdisc> qdisc,
    long sentBytes,
    long sentPackets,
    long dropped) {}
