package vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final Ip4 A = Ip4.parse("10.1.1.1");
  private static final Ip4 B = Ip4.parse("10.1.1.2");
  private static final Mac MAC_A = Mac.of(2, 0, 0, 0, 0, 1);
  private static final Mac MAC_B = Mac.of(2, 0, 0, 0, 0, 2);

  private static Frame frame(Transport transport) {
    return Frame.of(MAC_B, MAC_A, Ipv4.of(A, B, 64, transport));
  }

  private static Field field(List<Layer> layers, String layer, String name) {
    return layers.stream()
        .filter(l -> l.name().equals(layer))
        .flatMap(l -> l.fields().stream())
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEchoHasFourLayersWithTheirPlaces() {
    List<Layer> layers = Layers.of(frame(new IcmpEcho(true, 7, 1, Bytes.wrap(new byte[56]))));
    assertThat(layers).extracting(Layer::name).containsExactly("Ethernet", "IPv4", "ICMP", "Data");
    assertThat(layers).extracting(Layer::offset).containsExactly(0, 14, 34, 42);
    assertThat(layers).extracting(Layer::length).containsExactly(14, 20, 8, 56);
    assertThat(field(layers, "IPv4", "time to live"))
        .isEqualTo(new Field("time to live", "64", 22, 1));
    assertThat(field(layers, "ICMP", "id")).isEqualTo(new Field("id", "7", 38, 2));
    assertThat(field(layers, "ICMP", "checksum").value()).endsWith("correct");
  }

  @Test
  void aWrongChecksumIsShownWithTheRightOne() {
    byte[] bytes = FrameWriter.encode(frame(new Udp(1, 2, Bytes.EMPTY)));
    String right = field(Layers.of(Bytes.of(bytes)), "UDP", "checksum").value().substring(0, 6);
    bytes[40] = 0x12;
    bytes[41] = 0x34;
    assertThat(field(Layers.of(Bytes.of(bytes)), "UDP", "checksum").value())
        .isEqualTo("0x1234 wrong, should be " + right);
  }

  @Test
  void aQuotedPacketIsTakenApartToo() {
    Ipv4 original = Ipv4.of(A, B, 1, new Udp(5000, 53, Bytes.wrap(new byte[100])));
    List<Layer> layers = Layers.of(frame(new IcmpError(11, 0, 0, original, 28)));
    assertThat(layers)
        .extracting(Layer::name)
        .containsExactly("Ethernet", "IPv4", "ICMP", "Quoted IPv4", "UDP");
    assertThat(field(layers, "UDP", "destination port").offset()).isEqualTo(34 + 8 + 20 + 2);
  }

  @Test
  void tcpOptionsAreNamed() {
    TcpOptions options = new TcpOptions(1460, 7, true, 1, 2);
    Tcp tcp = new Tcp(1, 2, 3, 4, Tcp.SYN, 5, options, Bytes.EMPTY);
    List<Layer> layers = Layers.of(frame(tcp));
    assertThat(field(layers, "TCP", "flags").value()).isEqualTo("SYN");
    assertThat(field(layers, "TCP", "maximum segment size").value()).isEqualTo("1460");
    assertThat(field(layers, "TCP", "timestamps").value()).isEqualTo("1 echo 2");
    assertThat(field(layers, "TCP", "window scale").value()).isEqualTo("7");
  }

  @Test
  void tagsAndTunnelsHaveLayersOfTheirOwn() {
    Frame inner = Frame.of(Mac.BROADCAST, MAC_A, new Arp(1, MAC_A, A, Mac.ZERO, B));
    Frame outer = frame(new Udp(1, Vxlan.LINUX_PORT, Vxlan.encapsulate(42, inner)));
    List<Layer> layers = Layers.of(outer.withVlan(Vlan.of(10)));
    assertThat(layers)
        .extracting(Layer::name)
        .containsExactly("Ethernet", "VLAN", "IPv4", "UDP", "VXLAN", "Ethernet", "ARP");
    assertThat(field(layers, "VLAN", "id").value()).isEqualTo("10");
    assertThat(field(layers, "VXLAN", "network").value()).isEqualTo("42");
  }

  @Test
  void whatIsCutOffIsSaidSo() {
    byte[] whole = FrameWriter.encode(frame(new Udp(1, 2, Bytes.EMPTY)));
    List<Layer> layers = Layers.of(Bytes.of(whole).slice(0, 37));
    Layer last = layers.getLast();
    assertThat(last.name()).isEqualTo("UDP");
    assertThat(last.fields().getLast()).isEqualTo(new Field("cut off", "1 byte", 36, 1));
  }

  @Test
  void packetsNestedThousandfoldAreNotFollowedToTheEnd() {
    Bytes data = Bytes.EMPTY;
    for (int i = 0; i < 2000; i++) {
      Ipv4 packet = Ipv4.of(A, B, 64, new RawTransport(Protocol.IPIP, data));
      data = Bytes.wrap(PacketWriter.encode(packet));
    }
    byte[] bytes = FrameWriter.encode(frame(new RawTransport(Protocol.IPIP, data)));
    assertThat(Layers.of(Bytes.wrap(bytes))).hasSizeLessThan(20);
  }

  @Test
  void anEmptyFrameHasNoLayers() {
    assertThat(Layers.of(Bytes.EMPTY)).isEmpty();
    assertThat(IntStream.range(0, 14).mapToObj(n -> Layers.of(Bytes.wrap(new byte[n]))))
        .allSatisfy(layers -> assertThat(layers.size()).isLessThan(2));
  }
}
