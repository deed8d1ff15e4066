package vethlab.shell.conntrack;

import java.util.Optional;
import vethlab.wire.Ip4;

/**
 * An address with a mask as conntrack takes it: nfct_parse_addr_from_opt. An IPv6 address is known
 * as one and holds nothing.
 */
record Address(Ip4 address, int mask, boolean isIpv6) {

  static Address parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    boolean ipv6 = host.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    Optional<Ip4> ip = ip4(host);
    if (ip.isEmpty() && !ipv6) {
      throw Mistake.parameter("Invalid IP address `" + text + "'");
    }
    int length = slash < 0 ? ipv6 ? 128 : 32 : length(text.substring(slash + 1));
    if (length < 0 || length > (ipv6 ? 128 : 32)) {
      throw Mistake.parameter("Invalid netmask");
    }
    int mask = length == 0 || ipv6 ? 0 : -1 << 32 - length;
    return new Address(ip.orElse(Ip4.ANY), mask, ipv6);
  }

  private static Optional<Ip4> ip4(String text) {
    try {
      return Optional.of(Ip4.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int length(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  boolean holds(Ip4 other) {
    return !isIpv6 && (other.bits() & mask) == (address.bits() & mask);
  }

  /** With another address as its mask. */
  Address under(Address other) {
    return new Address(address, other.address.bits(), isIpv6);
  }
}
