package vethlab.app.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import vethlab.app.theme.Theme;

/** Puts a theme onto a scene: AtlantaFX below, our tokens and rules above. */
public final class Styles {
  private Styles() {}

  public static void apply(Scene scene, Theme theme) {
    String base =
        theme.isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!base.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(base);
    }
    String rules = Styles.class.getResource("/vethlab/app/vethlab.css").toExternalForm();
    scene.getStylesheets().setAll(List.of(data(theme.css()), rules));
    scene.setFill(javafx.scene.paint.Color.web(theme.canvas()));
  }

  private static String data(String css) {
    byte[] bytes = css.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
