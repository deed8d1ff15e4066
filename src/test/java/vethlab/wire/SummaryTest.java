package vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Ip4 A = Ip4.parse("10.1.1.1");
  private static final Ip4 B = Ip4.parse("10.1.1.2");
  private static final Mac MAC_A = Mac.of(2, 0, 0, 0, 0, 1);
  private static final Ipv4 REQUEST =
      Ipv4.of(B, A, 64, new IcmpEcho(true, 7, 1, Bytes.wrap(new byte[56])));

  private static String said(Transport transport) {
    return Summary.of(Ipv4.of(A, B, 64, transport));
  }

  @Test
  void arpAsksAndAnswers() {
    assertThat(Summary.of(new Arp(Arp.REQUEST, MAC_A, B, Mac.ZERO, A)))
        .isEqualTo("ARP who-has 10.1.1.1 tell 10.1.1.2");
    assertThat(Summary.of(new Arp(Arp.REPLY, MAC_A, A, MAC_A, B)))
        .isEqualTo("ARP 10.1.1.1 is-at 02:00:00:00:00:01");
  }

  @Test
  void anEchoNamesItsIdAndSequence() {
    assertThat(Summary.of(REQUEST))
        .isEqualTo("ICMP echo request id 7 seq 1, 10.1.1.2 > 10.1.1.1 ttl 64");
  }

  @Test
  void anErrorNamesThePacketItIsAbout() {
    Ipv4 probe = Ipv4.of(B, Ip4.parse("8.8.8.8"), 1, new Udp(5000, 53, Bytes.EMPTY));
    assertThat(said(new IcmpError(3, 3, 0, probe, 28)))
        .isEqualTo(
            "ICMP port unreachable about UDP 10.1.1.2:5000 > 8.8.8.8:53,"
                + " 10.1.1.1 > 10.1.1.2 ttl 64");
    assertThat(said(new IcmpError(3, 4, 1400, REQUEST, 28)))
        .startsWith(
            "ICMP fragmentation needed mtu 1400 about ICMP echo request 10.1.1.2 > 10.1.1.1,");
    assertThat(said(new IcmpError(5, 1, A.bits(), REQUEST, 28)))
        .startsWith("ICMP redirect to 10.1.1.1 about ");
  }

  @Test
  void tcpShowsItsFlagsNumbersAndPorts() {
    Tcp tcp = new Tcp(80, 40000, -1, 5, Tcp.SYN | Tcp.ACK, 1, TcpOptions.NONE, Bytes.EMPTY);
    assertThat(said(tcp))
        .isEqualTo("TCP [SYN,ACK] seq 4294967295 ack 5 len 0, 10.1.1.1:80 > 10.1.1.2:40000 ttl 64");
  }

  @Test
  void aFragmentShowsItsPlace() {
    Bytes head = Bytes.wrap(new byte[] {0, 1, 0, 2, 0, 0, 0, 0});
    RawTransport raw = new RawTransport(Protocol.UDP, head);
    Ipv4 first = Ipv4.of(A, B, 64, raw).withId(77).withFlags(Ipv4.MF);
    assertThat(Summary.of(first))
        .isEqualTo("UDP fragment 77 at 0+ len 8, 10.1.1.1:1 > 10.1.1.2:2 ttl 64");
    assertThat(Summary.of(first.withFlags(0).withFragmentOffset(8)))
        .isEqualTo("UDP fragment 77 at 8 len 8, 10.1.1.1 > 10.1.1.2 ttl 64");
  }

  @Test
  void aTaggedFrameAndATunnelledOneSaySo() {
    Frame frame = Frame.of(Mac.BROADCAST, MAC_A, new Arp(1, MAC_A, B, Mac.ZERO, A));
    assertThat(Summary.of(frame.withVlan(Vlan.of(10))))
        .isEqualTo("VLAN 10: ARP who-has 10.1.1.1 tell 10.1.1.2");
    assertThat(said(new Udp(1, Vxlan.PORT, Vxlan.encapsulate(5, frame))))
        .isEqualTo(
            "VXLAN network 5 (ARP who-has 10.1.1.1 tell 10.1.1.2),"
                + " 10.1.1.1:1 > 10.1.1.2:4789 ttl 64");
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThat(Summary.of(new OtherPayload(EtherType.IPV6, Bytes.wrap(new byte[40]))))
        .isEqualTo("IPv6, 40 bytes");
    assertThat(Summary.of(new OtherPayload(0x88cc, Bytes.EMPTY)))
        .isEqualTo("Ethernet type 0x88cc, 0 bytes");
    assertThat(Summary.of(Bytes.EMPTY))
        .isEqualTo("malformed frame: 0 bytes, too short for an Ethernet header");
  }
}
