package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
final class VxlanLinks {
  private VxlanLinks() {}

  static void validate(NewLink link, LinkKind.Vxlan kind) throws Refusal {}

  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Vxlan kind)
      throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP, "Unknown device type");
  }
}
