package vethlab.wire.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vethlab.wire.Arp;
import vethlab.wire.Bytes;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;

class PcapngTest {
  private static final Mac MAC = Mac.parse("02:00:00:00:00:01");
  private static final Frame FRAME =
      Frame.of(Mac.BROADCAST, MAC, new Arp(1, MAC, Ip4.LOOPBACK, Mac.ZERO, Ip4.BROADCAST));

  private static CapturedFrame at(long nanos, String device, String comment) {
    return CapturedFrame.of(nanos, device, Direction.IN, FRAME, comment);
  }

  private static byte[] bytes(Capture capture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    capture.write(out);
    return out.toByteArray();
  }

  private static Capture sample() {
    CaptureBuilder builder = new CaptureBuilder();
    builder.add(at(5_000_000_123L, "ns1/eth0", "dropped: rp_filter — 反向路径"));
    builder.add(at(7, "host/veth1", ""));
    builder.add(CapturedFrame.of(7, "host/lo", Direction.OUT, Bytes.of(new byte[15]), "second"));
    return builder.build(Map.of("host/veth1", MAC, "ns1/idle", MAC, "host/lo", Mac.ZERO));
  }

  @Test
  void aCaptureIsReadBackAsItWasWritten() throws IOException {
    assertThat(PcapngReader.read(bytes(sample()))).isEqualTo(sample());
  }

  @Test
  void framesAreSortedByTimeAndThenAsTheyCame() {
    assertThat(sample().frames())
        .extracting(CapturedFrame::device)
        .containsExactly("host/veth1", "host/lo", "ns1/eth0");
  }

  @Test
  void everyDeviceHasAnInterface() {
    assertThat(sample().interfaces())
        .containsExactly(
            CaptureInterface.ethernet("host/lo", Mac.ZERO),
            CaptureInterface.ethernet("host/veth1", MAC),
            CaptureInterface.ethernet("ns1/eth0", Mac.ZERO),
            CaptureInterface.ethernet("ns1/idle", MAC));
  }

  @Test
  void aCommentTooLongForTheFormatIsCutBetweenCharacters() throws IOException {
    CaptureBuilder builder = new CaptureBuilder();
    builder.add(at(0, "a", "é".repeat(40_000)));
    Capture again = PcapngReader.read(bytes(builder.build(Map.of())));
    assertThat(again.frames().getFirst().comment()).isEqualTo("é".repeat(32_767));
  }

  @Test
  void bigEndianSectionsAndOtherResolutionsAreRead() throws IOException {
    ByteBuffer file = ByteBuffer.allocate(1000).order(ByteOrder.BIG_ENDIAN);
    block(file, 0x0a0d0d0a, 0x1a2b3c4d, 0x00010000, -1, -1);
    block(file, 1, 0x00010000, 0, 2 << 16 | 1, 'a' << 24, 9 << 16 | 1, 0x81 << 24, 0);
    block(file, 1, 0x00010000, 0, 0);
    block(file, 0xbad, 1, 2, 3);
    block(file, 6, 0, 0, 3, 2, 9, 0x0102 << 16, 2 << 16 | 4, 2, 0);
    block(file, 6, 1, 0, 1_000_001, 0, 0);
    Capture capture = PcapngReader.read(Arrays.copyOf(file.array(), file.position()));
    CapturedFrame first = capture.frames().getFirst();
    assertThat(first)
        .isEqualTo(
            new CapturedFrame(
                1_500_000_000, "a", Direction.OUT, Bytes.of(new byte[] {1, 2}), 9, ""));
    assertThat(capture.frames().getLast().nanos()).isEqualTo(1_000_001_000);
    assertThat(capture.frames().getLast().device()).isEqualTo("interface1");
  }

  private static void block(ByteBuffer file, int type, int... words) {
    int length = 12 + words.length * 4;
    file.putInt(type).putInt(length);
    for (int word : words) {
      file.putInt(word);
    }
    file.putInt(length);
  }

  @Test
  void theNumbersOfInterfacesBeginAnewInEachSection() throws IOException {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    sample().write(two);
    new Capture(sample().interfaces().subList(2, 3), sample().frames().subList(2, 3)).write(two);
    Capture capture = PcapngReader.read(two.toByteArray());
    assertThat(capture.frames()).hasSize(4);
    assertThat(capture.frames().getLast()).isEqualTo(sample().frames().getLast());
  }

  @Test
  void whatIsNoCaptureIsRefusedWithTheReason() {
    refused("hello".getBytes(StandardCharsets.UTF_8), "no pcapng section header at byte 0");
    refused(new byte[0], "no pcapng section header at byte 0");
    byte[] classic = {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0, 4, 0};
    refused(classic, "a classic pcap file, not pcapng, at byte 0");
  }

  private static void refused(byte[] bytes, String message) {
    assertThatExceptionOfType(PcapngException.class)
        .isThrownBy(() -> PcapngReader.read(bytes))
        .withMessage(message);
  }

  @Test
  void aDamagedCaptureIsReadOrRefusedButNeverBreaksTheReader() throws IOException {
    Random random = new Random(5);
    byte[] good = bytes(sample());
    for (int i = 0; i < 20_000; i++) {
      byte[] bad = Arrays.copyOf(good, i % 2 == 0 ? good.length : random.nextInt(good.length));
      for (int n = random.nextInt(5); n > 0 && bad.length > 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(PcapngReader.read(bad)).isNotNull();
      } catch (PcapngException e) {
        assertThat(e.getMessage()).contains("at byte");
      }
    }
  }
}
