package vethlab.op;

import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Ruleset;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** One change to a network. The set is closed: each kernel handles every one of them. */
public sealed interface Op {
  /** The namespace whose objects change. */
  Ns ns();

  record NetnsAdd(String name) implements Op {
    @Override
    public Ns ns() {
      return Ns.HOST;
    }
  }

  record NetnsDel(String name) implements Op {
    @Override
    public Ns ns() {
      return Ns.HOST;
    }
  }

  /** {@code ip netns set NAME NSID}; -1 lets the kernel choose. */
  record NetnsSetId(Ns ns, String name, int nsid) implements Op {}

  /** An empty name lets the kernel choose one. {@code with} holds what is given at birth. */
  record LinkAdd(Ns ns, String name, LinkKind kind, List<LinkChange> with) implements Op {}

  record LinkDel(Ns ns, String name) implements Op {}

  /**
   * The changes are made as one request: in the kernel's order, until the first that is refused.
   */
  record LinkSet(Ns ns, String name, List<LinkChange> changes) implements Op {}

  /**
   * @param peer the other end's prefix on a point-to-point address
   * @param broadcast absent: none; the command's {@code brd +} is resolved before
   * @param scope RT_SCOPE_; -1: the kernel's or tool's default
   */
  record AddrAdd(
      Ns ns,
      String dev,
      Prefix local,
      Optional<Ip4> peer,
      Optional<Ip4> broadcast,
      int scope,
      String label,
      AddrVerb verb,
      long validSeconds,
      long preferredSeconds,
      boolean noPrefixRoute,
      long metric)
      implements Op {
    public static final long FOREVER = 0xffffffffL;

    /** An address and its prefix, nothing else said: for ever. */
    public AddrAdd(Ns ns, String dev, Prefix local) {
      this(
          ns,
          dev,
          local,
          Optional.empty(),
          Optional.empty(),
          -1,
          "",
          AddrVerb.ADD,
          FOREVER,
          FOREVER,
          false,
          0);
    }
  }

  enum AddrVerb {
    ADD,
    REPLACE,
    CHANGE
  }

  /**
   * The prefix as typed; a bare address (length 32, no peer) deletes the first that has it.
   *
   * @param peer the peer as typed; for an address typed with /32 the address itself, as the request
   *     carries it, which tells it from a bare one
   * @param label empty for any
   */
  record AddrDel(Ns ns, String dev, Prefix local, Optional<Ip4> peer, String label) implements Op {}

  record RouteChange(Ns ns, RouteVerb verb, Route route) implements Op {}

  record RuleAdd(Ns ns, Rule rule) implements Op {}

  record RuleDel(Ns ns, Rule rule) implements Op {}

  record NeighAdd(Ns ns, NeighSpec entry, NeighVerb verb) implements Op {}

  enum NeighVerb {
    ADD,
    REPLACE,
    CHANGE
  }

  record NeighDel(Ns ns, NeighSpec entry) implements Op {}

  record FdbAdd(Ns ns, FdbSpec entry, FdbVerb verb) implements Op {}

  enum FdbVerb {
    ADD,
    APPEND,
    REPLACE
  }

  record FdbDel(Ns ns, FdbSpec entry) implements Op {}

  /** {@code bridge vlan add}: a range of ids on a port, or ({@code self}) on the bridge itself. */
  record BridgeVlanAdd(Ns ns, String dev, BridgeVlan vlan) implements Op {}

  record BridgeVlanDel(Ns ns, String dev, BridgeVlan vlan) implements Op {}

  record BridgeVlan(int first, int last, boolean pvid, boolean untagged, boolean self) {}

  /** The key with dots, as sysctl(8) prints it; a dot in an interface's name is kept as a slash. */
  record SysctlSet(Ns ns, String key, String value) implements Op {}

  /**
   * {@code tc qdisc} on a link's root: netem only.
   *
   * <p>As netem_change has it, changing a netem replaces delay, jitter, loss, duplicate and limit,
   * but keeps rate, reorder and corrupt where they are not given (0).
   *
   * @param handle the major number, 0 lets the kernel choose
   */
  record QdiscSet(Ns ns, String dev, Qdisc qdisc, int handle, QdiscVerb verb) implements Op {}

  enum QdiscVerb {
    ADD,
    CHANGE,
    REPLACE
  }

  record QdiscDel(Ns ns, String dev) implements Op {}

  /** Forgets all connections, as {@code conntrack -F}. */
  record ConntrackFlush(Ns ns) implements Op {}

  record ConntrackDelete(Ns ns, ConntrackFilter filter) implements Op {}

  /** Changes to one iptables table. */
  sealed interface Iptables extends Op {
    String table();
  }

  record IptAppend(Ns ns, String table, String chain, IptRule rule) implements Iptables {}

  /** Positions count from 1. */
  record IptInsert(Ns ns, String table, String chain, int position, IptRule rule)
      implements Iptables {}

  record IptReplace(Ns ns, String table, String chain, int position, IptRule rule)
      implements Iptables {}

  record IptDelete(Ns ns, String table, String chain, IptRule rule) implements Iptables {}

  record IptDeleteAt(Ns ns, String table, String chain, int position) implements Iptables {}

  /** Asks whether the rule exists (-C); changes nothing. */
  record IptCheck(Ns ns, String table, String chain, IptRule rule) implements Iptables {}

  record IptNewChain(Ns ns, String table, String chain) implements Iptables {}

  record IptRenameChain(Ns ns, String table, String chain, String name) implements Iptables {}

  /** An empty chain means all user chains, and built-in ones that hold nothing and let all pass. */
  record IptDeleteChain(Ns ns, String table, String chain) implements Iptables {}

  /** An empty chain means all. */
  record IptFlush(Ns ns, String table, String chain) implements Iptables {}

  /** An empty chain means all; position 0 means every rule of it. */
  record IptZero(Ns ns, String table, String chain, int position) implements Iptables {}

  record IptPolicy(Ns ns, String table, String chain, String policy) implements Iptables {}

  /** The table with all its chains ceases to be, as iptables-restore begins. */
  record IptDeleteTable(Ns ns, String table) implements Iptables {}

  /**
   * Changes to one table, all or none; the message of a refusal is the index, from 0, of the change
   * that was refused.
   */
  record IptBatch(Ns ns, String table, List<Iptables> changes) implements Iptables {}

  /** A whole iptables-restore: all its tables or none. */
  record IptRestore(Ns ns, Ruleset ruleset, RestoreMode mode) implements Op {}

  enum RestoreMode {
    FLUSH,
    KEEP
  }
}
