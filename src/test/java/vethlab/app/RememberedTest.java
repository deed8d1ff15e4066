package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vethlab.app.theme.Theme;
import vethlab.app.theme.Theme.Contrast;
import vethlab.app.view.PaneSizes;
import vethlab.app.view.Panel;

/** A window is found again as it was left. */
class RememberedTest extends WindowTest {
  private static Region pane(VethlabWindow window, String style) {
    return (Region) window.scene().lookup(style);
  }

  /** The dividers beside the canvas, from left to right. */
  private static List<Node> dividers(VethlabWindow window) {
    return window.scene().getRoot().lookupAll(".split-pane-divider").stream()
        .filter(node -> node.getBoundsInParent().getHeight() > 600)
        .sorted((a, b) -> Double.compare(Hand.middle(a).getX(), Hand.middle(b).getX()))
        .toList();
  }

  @Test
  void panes_have_the_width_they_were_dragged_to_at_the_next_start() throws Exception {
    double[] widths = new double[2];
    inWindow((window, hand) -> {
      widths[0] = pane(window, ".pane-left").getWidth();
      Point2D from = Hand.middle(dividers(window).getFirst());
      hand.drag(from, from.add(90, 0)).settle();
      widths[1] = pane(window, ".pane-left").getWidth();
    });
    assertThat(widths[1]).isBetween(widths[0] + 80, widths[0] + 100);
    inWindow((window, hand) -> {
      hand.settle();
      assertThat(pane(window, ".pane-left").getWidth()).isBetween(widths[1] - 2, widths[1] + 2);
    });
  }

  @Test
  void nothing_creeps_from_start_to_start() throws Exception {
    for (int start = 0; start < 3; start++) {
      inWindow((window, hand) -> hand.settle());
      assertThat(folders().config().resolve("settings"))
          .content()
          .contains("panes=" + PaneSizes.USUAL.text() + "\n");
    }
  }

  @Test
  void a_hidden_pane_stays_hidden_until_it_is_wanted() throws Exception {
    inWindow((window, hand) -> {
      window.allActions().get("toggle-right").run().run();
      window.allActions().get("toggle-below").run().run();
      hand.settle();
      assertThat(pane(window, ".pane-right")).isNull();
      assertThat(pane(window, ".player")).isNull();
    });
    inWindow((window, hand) -> {
      hand.settle();
      assertThat(pane(window, ".pane-right")).isNull();
      window.allActions().get("show-tables").run().run();
      hand.settle();
      assertThat(pane(window, ".pane-right")).as("its tab was asked for").isNotNull();
      assertThat(pane(window, ".player")).isNull();
      window.allActions().get("filter").run().run();
      hand.settle();
      assertThat(pane(window, ".player")).isNotNull();
    });
  }

  @Test
  void the_window_has_its_size_again() throws Exception {
    inWindow((window, hand) -> {
      window.stage().setWidth(1234);
      window.stage().setHeight(777);
      hand.settle();
    });
    inWindow((window, hand) -> {
      assertThat(window.stage().getWidth()).isEqualTo(1234);
      assertThat(window.stage().getHeight()).isEqualTo(777);
    });
  }

  @Test
  void high_contrast_is_one_command_and_remembered() throws Exception {
    inWindow((window, hand) -> {
      hand.key('P', Hand.CONTROL | Hand.SHIFT).type("high contrast").key(Hand.ENTER).settle();
      assertThat(window.studio().theme()).isEqualTo(Theme.of(Theme.Shade.LIGHT, Contrast.HIGH));
    });
    assertThat(folders().config().resolve("settings")).content().contains("contrast=high\n");
  }

  @Test
  void what_the_desktop_asks_for_is_understood() {
    assertThat(SystemContrast.of(Map.of("GTK.theme_name", "HighContrastInverse")))
        .isEqualTo(Contrast.HIGH);
    assertThat(SystemContrast.of(Map.of("GTK.theme_name", "Adwaita"))).isEqualTo(Contrast.USUAL);
    assertThat(SystemContrast.of(Map.of("Windows.SPI.HighContrast", true)))
        .isEqualTo(Contrast.HIGH);
    assertThat(SystemContrast.of(Map.of())).isEqualTo(Contrast.USUAL);
  }

  @Test
  void sizes_are_read_as_they_were_written() {
    PaneSizes sizes = new PaneSizes(300, 400, 250, 0.5, java.util.Set.of(Panel.BELOW, Panel.LEFT));
    assertThat(PaneSizes.of(sizes.text())).isEqualTo(sizes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1 2", "a b c d", "300 400 250 0.5 nothing"})
  void what_cannot_be_read_is_as_usual(String text) {
    assertThat(PaneSizes.of(text)).isEqualTo(PaneSizes.USUAL);
    assertThat(WindowPlace.of(text)).isEmpty();
  }
}
