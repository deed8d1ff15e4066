package vethlab.op;

import static vethlab.op.Commands.word;

import java.util.List;

/** {@code bridge fdb} and {@code bridge vlan}. */
final class FdbCommands {
  private FdbCommands() {}

  static List<String> words(Ns ns, String verb, FdbSpec entry) {
    return Argv.in(ns, "bridge")
        .add("fdb", verb, entry.mac().toString(), "dev", entry.dev())
        .addIf(entry.target() == FdbSpec.Target.MASTER, "master")
        .addIf(entry.state() != FdbSpec.State.PERMANENT, word(entry.state()))
        .addIf(entry.vlan() != 0, "vlan", "" + entry.vlan())
        .add("dst", entry.dst())
        .addIf(entry.port().isPresent(), "port", "" + entry.port().orElse(0))
        .addIf(entry.vni().isPresent(), "vni", "" + entry.vni().orElse(0))
        .add("via", entry.via())
        .words();
  }

  static List<String> vlan(Ns ns, String verb, String dev, Op.BridgeVlan vlan) {
    String ids = vlan.first() == vlan.last() ? "" + vlan.first() : vlan.first() + "-" + vlan.last();
    return Argv.in(ns, "bridge")
        .add("vlan", verb, "dev", dev, "vid", ids)
        .addIf(vlan.pvid(), "pvid")
        .addIf(vlan.untagged(), "untagged")
        .addIf(vlan.self(), "self")
        .words();
  }
}
