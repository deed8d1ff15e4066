package vethlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class BytesTest {
  private final Bytes bytes = Bytes.of(new byte[] {1, 2, 3, (byte) 0xff});

  @Test
  void aSliceEqualsACopyOfTheSameBytes() {
    Bytes slice = bytes.slice(1, 3);
    assertThat(slice).isEqualTo(Bytes.of(new byte[] {2, 3}));
    assertThat(slice).hasSameHashCodeAs(Bytes.of(new byte[] {2, 3}));
    assertThat(slice.toArray()).containsExactly(2, 3);
    assertThat(slice.slice(1, 2).at(0)).isEqualTo(3);
  }

  @Test
  void aSliceCannotSeeItsNeighbours() {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bytes.slice(1, 3).at(2));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bytes.slice(1, 3).slice(0, 3));
  }

  @Test
  void aCopyDoesNotSeeLaterChanges() {
    byte[] array = {1};
    Bytes copy = Bytes.of(array);
    array[0] = 2;
    assertThat(copy.at(0)).isEqualTo(1);
  }

  @Test
  void bytesAreUnsignedAndPrintInHexadecimal() {
    assertThat(bytes.at(3)).isEqualTo(255);
    assertThat(bytes).hasToString("4 bytes: 01 02 03 ff");
    assertThat(Bytes.wrap(new byte[20]).toString()).endsWith("00 …");
    assertThat(bytes.slice(2, 2)).isSameAs(Bytes.EMPTY);
  }
}
