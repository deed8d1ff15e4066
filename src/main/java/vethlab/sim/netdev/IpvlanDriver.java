package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.sim.Netns;
import vethlab.sim.World;

/** Under construction. */
abstract class IpvlanDriver implements Driver {
  static NetDevice make(World world, Netns from, NewLink link, LinkKind.Ipvlan kind)
      throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP, "Unknown device type");
  }
}
