package vethlab.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import vethlab.app.file.AppFolders;
import vethlab.app.theme.Theme;

/**
 * A window in a process of its own, for what cannot be done to the test's: {@code HOME} draws and
 * waits to be killed, {@code HOME FOLDER} draws, saves into the folder and prints what is told.
 */
public final class OtherWindow {
  private OtherWindow() {}

  /** Starts one, {@code before} in front of the command. */
  static Process start(List<String> before, Path... arguments) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(each -> !each.contains("javaagent") && !each.startsWith("-XX:AOT"))
            .toList());
    command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(OtherWindow.class.getName());
    for (Path argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  public static void main(String[] args) throws Exception {
    Platform.startup(() -> {
      try {
        VethlabWindow window =
            new VethlabWindow(
                new Stage(),
                Path.of("labs"),
                AppFolders.below(Path.of(args[0])),
                Words.in(Locale.ENGLISH),
                Theme.LIGHT);
        window.stage().show();
        window.fresh();
        Hand hand = new Hand(window);
        hand.settle();
        hand.letter('n').click(160, 160);
        hand.letter('n').click(160, 360);
        hand.key('A', Hand.CONTROL);
        hand.letter('l');
        if (args.length > 1) {
          save(window, hand, Path.of(args[1]));
        }
      } catch (Throwable e) {
        e.printStackTrace();
        System.exit(1);
      }
    });
  }

  private static void save(VethlabWindow window, Hand hand, Path folder) throws Exception {
    window
        .desk()
        .dialogs(
            new FileDialogs() {
              @Override
              public Optional<Path> open(String title) {
                return Optional.of(folder);
              }

              @Override
              public Optional<Path> save(String title, String name) {
                return Optional.of(folder);
              }
            });
    hand.key('S', Hand.CONTROL);
    window
        .view()
        .lookupAll(".overlay .label")
        .forEach(each -> System.out.println(((Label) each).getText()));
    hand.key(Hand.ESCAPE);
    hand.letter('n').click(500, 160);
    System.out.println("alive with " + window.studio().doc().kernel().namespaces().size());
    System.out.println("left behind " + Files.exists(folder.resolve("lab.yaml")));
    System.exit(0);
  }
}
