package vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.wire.ParseResult.Malformed;
import vethlab.wire.ParseResult.Parsed;
import vethlab.wire.TcpOptions.SackBlock;

class CodecTest {
  private static final int MANY = 20_000;
  private static final Ip4 A = Ip4.parse("10.1.1.1");
  private static final Ip4 B = Ip4.parse("10.1.1.2");
  private static final Mac MAC_A = Mac.of(2, 0, 0, 0, 0, 1);
  private static final Mac MAC_B = Mac.of(2, 0, 0, 0, 0, 2);

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  private static Frame parsed(byte[] bytes) {
    assertThat(FrameReader.parse(bytes)).isInstanceOf(Parsed.class);
    return ((Parsed) FrameReader.parse(bytes)).frame();
  }

  private static Frame frame(Transport transport) {
    return Frame.of(MAC_B, MAC_A, Ipv4.of(A, B, 64, transport));
  }

  @Test
  void everyFrameIsReadBackAsItWasWritten() {
    Frames frames = new Frames(1);
    for (int i = 0; i < MANY; i++) {
      Frame frame = frames.next();
      byte[] bytes = FrameWriter.encode(frame);
      assertThat(bytes).hasSize(frame.length() + (frame.vlan().isNone() ? 0 : 4));
      Frame again = parsed(bytes);
      assertThat(again).isEqualTo(frame);
      assertThat(FrameWriter.encode(again)).isEqualTo(bytes);
    }
  }

  @Test
  void noBytesMakeTheReaderThrow() {
    Frames frames = new Frames(2);
    for (int i = 0; i < MANY; i++) {
      Bytes bytes = Bytes.wrap(i % 2 == 0 ? frames.garbage() : frames.damaged());
      assertThat(Summary.of(bytes)).isNotEmpty();
      Layers.of(bytes);
      PacketReader.parse(bytes);
      TransportReader.read(new int[] {1, 6, 17}[i % 3], bytes);
    }
  }

  @Test
  void everyByteOfADamagedFrameIsInExactlyOnePlaceOfItsLayers() {
    Frames frames = new Frames(3);
    for (int i = 0; i < MANY; i++) {
      Bytes bytes = Bytes.wrap(i % 2 == 0 ? frames.damaged() : FrameWriter.encode(frames.next()));
      int at = 0;
      for (Layer layer : Layers.of(bytes)) {
        for (Field field : layer.fields()) {
          boolean next = field.offset() == at;
          boolean part = field.end() == at;
          assertThat(next || part).as("%s %s", layer.name(), field).isTrue();
          at = field.end();
        }
      }
      assertThat(at).isEqualTo(bytes.length());
    }
  }

  @Test
  void anArpRequestHasTheBytesOfTheStandard() {
    Frame frame = Frame.of(Mac.BROADCAST, MAC_A, new Arp(Arp.REQUEST, MAC_A, A, Mac.ZERO, B));
    assertThat(FrameWriter.encode(frame))
        .isEqualTo(
            hex(
                "ffffffffffff 020000000001 0806 0001 0800 06 04 0001"
                    + "020000000001 0a010101 000000000000 0a010102"));
  }

  @Test
  void aTagStandsBetweenTheAddressesAndTheType() {
    Frame frame = frame(new Udp(1, 2, Bytes.EMPTY)).withVlan(Vlan.of(10));
    byte[] bytes = FrameWriter.encode(frame);
    assertThat(HexFormat.of().formatHex(bytes, 12, 18)).isEqualTo("8100000a0800");
    assertThat(frame.length()).isEqualTo(14 + 20 + 8);
  }

  @Test
  void aUdpChecksumOfZeroIsSentAsOnes() {
    byte[] bytes = PacketWriter.encode(Ipv4.of(Ip4.ANY, Ip4.ANY, 64, udpThatSumsUpToOnes()));
    assertThat(HexFormat.of().formatHex(bytes, 26, 28)).isEqualTo("ffff");
  }

  /** A datagram whose words sum up to ffff: 17 + 12 (pseudo header) + 12 (length) + the data. */
  private static Udp udpThatSumsUpToOnes() {
    int rest = 0xffff - Protocol.UDP - 12 - 12;
    byte[] data = {(byte) (rest >> 8), (byte) rest, 0, 0};
    return new Udp(0, 0, Bytes.wrap(data));
  }

  @Test
  void aHeaderThatHoldsItsOwnChecksumSumsUpToZero() {
    byte[] header = hex("4500003c1c4640004006b1e6ac100a63ac100a0c");
    assertThat(Checksum.of(header, 0, 20)).isZero();
  }

  @Test
  void aSynFromLinuxKeepsTheOrderAndPaddingOfItsOptions() {
    TcpOptions options = new TcpOptions(1460, 7, true, 0x01020304, 0);
    byte[] bytes = PacketWriter.encode(Ipv4.of(A, B, 64, syn(options)));
    assertThat(HexFormat.of().formatHex(bytes, 40, 60))
        .isEqualTo("020405b4" + "0402080a" + "01020304" + "00000000" + "01030307");
    byte[] stamped = PacketWriter.encode(Ipv4.of(A, B, 64, syn(TcpOptions.timestamps(1, 2))));
    assertThat(HexFormat.of().formatHex(stamped, 40, 52)).isEqualTo("0101080a0000000100000002");
  }

  private static Tcp syn(TcpOptions options) {
    return new Tcp(40000, 80, 1, 0, Tcp.SYN, 64240, options, Bytes.EMPTY);
  }

  @Test
  void aSegmentSaysWhatItHasReceivedBeyondAHole() {
    TcpOptions options = TcpOptions.timestamps(1, 2).withSack(List.of(new SackBlock(5, 9)));
    byte[] bytes = PacketWriter.encode(Ipv4.of(A, B, 64, syn(options)));
    assertThat(HexFormat.of().formatHex(bytes, 40, 64))
        .isEqualTo("0101080a0000000100000002" + "0101050a0000000500000009");
    assertThat(
            ((Tcp) TransportReader.read(Protocol.TCP, Bytes.wrap(bytes).slice(20, 64))).options())
        .isEqualTo(options);
  }

  @Test
  void moreOptionsThanAHeaderHoldsAreRefused() {
    TcpOptions stamped = TcpOptions.timestamps(1, 2);
    SackBlock block = new SackBlock(5, 9);
    assertThat(stamped.withSack(List.of(block, block, block)).length()).isEqualTo(40);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stamped.withSack(List.of(block, block, block, block)));
  }

  @Test
  void aSegmentWithOptionsInAnotherOrderStaysRawByteForByte() {
    byte[] segment =
        hex("9c40 0050 00000001 00000002 8010 01f6 0000 0000 050a 00000005 00000009 0101");
    Transport transport = TransportReader.read(Protocol.TCP, Bytes.wrap(segment));
    assertThat(transport).isEqualTo(new RawTransport(Protocol.TCP, Bytes.wrap(segment)));
  }

  @Test
  void aQuotationThatWasCutIsWrittenAgainAsItWas() {
    Frames frames = new Frames(4);
    for (int i = 0; i < MANY / 10; i++) {
      Ipv4 original = frames.packet();
      int least = original.headerLength();
      int quoted = least + frames.below(original.totalLength() - least + 1);
      byte[] bytes = FrameWriter.encode(frame(new IcmpError(11, 0, 0, original, quoted)));
      Ipv4 outer = (Ipv4) parsed(bytes).payload();
      assertThat(FrameWriter.encode(parsed(bytes))).isEqualTo(bytes);
      assertThat(outer.transport()).isInstanceOf(IcmpError.class);
      IcmpError error = (IcmpError) outer.transport();
      assertThat(error.quoted()).isEqualTo(quoted);
      assertThat(error.original().totalLength()).isEqualTo(original.totalLength());
      assertThat(error.original().dst()).isEqualTo(original.dst());
    }
  }

  @Test
  void anErrorWithoutAPacketInItIsJustAnIcmpMessage() {
    byte[] message = hex("0b00 0000 00000000 0102030405");
    assertThat(TransportReader.read(Protocol.ICMP, Bytes.wrap(message)))
        .isEqualTo(new IcmpOther(11, 0, 0, Bytes.wrap(hex("0102030405"))));
  }

  @Test
  void fragmentsCarryRawBytesTheFirstOneToo() {
    Ipv4 whole = Ipv4.of(A, B, 64, new IcmpEcho(true, 1, 1, Bytes.wrap(new byte[64])));
    Bytes body = PacketWriter.encodeTransport(whole);
    Ipv4 first =
        whole.withTransport(new RawTransport(1, body.slice(0, 32))).withFlags(Ipv4.MF).withId(9);
    assertThat(parsed(FrameWriter.encode(Frame.of(MAC_B, MAC_A, first))).payload())
        .isEqualTo(first);
    assertThat(TransportReader.read(1, body)).isEqualTo(whole.transport());
    assertThatIllegalArgumentException().isThrownBy(() -> whole.withFlags(Ipv4.MF));
  }

  @Test
  void paddingIsNoPartOfAPacket() {
    Frame frame = frame(new Udp(1, 2, Bytes.EMPTY));
    byte[] padded = Arrays.copyOf(FrameWriter.encode(frame), 60);
    assertThat(parsed(padded)).isEqualTo(frame);
  }

  @Test
  void aMalformedFrameSaysWhy() {
    byte[] good = FrameWriter.encode(frame(new Udp(1, 2, Bytes.EMPTY)));
    assertThat(why(new byte[12])).isEqualTo("12 bytes, too short for an Ethernet header");
    assertThat(why(Arrays.copyOf(good, 30))).isEqualTo("16 bytes, too short for an IPv4 header");
    assertThat(why(Arrays.copyOf(good, 40)))
        .isEqualTo("IPv4 length 28 exceeds the 26 bytes there are");
    good[24]++;
    assertThat(why(good)).isEqualTo("wrong IPv4 header checksum");
    good[14] = 0x65;
    assertThat(why(good)).isEqualTo("IP version 6 in an IPv4 header");
  }

  private static String why(byte[] bytes) {
    ParseResult result = FrameReader.parse(bytes);
    assertThat(result).isInstanceOf(Malformed.class);
    return ((Malformed) result).why();
  }

  @Test
  void aPacketTooLongForItsLengthFieldIsNotWritten() {
    Ipv4 tooLong = Ipv4.of(A, B, 64, new Udp(1, 2, Bytes.wrap(new byte[65508])));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PacketWriter.encode(tooLong))
        .withMessage("an IPv4 packet cannot have 65536 bytes");
  }

  @Test
  void valuesThatDoNotFitTheirFieldsCannotBeMade() {
    Ipv4 packet = Ipv4.of(A, B, 64, new Udp(1, 2, Bytes.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> packet.withTtl(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> packet.withTtl(256));
    assertThatIllegalArgumentException().isThrownBy(() -> packet.withId(1 << 16));
    assertThatIllegalArgumentException().isThrownBy(() -> new Udp(65536, 1, Bytes.EMPTY));
    assertThatIllegalArgumentException().isThrownBy(() -> Vlan.of(4096));
    assertThatIllegalArgumentException().isThrownBy(() -> new IcmpError(8, 0, 0, packet, 28));
    assertThatIllegalArgumentException().isThrownBy(() -> new IcmpError(3, 0, 0, packet, 29));
    assertThatIllegalArgumentException().isThrownBy(() -> new TcpOptions(-1, -1, false, 1, -1));
  }
}
