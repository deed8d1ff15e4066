package vethlab.sim.trace;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Skb;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.wire.Bytes;
import vethlab.wire.OtherPayload;
import vethlab.wire.Payload;

/**
 * Makes {@link Step}s of what a stage knows. Callers ask {@link World#tracing} first, so that
 * nothing is built when nobody listens.
 */
public final class Trace {
  private static final Payload NOTHING = new OtherPayload(0, Bytes.EMPTY);

  private final World world;
  private final Tracer tracer;

  public Trace(World world, Tracer tracer) {
    this.world = world;
    this.tracer = tracer;
  }

  public void passed(Skb skb, String function, String why, Object... arguments) {
    add(skb, content(skb), Verdict.PASSED, Row.NONE, List.of(), function, Why.of(why, arguments));
  }

  /** The packet goes on because of a row. */
  public void decided(
      Skb skb, Row row, List<Lost> lost, String function, String why, Object... arguments) {
    add(skb, content(skb), Verdict.PASSED, row, lost, function, Why.of(why, arguments));
  }

  public void dropped(
      Skb skb, DropReason reason, String function, String why, Object... arguments) {
    add(
        skb,
        content(skb),
        Verdict.dropped(reason),
        Row.NONE,
        List.of(),
        function,
        Why.of(why, arguments));
  }

  public void verdict(Skb skb, Verdict verdict, String function, String why, Object... arguments) {
    add(skb, content(skb), verdict, Row.NONE, List.of(), function, Why.of(why, arguments));
  }

  /** Everything: {@code before} is what the packet was when the stage began. */
  public void add(
      Skb skb,
      Payload before,
      Verdict verdict,
      Row decided,
      List<Lost> lost,
      String function,
      Why why) {
    tracer.step(
        new Step(
            world.steps(),
            world.now(),
            world.netns(skb.netns).ns,
            skb.id,
            skb.stage,
            skb.stage == Stage.HOOK ? skb.hook.name() : "",
            name(skb.dev),
            name(skb.inDev),
            name(skb.outDev),
            Optional.ofNullable(skb.frame),
            before,
            content(skb),
            verdict,
            decided,
            lost,
            function,
            why));
  }

  /** What the packet is now: its IPv4 packet, or what its frame carries. */
  public static Payload content(Skb skb) {
    if (skb.packet != null) {
      return skb.packet;
    }
    return skb.frame == null ? NOTHING : skb.frame.payload();
  }

  private String name(int dev) {
    return world.hasDevice(dev) ? world.device(dev).name : "";
  }
}
