package vethlab.sim.ipv4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vethlab.op.RouteVerb;

class PingTest {
  private static Lab behindARouter() {
    Lab lab = new Lab();
    lab.veth("a:e0", "host:r0");
    lab.veth("b:e0", "host:r1");
    lab.address("a:e0", "10.0.1.2/24");
    lab.address("host:r0", "10.0.1.1/24");
    lab.address("host:r1", "10.0.2.1/24");
    lab.address("b:e0", "10.0.2.2/24");
    lab.sysctl("host", "net.ipv4.ip_forward", "1");
    lab.route("a", RouteVerb.ADD, "default", "10.0.1.1", "");
    lab.route("b", RouteVerb.ADD, "default", "10.0.2.1", "");
    return lab;
  }

  @Test
  void two_namespaces_ping_over_a_veth_pair() {
    Lab lab = new Lab();
    lab.veth("host:va", "a:eth0");
    lab.address("host:va", "10.0.1.1/24");
    lab.address("a:eth0", "10.0.1.2/24");
    lab.ping("host", "10.0.1.2", 56, IpSend.Discover.WANT);
    lab.run(1);
    assertThat(lab.seenOn("host/va"))
        .containsExactly(
            "> ARP who-has 10.0.1.2 tell 10.0.1.1",
            "< ARP 10.0.1.2 is-at 02:00:00:00:00:02",
            "> ICMP echo request id 1 seq 1, 10.0.1.1 > 10.0.1.2 ttl 64",
            "< ICMP echo reply id 1 seq 1, 10.0.1.2 > 10.0.1.1 ttl 64");
  }

  @Test
  void a_router_takes_one_off_the_ttl() {
    Lab lab = behindARouter();
    lab.ping("a", "10.0.2.2", 56, IpSend.Discover.WANT);
    lab.run(1);
    assertThat(lab.seenOn("b/e0"))
        .contains("< ICMP echo request id 1 seq 1, 10.0.1.2 > 10.0.2.2 ttl 63");
    assertThat(lab.seenOn("a/e0"))
        .contains("< ICMP echo reply id 1 seq 1, 10.0.2.2 > 10.0.1.2 ttl 63");
  }

  @Test
  void a_router_without_a_route_says_network_unreachable() {
    Lab lab = behindARouter();
    lab.ping("a", "10.0.9.77", 56, IpSend.Discover.WANT);
    lab.run(1);
    assertThat(lab.seenOn("a/e0").getLast()).startsWith("< ICMP network unreachable about");
  }

  @Test
  void nobody_there_is_host_unreachable_after_three_questions() {
    Lab lab = behindARouter();
    lab.ping("a", "10.0.2.77", 56, IpSend.Discover.WANT);
    lab.run(2.9);
    assertThat(lab.seenOn("host/r1"))
        .containsExactly(
            "> ARP who-has 10.0.2.77 tell 10.0.2.1",
            "> ARP who-has 10.0.2.77 tell 10.0.2.1",
            "> ARP who-has 10.0.2.77 tell 10.0.2.1");
    lab.run(0.2);
    assertThat(lab.seenOn("a/e0").getLast()).startsWith("< ICMP host unreachable about");
  }

  @Test
  void a_big_datagram_is_cut_and_put_together_again() {
    Lab lab = behindARouter();
    lab.ping("a", "10.0.2.2", 3000, IpSend.Discover.WANT);
    lab.run(1);
    assertThat(lab.seenOn("b/e0"))
        .contains(
            "< ICMP fragment 1 at 1480+ len 1480, 10.0.1.2 > 10.0.2.2 ttl 63",
            "> ICMP fragment 1 at 2960 len 48, 10.0.2.2 > 10.0.1.2 ttl 64");
  }
}
