package vethlab.op.view;

import java.util.Optional;
import vethlab.op.Qdisc;

/** A link's root queueing discipline. */
public record QdiscView(String dev, String kind, Optional<Qdisc> qdisc, long sentBytes,
    long sentPackets, long dropped) {}
