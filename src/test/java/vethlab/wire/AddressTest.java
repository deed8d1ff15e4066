package vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
  @Test
  void anEthernetAddressPrintsAsItIsRead() {
    assertThat(Mac.parse("02:00:00:00:00:01")).hasToString("02:00:00:00:00:01");
    assertThat(Mac.parse("2:0:0:0:A:fF")).hasToString("02:00:00:00:0a:ff");
    assertThat(Mac.of(2, 0, 0, 0, 0, 0xff)).isEqualTo(Mac.parse("02:00:00:00:00:ff"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "02",
        "02:00:00:00:00",
        "02:00:00:00:00:01:02",
        "02:00:00:00:00:",
        "g:0:0:0:0:0",
        "002:0:0:0:0:0",
        "02-00-00-00-00-01",
        "+2:0:0:0:0:0",
        "٢:0:0:0:0:0",
      })
  void whatIsNoEthernetAddressIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mac.parse(text))
        .withMessage("\"" + text + "\" is not an Ethernet address");
  }

  @Test
  void theGroupBitMakesAMulticastAddress() {
    assertThat(Mac.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
    assertThat(Mac.BROADCAST.isMulticast()).isTrue();
    assertThat(Mac.BROADCAST.isBroadcast()).isTrue();
    assertThat(Mac.parse("02:00:00:00:00:01").isMulticast()).isFalse();
    assertThat(Mac.ZERO.isZero()).isTrue();
  }

  @Test
  void addressesAreOrderedUnsigned() {
    assertThat(Mac.parse("fe:0:0:0:0:0")).isGreaterThan(Mac.parse("02:0:0:0:0:0"));
    assertThat(Ip4.parse("192.168.0.1")).isGreaterThan(Ip4.parse("10.0.0.1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "10.1.1.1", "127.0.0.1", "192.168.255.254", "255.255.255.255"})
  void anIpAddressPrintsAsItIsRead(String text) {
    assertThat(Ip4.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.1",
        "10.1.1",
        "10.1.1.1.",
        "10.1.1.1.1",
        ".1.1.1",
        "10..1.1",
        "256.1.1.1",
        "10.1.1.01",
        "10.1.1.-1",
        "10.1.1.1 ",
        "0x0a.1.1.1",
        "1000.1.1.1",
        "99999999999.1.1.1",
      })
  void whatIsNoIpAddressIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ip4.parse(text))
        .withMessage("\"" + text + "\" is not an IPv4 address");
  }

  @Test
  void anIpAddressKnowsItsKind() {
    assertThat(Ip4.parse("224.0.0.1").isMulticast()).isTrue();
    assertThat(Ip4.parse("240.0.0.1").isMulticast()).isFalse();
    assertThat(Ip4.parse("127.200.3.4").isLoopback()).isTrue();
    assertThat(Ip4.parse("0.1.2.3").isZeroNet()).isTrue();
    assertThat(Ip4.ANY.isAny()).isTrue();
    assertThat(Ip4.BROADCAST.isLimitedBroadcast()).isTrue();
  }

  @Test
  void aPrefixKeepsItsHostBits() {
    Prefix prefix = Prefix.parse("10.1.2.3/20");
    assertThat(prefix).hasToString("10.1.2.3/20");
    assertThat(prefix.network()).hasToString("10.1.0.0/20");
    assertThat(prefix.mask()).hasToString("255.255.240.0");
    assertThat(prefix.broadcast()).hasToString("10.1.15.255");
    assertThat(prefix.contains(Ip4.parse("10.1.15.1"))).isTrue();
    assertThat(prefix.contains(Ip4.parse("10.1.16.1"))).isFalse();
  }

  @Test
  void theShortestAndTheLongestPrefixHaveTheirMeaning() {
    assertThat(Prefix.parse("0.0.0.0/0").contains(Ip4.BROADCAST)).isTrue();
    assertThat(Prefix.parse("0.0.0.0/0").mask()).isEqualTo(Ip4.ANY);
    assertThat(Prefix.parse("10.0.0.1")).isEqualTo(Prefix.parse("10.0.0.1/32"));
    assertThat(Prefix.parse("10.0.0.1").contains(Ip4.parse("10.0.0.2"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1/33", "10.0.0.1/", "10.0.0.1/-1", "10.0.0/8", "1.1.1.1/8/8"})
  void whatIsNoPrefixIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Prefix.parse(text));
  }

  @Test
  void aNetmaskWithAGapHasNoLength() {
    assertThat(Prefix.lengthOfMask(Ip4.parse("255.255.255.0"))).isEqualTo(OptionalInt.of(24));
    assertThat(Prefix.lengthOfMask(Ip4.ANY)).isEqualTo(OptionalInt.of(0));
    assertThat(Prefix.lengthOfMask(Ip4.BROADCAST)).isEqualTo(OptionalInt.of(32));
    assertThat(Prefix.lengthOfMask(Ip4.parse("255.0.255.0"))).isEmpty();
  }
}
