package vethlab.shell.tcpdump;

import java.util.Map;
import java.util.Optional;
import vethlab.op.iptables.Services;
import vethlab.wire.Ip4;

/**
 * Names for addresses and ports, where they are wanted.
 *
 * @param hosts names by address; empty with -n
 * @param ports whether ports are named
 */
record Names(Map<Ip4, String> hosts, boolean ports) {

  String of(Ip4 address) {
    return hosts.getOrDefault(address, address.toString());
  }

  String port(int port, String protocol) {
    Optional<String> name = ports ? Services.name(port, protocol) : Optional.empty();
    return name.orElse(Integer.toString(port));
  }
}
