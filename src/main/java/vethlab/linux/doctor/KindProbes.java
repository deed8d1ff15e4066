package vethlab.linux.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.BridgeAttr;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Qdisc;
import vethlab.op.Result;

/** Which kinds of links a kernel has, by making one of each in a scratch sandbox. */
final class KindProbes {
  private final Kernel kernel;
  private final List<Finding> findings = new ArrayList<>();

  private KindProbes(Kernel kernel) {
    this.kernel = kernel;
  }

  static List<Finding> of(Kernel kernel) {
    KindProbes probes = new KindProbes(kernel);
    probes.all();
    return probes.findings;
  }

  private void all() {
    kind("veth", "pairs", "p0", new LinkKind.Veth("p1", List.of()), Finding.Need.ALWAYS);
    kind("bridge", "bridges", "b0", new LinkKind.Bridge(List.of()), Finding.Need.WHERE_USED);
    probe(
        "vlan filtering",
        "bridges that filter VLANs",
        new Op.LinkSet(
            Ns.HOST, "b0", List.of(new LinkChange.BridgeSetting(BridgeAttr.VLAN_FILTERING, 1))));
    kind("vlan", "VLAN devices", "v0", new LinkKind.Vlan("p0", 10, 0x8100));
    kind("macvlan", "macvlan devices", "m0", new LinkKind.Macvlan("p0", "bridge"));
    kind("ipvlan", "ipvlan devices", "i0", new LinkKind.Ipvlan("p1", "l3", "bridge"));
    kind("vxlan", "VXLAN tunnels", "x0", vxlan());
    kind("dummy", "dummy devices", "d0", new LinkKind.Dummy());
    kind("vrf", "VRFs", "r0", new LinkKind.Vrf(10));
    probe(
        "netem",
        "delays and losses (tc netem)",
        new Op.QdiscSet(
            Ns.HOST,
            "p0",
            new Qdisc.Netem(1_000_000, 0, 0, 0, 0, 0, 0, 1000),
            0,
            Op.QdiscVerb.ADD));
  }

  private static LinkKind vxlan() {
    return new LinkKind.Vxlan(
        42, Optional.empty(), Optional.empty(), Optional.empty(), 4789, OptionalInt.empty(), true);
  }

  private void kind(String name, String plural, String link, LinkKind kind) {
    kind(name, plural, link, kind, Finding.Need.WHERE_USED);
  }

  private void kind(String name, String plural, String link, LinkKind kind, Finding.Need need) {
    probe(name, plural, need, new Op.LinkAdd(Ns.HOST, link, kind, List.of()));
  }

  private void probe(String name, String plural, Op op) {
    probe(name, plural, Finding.Need.WHERE_USED, op);
  }

  private void probe(String name, String plural, Finding.Need need, Op op) {
    Result result = kernel.apply(op);
    findings.add(
        new Finding(
            name,
            need,
            result.ok(),
            result instanceof Result.Refused refused
                ? "this kernel has no " + plural + words(refused)
                : "this kernel has " + plural));
  }

  private static String words(Result.Refused refused) {
    String said = refused.message().isEmpty() ? refused.errno().text() : refused.message();
    return " (it says: " + said + ")";
  }
}
