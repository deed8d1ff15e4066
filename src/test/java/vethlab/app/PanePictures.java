package vethlab.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import vethlab.app.canvas.Png;
import vethlab.app.file.AppFolders;
import vethlab.app.theme.Theme;

/**
 * A picture of every pane, in both languages, light and dark: {@code FOLDER
 * [LOOK-LANGUAGE|NAME]...} with names and looks to take only some. Look at each as a designer
 * would.
 */
public final class PanePictures {
  private static final String NAT = "lab=labs/container-to-internet";
  private static final String PING = "type=c2:ping -c 2 220.181.38.148";

  /** What makes a sandbox, for panes that only show with one. */
  private static final String KERNEL = "kernel";

  /**
   * @param acts what is done before it is taken, in the words of {@link Snapshot}
   */
  record Shot(String name, List<String> acts) {
    static Shot of(String name, String... acts) {
      return new Shot(name, List.of(acts));
    }

    /** Whether it runs something on this machine's kernel. */
    boolean onKernel() {
      return acts.stream().anyMatch(act -> act.startsWith(KERNEL));
    }
  }

  static final List<Shot> ALL =
      List.of(
          Shot.of("home"),
          Shot.of("home-small", "size=1024x700"),
          Shot.of("new", "do=new"),
          Shot.of("keys", NAT, "do=keys"),
          Shot.of("commands", NAT, "do=palette"),
          Shot.of("find", NAT, "do=find"),
          Shot.of("export", NAT, "do=export"),
          Shot.of("import", "do=import", "await=#import-host"),
          Shot.of("lab-text", NAT, "do=lab-text"),
          Shot.of("rename-lab", NAT, "do=rename-lab"),
          Shot.of("outline", NAT, "do=outline"),
          Shot.of("more-links", NAT, "select=host", "do=tool-more", "do=place"),
          Shot.of("question", NAT, "do=arrange", "do=home"),
          Shot.of("malformed", "lab=src/test/pictures/malformed"),
          Shot.of("context-menu", NAT, "select=c1", "menu=c1"),
          Shot.of("palette", NAT, "left=palette"),
          Shot.of("context-menu-two", NAT, "select=c1,c2", "menu=c1"),
          Shot.of("problems", "lab=src/test/pictures/problems.sh", "left=palette"),
          Shot.of("labs", NAT, "left=labs"),
          Shot.of("walkthrough", NAT, "lesson=4"),
          Shot.of("fault", "lab=labs/fault-all-but-one"),
          Shot.of("fault-hint", "lab=labs/fault-all-but-one", "until=#hint", "click=#hint"),
          Shot.of("inspector-nothing", NAT, "right=inspector"),
          Shot.of("inspector", NAT, "select=host"),
          Shot.of("inspector-routes", NAT, "select=host", "click=#page-routes"),
          Shot.of("inspector-rules", NAT, "select=host", "click=#page-rules"),
          Shot.of("inspector-iptables", NAT, PING, "select=host", "click=#page-iptables"),
          Shot.of("inspector-sysctl", NAT, "select=host", "click=#page-sysctl"),
          Shot.of("inspector-conntrack", NAT, PING, "select=host", "click=#page-conntrack"),
          Shot.of("inspector-port", NAT, "select=host/eth0"),
          Shot.of("inspector-bridge", NAT, PING, "select=host/docker0"),
          Shot.of("inspector-probes", NAT, "select=c1,c2", "right=inspector"),
          Shot.of("tables", NAT, PING, "event=25", "right=tables"),
          Shot.of("packet", NAT, PING, "event=25"),
          Shot.of("packet-nothing", NAT),
          Shot.of("opened", NAT, PING, "open=host", "event=25", "do=zoom-all"),
          Shot.of("opened-end", NAT, PING, "open=host", "event=29", "do=zoom-all"),
          Shot.of(
              "opened-switch",
              "lab=src/test/pictures/member-at-the-right",
              "type=app:ping -c 1 10.0.0.3",
              "open=switch",
              "event=9",
              "do=zoom-all"),
          Shot.of(
              "drop",
              "lab=src/test/pictures/problems.sh",
              "type=app:ping -c 1 -W 1 10.0.2.2",
              "open=host",
              "drop=1",
              "do=zoom-all"),
          Shot.of("bytes", NAT, PING, "event=25", "below=bytes"),
          Shot.of("counters", NAT, PING, "below=counters"),
          Shot.of("filter", NAT, PING, "filter=node == host and icmp"),
          Shot.of("filter-wrong", NAT, PING, "filter=node = = host"),
          Shot.of("find-bar", NAT, PING, "below=events", "find=reply"),
          Shot.of("terminal", NAT, "type=c1:ip addr", "type=c1:route -n"),
          Shot.of("fifty", "lab=src/test/pictures/fifty.sh", "do=zoom-all"),
          Shot.of("long-names", "lab=src/test/pictures/long-names.sh", "do=zoom-all"),
          Shot.of("small", NAT, PING, "size=1024x700", "event=25"),
          Shot.of("small-opened", NAT, PING, "size=1024x700", "open=host", "event=25"),
          Shot.of("scaled", NAT, PING, "size=1024x700", "event=25", "scale=2"),
          Shot.of("high-contrast", NAT, PING, "event=25", "open=host", "do=contrast"),
          Shot.of("kernel-plan", NAT, "kernel=plan"),
          Shot.of("kernel-run", NAT, "kernel=c1:ping -c 2 220.181.38.148"),
          Shot.of("kernel-predicted", NAT, "kernel=c1:ping -c 2 220.181.38.148", "tab=predicted"));

  private PanePictures() {}

  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<String> wanted = Arrays.asList(args).subList(1, args.length);
    Platform.startup(() -> Platform.setImplicitExit(false));
    for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
      for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
        String look = (theme == Theme.DARK ? "dark" : "light") + "-" + language.getLanguage();
        if (wants(wanted, look, "(light|dark)-(en|zh)")) {
          take(folder, theme, language, look, wanted);
        }
      }
    }
    System.exit(0);
  }

  private static boolean wants(List<String> wanted, String one, String kind) {
    return wanted.contains(one) || wanted.stream().noneMatch(each -> each.matches(kind));
  }

  private static void take(
      Path folder, Theme theme, Locale language, String look, List<String> wanted)
      throws Exception {
    for (Shot shot : ALL) {
      if (wants(wanted, shot.name(), "(?!(light|dark)-(en|zh)$).*")) {
        FutureTask<Optional<Exception>> taking =
            new FutureTask<>(() ->
                take(shot, theme, language, folder.resolve(shot.name() + "-" + look + ".png")));
        Platform.runLater(taking);
        taking.get().ifPresent(e -> System.err.println(shot.name() + ": " + e));
      }
    }
  }

  private static Optional<Exception> take(Shot shot, Theme theme, Locale language, Path to) {
    try {
      VethlabWindow window = window(theme, Words.in(language));
      Snapshot snapshot = new Snapshot(window);
      shot.acts().forEach(snapshot::act);
      Png.write(snapshot.taken(), to);
      window.close();
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(e);
    }
  }

  static VethlabWindow window(Theme theme, Words words) throws IOException {
    VethlabWindow window =
        new VethlabWindow(
            new Stage(),
            Path.of("labs"),
            AppFolders.below(Files.createTempDirectory("vethlab")),
            words,
            theme);
    window.studio().reducedMotion(true);
    window.shelf().ready();
    window.studio().tell(Studio.News.DOCUMENT);
    window.stage().show();
    return window;
  }
}
