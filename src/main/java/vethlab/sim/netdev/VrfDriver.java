package vethlab.sim.netdev;

import vethlab.op.Errno;
import vethlab.op.LinkKind;
import vethlab.sim.World;

/** Under construction. */
abstract class VrfDriver implements Driver {
  static NetDevice make(World world, NewLink link, LinkKind.Vrf kind)
      throws Refusal {
    throw new Refusal(Errno.EOPNOTSUPP, "Unknown device type");
  }
}
