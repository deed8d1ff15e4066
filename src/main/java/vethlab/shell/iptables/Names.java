package vethlab.shell.iptables;

import java.util.Optional;
import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.IcmpType;
import vethlab.op.iptables.Protocols;
import vethlab.op.iptables.Services;
import vethlab.op.iptables.Span;
import vethlab.wire.Ip4;

/** How a listing shows numbers: as they are, or by name. */
enum Names {
  NUMBERS {
    @Override
    String port(long port, String protocol) {
      return Long.toString(port);
    }

    @Override
    String protocol(int protocol) {
      return Integer.toString(protocol);
    }

    @Override
    String address(AddressMask address) {
      return address.listed();
    }

    @Override
    Optional<String> icmp(IcmpType type) {
      return Optional.empty();
    }
  },

  WORDS {
    @Override
    String port(long port, String protocol) {
      return Services.name((int) port, protocol).orElse(Long.toString(port));
    }

    @Override
    String protocol(int protocol) {
      return protocol == 0 ? "all" : Protocols.name(protocol);
    }

    @Override
    String address(AddressMask address) {
      if (address.mask().bits() == 0) {
        return "anywhere";
      }
      boolean localhost = address.address().equals(Ip4.LOOPBACK);
      return localhost ? address.listed().replace("127.0.0.1", "localhost") : address.listed();
    }

    @Override
    Optional<String> icmp(IcmpType type) {
      return type.known();
    }
  };

  abstract String port(long port, String protocol);

  abstract String protocol(int protocol);

  abstract String address(AddressMask address);

  abstract Optional<String> icmp(IcmpType type);

  /** One port or two with a colon. */
  String ports(Span ports, String protocol) {
    return ports.isSingle()
        ? port(ports.first(), protocol)
        : port(ports.first(), protocol) + ":" + port(ports.last(), protocol);
  }
}
