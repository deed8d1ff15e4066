package vethlab.sim.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.BridgeAttr;
import vethlab.op.FdbSpec;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.PortAttr;
import vethlab.op.Result;
import vethlab.op.view.FdbView;
import vethlab.op.view.LinkView;
import vethlab.sim.Carried;
import vethlab.sim.FrameTap;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.Mac;
import vethlab.wire.OtherPayload;
import vethlab.wire.Vlan;

/** A machine whose links are made by operations and whose frames are put in by hand. */
public final class Wires {
  /** An EtherType of nobody's, so that no protocol answers. */
  private static final int EXPERIMENT = 0x88b5;

  public final World world = new World();
  private final List<String> arrived = new ArrayList<>();

  public Wires() {
    world.tap((w, dev, direction, frame) -> {
      if (direction == FrameTap.Direction.IN && isOurs(frame)) {
        arrived.add(w.device(dev).name);
      }
    });
  }

  private static boolean isOurs(Frame frame) {
    return frame.payload() instanceof OtherPayload other && other.etherType() == EXPERIMENT;
  }

  public Result apply(Op op) {
    return world.kernel().apply(op);
  }

  public void add(String name, LinkKind kind, LinkChange... with) {
    must(new Op.LinkAdd(Ns.HOST, name, kind, List.of(with)));
  }

  public void must(Op op) {
    Result result = apply(op);
    if (!result.ok()) {
      throw new IllegalStateException(result + " to " + op);
    }
  }

  public Result set(String name, LinkChange... changes) {
    return apply(new Op.LinkSet(Ns.HOST, name, List.of(changes)));
  }

  public void bridge(String name, LinkChange.BridgeSetting... settings) {
    add(name, new LinkKind.Bridge(List.of(settings)), new LinkChange.Up());
  }

  public static LinkChange.BridgeSetting setting(BridgeAttr attr, long value) {
    return new LinkChange.BridgeSetting(attr, value);
  }

  public static LinkChange.PortSetting port(PortAttr attr, long value) {
    return new LinkChange.PortSetting(attr, value);
  }

  /** A pair, both ends up; the first is a port of the bridge. */
  public void port(String bridge, String port, String far) {
    add(port, new LinkKind.Veth(far, List.of()));
    set(port, new LinkChange.Master(bridge), new LinkChange.Up());
    set(far, new LinkChange.Up());
  }

  public LinkView link(String name) {
    return world.kernel().link(Ns.HOST, name).orElseThrow();
  }

  public NetDevice dev(String name) {
    return world.device(world.host(), name).orElseThrow();
  }

  public static Mac mac(int n) {
    return new Mac(0x02aa_0000_0000L | n);
  }

  /** Puts a frame on the wire at {@code far} and says who has heard it, in order of the names. */
  public List<String> send(String far, Mac src, Mac dst) {
    return send(far, new Frame(dst, src, Vlan.NONE, payload()));
  }

  public List<String> send(String far, Mac src, Mac dst, int vlan) {
    return send(far, new Frame(dst, src, Vlan.of(vlan), payload()));
  }

  private List<String> send(String far, Frame frame) {
    arrived.clear();
    world.deliver(dev(far).driver.linkedDevice(), frame, Carried.NOTHING);
    run(0.001);
    return arrived.stream().filter(name -> !name.equals(near(far))).sorted().toList();
  }

  private String near(String far) {
    return world.device(dev(far).driver.linkedDevice()).name;
  }

  private static OtherPayload payload() {
    return new OtherPayload(EXPERIMENT, Bytes.wrap(new byte[46]));
  }

  public void run(double seconds) {
    world.runUntil(world.now() + (long) (seconds * 1e9));
  }

  /** Where a bridge has learnt an address, as {@code MAC port}. */
  public List<String> learnt() {
    return world.kernel().fdb(Ns.HOST).stream()
        .filter(view -> view.entry().state() != FdbSpec.State.PERMANENT)
        .map(Wires::line)
        .sorted()
        .toList();
  }

  private static String line(FdbView view) {
    int vlan = view.entry().vlan();
    return view.entry().mac() + " " + view.entry().dev() + (vlan == 0 ? "" : " vlan " + vlan);
  }

  public Op fdb(Mac mac, String dev, FdbSpec.State state) {
    return new Op.FdbAdd(
        Ns.HOST,
        new FdbSpec(
            mac,
            dev,
            FdbSpec.Target.MASTER,
            0,
            state,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty()),
        Op.FdbVerb.ADD);
  }

  public String states(String... ports) {
    return String.join(
        " ", Arrays.stream(ports).map(port -> "" + link(port).port().get().state()).toList());
  }
}
