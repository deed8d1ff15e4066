package vethlab.sim.netdev;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.Errno;
import vethlab.op.FdbSpec;
import vethlab.op.Op;
import vethlab.op.view.FdbView;
import vethlab.sim.Netns;
import vethlab.sim.Skb;
import vethlab.sim.World;
import vethlab.sim.netdev.VxlanEntry.Remote;
import vethlab.sim.table.LongMap;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

/**
 * A vxlan's own forwarding table: vxlan_core.c vxlan_fdb_update, vxlan_snoop. Dumped in order of
 * age; the kernel's order is that of its hash.
 */
final class VxlanFdb {
  private static final long SECOND = 1_000_000_000L;

  /** FDB_AGE_DEFAULT. */
  private static final long AGE = 300 * SECOND;

  static final VxlanEntry NONE = new VxlanEntry(Mac.ZERO, true, List.of(), 0);

  private final LongMap<VxlanEntry> entries;

  VxlanFdb() {
    this(new LongMap<>());
  }

  private VxlanFdb(LongMap<VxlanEntry> entries) {
    this.entries = entries;
  }

  VxlanFdb copy() {
    return new VxlanFdb(entries.copy(entry -> entry));
  }

  /** The entry of the address, else that of all others, else {@link #NONE}. */
  VxlanEntry lookup(Mac mac, long now) {
    VxlanEntry entry = find(mac, now);
    return entry == NONE ? find(Mac.ZERO, now) : entry;
  }

  private VxlanEntry find(Mac mac, long now) {
    VxlanEntry entry = entries.getOr(mac.bits(), NONE);
    if (entry != NONE && !entry.permanent() && entry.updated() + AGE <= now) {
      return NONE;
    }
    return entry;
  }

  void addDefault(VxlanDriver vxlan, long now) {
    Remote remote = new Remote(vxlan.remote, vxlan.port, vxlan.vni, vxlan.lower);
    put(new VxlanEntry(Mac.ZERO, true, List.of(remote), now));
  }

  private void put(VxlanEntry entry) {
    entries.put(entry.mac().bits(), entry);
  }

  /** vxlan_snoop: {@code mac} speaks from {@code from}; false where the frame has to be dropped. */
  boolean learn(VxlanDriver vxlan, Mac mac, Ip4 from, long now) {
    if (mac.isMulticast() || mac.isZero()) {
      return false;
    }
    VxlanEntry entry = find(mac, now);
    Remote remote = new Remote(from, vxlan.port, vxlan.vni, Skb.NO_DEVICE);
    if (entry == NONE) {
      put(new VxlanEntry(mac, false, List.of(remote), now));
      return true;
    }
    if (entry.remotes().getFirst().ip().equals(from)) {
      put(entry.seen(now));
      return true;
    }
    if (entry.permanent()) {
      return false;
    }
    put(new VxlanEntry(mac, false, List.of(remote), now));
    return true;
  }

  /** vxlan_flush. */
  void forgetLearnt() {
    for (VxlanEntry entry : entries.values()) {
      if (!entry.permanent()) {
        entries.remove(entry.mac().bits());
      }
    }
  }

  // --- by request ------------------------------------------------------------------------------

  /** vxlan_fdb_add. */
  void add(World world, VxlanDriver vxlan, NetDevice dev, FdbSpec spec, Op.FdbVerb verb)
      throws Refusal {
    if (spec.state() == FdbSpec.State.STATIC || spec.dst().isEmpty()) {
      throw new Refusal(Errno.EINVAL);
    }
    Remote remote = remote(world, vxlan, dev, spec);
    boolean group = spec.mac().isMulticast() || spec.mac().isZero();
    boolean permanent = spec.state() == FdbSpec.State.PERMANENT;
    VxlanEntry known = find(spec.mac(), world.now());
    if (known == NONE) {
      if (verb == Op.FdbVerb.REPLACE && group) {
        throw new Refusal(Errno.EOPNOTSUPP);
      }
      put(new VxlanEntry(spec.mac(), permanent, List.of(remote), world.now()));
      return;
    }
    switch (verb) {
      case ADD -> throw new Refusal(Errno.EEXIST);
      case REPLACE -> {
        if (group) {
          throw new Refusal(Errno.EOPNOTSUPP, "Cannot replace non-unicast fdb entries");
        }
        put(new VxlanEntry(spec.mac(), permanent, List.of(remote), world.now()));
      }
      case APPEND -> append(known, permanent, group, remote, world.now());
    }
  }

  private void append(VxlanEntry known, boolean permanent, boolean group, Remote remote, long now) {
    List<Remote> remotes = new ArrayList<>(known.remotes());
    if (group && !remotes.contains(remote)) {
      remotes.add(remote);
    }
    put(new VxlanEntry(known.mac(), permanent, List.copyOf(remotes), now));
  }

  /** vxlan_fdb_parse. */
  private static Remote remote(World world, VxlanDriver vxlan, NetDevice dev, FdbSpec spec)
      throws Refusal {
    int device = Skb.NO_DEVICE;
    if (spec.via().isPresent()) {
      Netns netns = world.netns(dev.netns);
      device =
          world
              .device(netns, spec.via().get())
              .orElseThrow(() -> new Refusal(Errno.EADDRNOTAVAIL, "Device not found"))
              .id;
    }
    return new Remote(
        spec.dst().orElse(Ip4.ANY),
        spec.port().orElse(vxlan.port),
        spec.vni().orElse(vxlan.vni),
        device);
  }

  /** vxlan_fdb_delete: one far end, or the whole entry. */
  void delete(World world, VxlanDriver vxlan, NetDevice dev, FdbSpec spec) throws Refusal {
    VxlanEntry known = find(spec.mac(), world.now());
    if (known == NONE) {
      throw new Refusal(Errno.ENOENT);
    }
    if (spec.dst().isEmpty() || known.remotes().size() == 1) {
      if (spec.dst().isPresent() && !known.remotes().contains(remote(world, vxlan, dev, spec))) {
        return;
      }
      entries.remove(spec.mac().bits());
      return;
    }
    List<Remote> remotes = new ArrayList<>(known.remotes());
    remotes.remove(remote(world, vxlan, dev, spec));
    put(known.withRemotes(List.copyOf(remotes)));
  }

  /** vxlan_fdb_dump. */
  void dump(World world, VxlanDriver vxlan, NetDevice dev, List<FdbView> all) {
    for (VxlanEntry entry : entries.values()) {
      if (find(entry.mac(), world.now()) == NONE) {
        continue;
      }
      for (Remote remote : entry.remotes()) {
        all.add(view(world, vxlan, dev, entry, remote));
      }
    }
  }

  private static FdbView view(
      World world, VxlanDriver vxlan, NetDevice dev, VxlanEntry entry, Remote remote) {
    FdbSpec spec =
        new FdbSpec(
            entry.mac(),
            dev.name,
            FdbSpec.Target.SELF,
            0,
            entry.permanent() ? FdbSpec.State.PERMANENT : FdbSpec.State.DYNAMIC,
            Optional.of(remote.ip()),
            remote.port() == vxlan.port ? OptionalInt.empty() : OptionalInt.of(remote.port()),
            remote.vni() == vxlan.vni ? OptionalInt.empty() : OptionalInt.of(remote.vni()),
            world.hasDevice(remote.device())
                ? Optional.of(world.device(remote.device()).name)
                : Optional.empty());
    long age = (world.now() - entry.updated()) / SECOND;
    return new FdbView(
        spec, dev.ifindex, "", false, false, false, false, age, age, Optional.empty());
  }
}
