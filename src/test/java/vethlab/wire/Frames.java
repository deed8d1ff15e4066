package vethlab.wire;

import java.util.Arrays;
import java.util.Random;

/** Makes frames of all kinds from a seed. */
final class Frames {
  private final Random random;

  Frames(long seed) {
    random = new Random(seed);
  }

  Frame next() {
    Vlan vlan = random.nextInt(4) == 0 ? new Vlan(tagType(), u16()) : Vlan.NONE;
    return new Frame(mac(), mac(), vlan, payload());
  }

  byte[] garbage() {
    byte[] bytes = new byte[random.nextInt(120)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The frame's bytes with a few changed, the end perhaps cut off. */
  byte[] damaged() {
    byte[] bytes = FrameWriter.encode(next());
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    int end = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
    return Arrays.copyOf(bytes, end);
  }

  private Payload payload() {
    return switch (random.nextInt(8)) {
      case 0 -> new Arp(u16(), mac(), ip(), mac(), ip());
      case 1 -> new OtherPayload(EtherType.IPV6, data(80));
      default -> packet();
    };
  }

  Ipv4 packet() {
    Bytes options = random.nextInt(8) == 0 ? words(1 + random.nextInt(10)) : Bytes.EMPTY;
    int flags = random.nextBoolean() ? Ipv4.DF : 0;
    Ipv4 packet = new Ipv4(u8(), u16(), flags, 0, u8(), ip(), ip(), options, transport());
    return random.nextInt(8) == 0 ? fragment(packet) : packet;
  }

  private Ipv4 fragment(Ipv4 packet) {
    return packet
        .withTransport(new RawTransport(packet.protocol(), words(2 * random.nextInt(20))))
        .withFlags(Ipv4.MF)
        .withFragmentOffset(8 * random.nextInt(1 << 13));
  }

  private Transport transport() {
    return switch (random.nextInt(7)) {
      case 0 -> error();
      case 1 -> new IcmpOther(13 + random.nextInt(100), u8(), random.nextInt(), data(20));
      case 2 -> new RawTransport(100 + random.nextInt(100), data(50));
      default -> simple();
    };
  }

  private Transport simple() {
    return switch (random.nextInt(3)) {
      case 0 -> new IcmpEcho(random.nextBoolean(), u16(), u16(), data(60));
      case 1 -> new Udp(u16(), u16(), data(60));
      default ->
          new Tcp(
              u16(),
              u16(),
              random.nextInt(),
              random.nextInt(),
              random.nextInt(1 << 12),
              u16(),
              options(),
              data(60));
    };
  }

  private IcmpError error() {
    int type = new int[] {3, 4, 5, 11, 12}[random.nextInt(5)];
    Ipv4 original = Ipv4.of(ip(), ip(), u8(), simple());
    return new IcmpError(type, u8(), random.nextInt(), original, original.totalLength());
  }

  private TcpOptions options() {
    boolean stamps = random.nextBoolean();
    long tsVal = stamps ? random.nextLong(1L << 32) : -1;
    long tsEcr = stamps ? random.nextLong(1L << 32) : -1;
    int mss = random.nextBoolean() ? u16() : -1;
    int scale = random.nextBoolean() ? u8() : -1;
    TcpOptions others = new TcpOptions(mss, scale, random.nextBoolean(), tsVal, tsEcr);
    int most = (TcpOptions.LONGEST - others.length() - 4) / 8;
    return others.withSack(
        random
            .ints(random.nextInt(most + 1))
            .mapToObj(from -> new TcpOptions.SackBlock(from, from + u16()))
            .toList());
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private int tagType() {
    return random.nextBoolean() ? Vlan.DOT1Q : Vlan.DOT1AD;
  }

  private Mac mac() {
    return new Mac(random.nextLong(1L << 48));
  }

  private Ip4 ip() {
    return new Ip4(random.nextInt());
  }

  private int u8() {
    return random.nextInt(1 << 8);
  }

  private int u16() {
    return random.nextInt(1 << 16);
  }

  private Bytes data(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return Bytes.wrap(bytes);
  }

  private Bytes words(int count) {
    byte[] bytes = new byte[count * 4];
    random.nextBytes(bytes);
    return Bytes.wrap(bytes);
  }
}
