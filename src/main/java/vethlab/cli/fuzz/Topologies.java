package vethlab.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import vethlab.cli.fuzz.Draft.Node;

/**
 * The networks that scripts are about. Bridges snoop no multicast and speak no STP: what they send
 * then depends on the clock.
 */
final class Topologies {
  private static final String BRIDGE = " type bridge mcast_snooping 0";

  private final Draft draft;

  Topologies(Draft draft) {
    this.draft = draft;
  }

  void make() {
    switch (draft.below(12)) {
      case 0, 1, 2 -> star(draft.host(), "br0", 1 + draft.below(4));
      case 3, 4 -> row(1 + draft.below(4));
      case 5, 6 -> natBox();
      case 7 -> twoBridges();
      case 8 -> macvlans();
      case 9 -> vxlan();
      case 10 -> twoLinksOneSubnet();
      default -> {
        star(draft.host(), "br0", 1 + draft.below(2));
        natBox();
      }
    }
    if (draft.chance(15)) {
      link(draft.any(), draft.any(), draft.subnet());
    }
  }

  /** Some namespaces on a bridge. */
  private void star(Node at, String bridge, int count) {
    String subnet = draft.subnet();
    bridge(at, bridge);
    for (int i = 0; i < count; i++) {
      Node node = draft.namespace();
      plug(at, bridge, node, subnet + "." + (i + 2));
      if (draft.chance(60)) {
        draft.add(node.ip() + " route add default via " + subnet + ".1");
      }
    }
    if (draft.chance(75)) {
      draft.address(at, bridge, subnet + ".1");
    }
    if (draft.chance(35)) {
      draft.add(at.exec() + "sysctl -w net.bridge.bridge-nf-call-iptables=1");
    }
    if (draft.chance(30)) {
      draft.sysctl(at, "ip_forward", "1");
    }
  }

  private void bridge(Node at, String bridge) {
    draft.add(at.ip() + " link add " + bridge + BRIDGE);
    draft.up(at, bridge);
    at.devices().add(bridge);
  }

  private void plug(Node at, String bridge, Node node, String address) {
    List<String> ends = draft.veth(at, node);
    draft.add(at.ip() + " link set " + ends.getFirst() + " master " + bridge);
    draft.up(at, ends.getFirst());
    draft.address(node, ends.getLast(), address);
    draft.up(node, ends.getLast());
  }

  /** One behind the other, the host first. */
  private void row(int count) {
    List<Node> row = new ArrayList<>(List.of(draft.host()));
    for (int i = 0; i < count; i++) {
      Node next = draft.namespace();
      link(row.getLast(), next, draft.subnet());
      row.add(next);
    }
    for (Node router : row.subList(1, row.size())) {
      if (draft.chance(80)) {
        draft.sysctl(router, "ip_forward", "1");
      }
    }
    for (int i = 0; i < row.size(); i++) {
      if (i + 1 < row.size() && draft.chance(75)) {
        defaultVia(row.get(i), row.get(i + 1).addresses().getFirst());
      } else if (i > 0 && draft.chance(75)) {
        defaultVia(row.get(i), row.get(i - 1).addresses().getLast());
      }
    }
  }

  private void defaultVia(Node node, String gateway) {
    draft.add(node.ip() + " route add default via " + gateway);
  }

  private void link(Node a, Node b, String subnet) {
    List<String> ends = draft.veth(a, b);
    draft.address(a, ends.getFirst(), subnet + ".1");
    draft.address(b, ends.getLast(), subnet + ".2");
    draft.up(a, ends.getFirst());
    draft.up(b, ends.getLast());
  }

  /** A client behind a router that masquerades, a server before it that knows no way back. */
  private void natBox() {
    Node client = draft.namespace();
    Node router = draft.chance(50) ? draft.host() : draft.namespace();
    Node server = draft.namespace();
    String inside = draft.subnet();
    String outside = draft.subnet();
    link(router, client, inside);
    String in = router.devices().getLast();
    link(router, server, outside);
    String out = router.devices().getLast();
    defaultVia(client, inside + ".1");
    draft.sysctl(router, "ip_forward", "1");
    String iptables = router.exec() + "iptables -t nat -A ";
    draft.add(
        iptables
            + draft.pick(
                "POSTROUTING -o " + out + " -j MASQUERADE",
                "POSTROUTING -s " + inside + ".0/24 -j MASQUERADE",
                "POSTROUTING -o " + out + " -j SNAT --to-source " + outside + ".1",
                "POSTROUTING -s " + inside + ".0/24 ! -o " + in + " -j MASQUERADE"));
    if (draft.chance(60)) {
      draft.add(
          iptables
              + "PREROUTING "
              + draft.pick("-i " + out, "-d " + outside + ".1", "-m addrtype --dst-type LOCAL")
              + " -p tcp --dport 80 -j DNAT --to-destination "
              + inside
              + ".2"
              + draft.pick("", ":81"));
    }
  }

  private void twoBridges() {
    Node host = draft.host();
    star(host, "br0", 1 + draft.below(2));
    if (draft.chance(50)) {
      star(host, "br1", 1 + draft.below(2));
      return;
    }
    bridge(host, "br1");
    List<String> ends = draft.veth(host, host);
    draft.add("ip link set " + ends.getFirst() + " master br0");
    draft.add("ip link set " + ends.getLast() + " master br1");
    ends.forEach(end -> draft.up(host, end));
    plug(host, "br1", draft.namespace(), "10.0.1.5");
  }

  private void macvlans() {
    Node host = draft.host();
    Node outside = draft.namespace();
    String subnet = draft.subnet();
    link(host, outside, subnet);
    String parent = host.devices().getLast();
    String mode = draft.pick("bridge", "bridge", "private", "vepa");
    int count = 1 + draft.below(2);
    for (int i = 0; i < count; i++) {
      Node node = draft.namespace();
      String name = "mv" + i;
      draft.add("ip link add " + name + " link " + parent + " type macvlan mode " + mode);
      draft.add("ip link set " + name + " netns " + node.name());
      node.devices().add(name);
      draft.address(node, name, subnet + "." + (3 + i));
      draft.up(node, name);
    }
  }

  private void vxlan() {
    Node a = draft.namespace();
    Node b = draft.namespace();
    String underlay = draft.subnet();
    String overlay = draft.subnet();
    link(a, b, underlay);
    String learning = draft.chance(30) ? " nolearning" : "";
    end(a, underlay + ".1", underlay + ".2", overlay + ".1", learning);
    end(b, underlay + ".2", underlay + ".1", overlay + ".2", learning);
  }

  private void end(Node node, String local, String remote, String address, String options) {
    String dev = draft.chance(70) ? " dev " + node.devices().getFirst() : "";
    draft.add(
        node.ip()
            + " link add vx0 type vxlan id "
            + draft.pick("100", "100", "100", "101")
            + " local "
            + local
            + " remote "
            + remote
            + " dstport 4789"
            + dev
            + options);
    draft.up(node, "vx0");
    node.devices().add("vx0");
    draft.address(node, "vx0", address);
  }

  /** Two links into one subnet: ARP flux. */
  private void twoLinksOneSubnet() {
    Node host = draft.host();
    bridge(host, "br0");
    Node two = draft.namespace();
    Node other = draft.namespace();
    plug(host, "br0", two, "10.0.1.2");
    plug(host, "br0", two, "10.0.1.3");
    plug(host, "br0", other, "10.0.1.4");
    draft.subnet();
  }
}
