package vethlab.sim.neigh;

/** The neighbour entries of one namespace. */
public final class NeighTable {
  public NeighTable copy() {
    return new NeighTable();
  }
}
