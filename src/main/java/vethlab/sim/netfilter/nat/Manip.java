package vethlab.sim.netfilter.nat;

import vethlab.sim.Hook;
import vethlab.sim.netfilter.conntrack.Connection;

/** Which end of a packet is translated: enum nf_nat_manip_type. */
enum Manip {
  SOURCE(Connection.SRC_NAT, Connection.SRC_NAT_DONE),
  DESTINATION(Connection.DST_NAT, Connection.DST_NAT_DONE);

  private final int bit;
  private final int done;

  Manip(int bit, int done) {
    this.bit = bit;
    this.done = done;
  }

  /** HOOK2MANIP. */
  static Manip at(Hook hook) {
    return hook == Hook.POSTROUTING || hook == Hook.INPUT ? SOURCE : DESTINATION;
  }

  /** The status bit that says so of a connection's first direction. */
  int bit() {
    return bit;
  }

  /** The status bit of a decision, be it to change nothing. */
  int done() {
    return done;
  }

  Manip other() {
    return this == SOURCE ? DESTINATION : SOURCE;
  }
}
