package vethlab.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.app.theme.Theme.Contrast;
import vethlab.app.theme.Theme.Shade;

/** Everybody can read it. */
class ThemeTest {
  /** What is written, and on what. */
  private record Pair(String name, Function<Theme, String> text, Function<Theme, String> ground) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair("text on a panel", Theme::text, Theme::panel),
          new Pair("second text on a panel", Theme::text2, Theme::panel),
          new Pair("third text on a panel", Theme::text3, Theme::panel),
          new Pair("third text on a strip", Theme::text3, Theme::strip),
          new Pair("second text on the canvas", Theme::text2, Theme::canvas),
          new Pair("a namespace's name", Theme::text, Theme::head),
          new Pair("an address", Theme::text2, Theme::body),
          new Pair("a device's name", Theme::text, Theme::device),
          new Pair("a link", Theme::accent, Theme::panel),
          new Pair("what is chosen", Theme::text, Theme::accentTint),
          new Pair("the primary button", Theme::onAccent, Theme::accent),
          new Pair("a drop", Theme::drop, Theme::dropTint),
          new Pair("a warning", Theme::warn, Theme::warnTint),
          new Pair("what is well", Theme::ok, Theme::panel),
          new Pair("what has changed", Theme::text, Theme::changed),
          new Pair("a terminal", Theme::terminalText, Theme::terminal),
          new Pair("a terminal's hint", Theme::terminalDim, Theme::terminal),
          new Pair("a prompt", Theme::prompt, Theme::terminal));

  static Stream<Theme> usual() {
    return Stream.of(Shade.values()).map(shade -> Theme.of(shade, Contrast.USUAL));
  }

  static Stream<Theme> high() {
    return Stream.of(Shade.values()).map(shade -> Theme.of(shade, Contrast.HIGH));
  }

  @ParameterizedTest
  @MethodSource("usual")
  void text_stands_out_four_and_a_half_times(Theme theme) {
    assertThat(PAIRS)
        .allSatisfy(pair ->
            assertThat(contrast(pair.text().apply(theme), pair.ground().apply(theme)))
                .as(pair.name())
                .isGreaterThanOrEqualTo(4.5));
  }

  @ParameterizedTest
  @MethodSource("high")
  void with_high_contrast_text_stands_out_seven_times_and_lines_three(Theme theme) {
    assertThat(PAIRS)
        .allSatisfy(pair ->
            assertThat(contrast(pair.text().apply(theme), pair.ground().apply(theme)))
                .as(pair.name())
                .isGreaterThanOrEqualTo(7));
    assertThat(contrast(theme.line(), theme.panel())).isGreaterThanOrEqualTo(3);
    assertThat(contrast(theme.link(), theme.canvas())).isGreaterThanOrEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource({"usual", "high"})
  void shade_and_contrast_are_changed_apart(Theme theme) {
    assertThat(theme.otherShade().contrast()).isEqualTo(theme.contrast());
    assertThat(theme.otherShade().otherShade()).isEqualTo(theme);
    assertThat(theme.otherContrast().shade()).isEqualTo(theme.shade());
    assertThat(theme.css()).contains("-v-text-2: " + theme.text2()).doesNotContain("HIGH", "USUAL");
  }

  /** As the Web Content Accessibility Guidelines count it. */
  private static double contrast(String a, String b) {
    double one = luminance(a) + 0.05;
    double other = luminance(b) + 0.05;
    return Math.max(one, other) / Math.min(one, other);
  }

  private static double luminance(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return 0.2126 * linear(rgb >> 16 & 255)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
