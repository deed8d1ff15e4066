package vethlab.op;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.wire.Ip4;

/** What a link is, with what only its kind has. Source: IFLA_INFO_KIND. */
public sealed interface LinkKind {

  /** The word after {@code type}, as the kernel registers it. */
  String word();

  record Loopback() implements LinkKind {
    @Override
    public String word() {
      return "loopback";
    }
  }

  /**
   * A veth pair, seen from the end that is named first.
   *
   * @param peer the other end's name, empty when the kernel shall choose
   * @param peerWith what the other end is made with (its address, its namespace …)
   */
  record Veth(String peer, List<LinkChange> peerWith) implements LinkKind {
    @Override
    public String word() {
      return "veth";
    }
  }

  record Bridge(List<LinkChange.BridgeSetting> settings) implements LinkKind {
    @Override
    public String word() {
      return "bridge";
    }
  }

  record Dummy() implements LinkKind {
    @Override
    public String word() {
      return "dummy";
    }
  }

  /**
   * @param parent the link below
   * @param id 1..4094; in a request as given, -1 where none was
   * @param protocol 0x8100 or 0x88a8
   */
  record Vlan(String parent, int id, int protocol) implements LinkKind {
    @Override
    public String word() {
      return "vlan";
    }
  }

  /** Modes are the words private, vepa, bridge, passthru, source. */
  record Macvlan(String parent, String mode) implements LinkKind {
    @Override
    public String word() {
      return "macvlan";
    }
  }

  /** Modes are the words l2, l3, l3s; flag bridge, private or vepa. */
  record Ipvlan(String parent, String mode, String flag) implements LinkKind {
    @Override
    public String word() {
      return "ipvlan";
    }
  }

  /**
   * @param vni 0..2^24-1
   * @param dev the underlying link, absent when routes decide
   * @param remote the far end or the multicast group
   * @param port destination UDP port (8472 is the kernel's own default, 4789 IANA's)
   */
  record Vxlan(
      int vni,
      Optional<String> dev,
      Optional<Ip4> remote,
      Optional<Ip4> local,
      int port,
      OptionalInt ttl,
      boolean learning)
      implements LinkKind {
    @Override
    public String word() {
      return "vxlan";
    }
  }

  record Vrf(int table) implements LinkKind {
    @Override
    public String word() {
      return "vrf";
    }
  }

  /** A kind this kernel does not have; it answers with the kernel's own refusal. */
  record Unknown(String word) implements LinkKind {}
}
