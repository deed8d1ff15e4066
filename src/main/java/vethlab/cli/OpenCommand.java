package vethlab.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vethlab.app.Displays;
import vethlab.app.Launch;
import vethlab.cli.grading.LabPaths;
import vethlab.cli.play.Play;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;

/** {@code vethlab open}: the window; with no display, the lab played in the terminal. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    description = {
      "Open the window, with a lab or a script in it if one is given. The default.",
      "With no display the lab is played in the terminal, and where there is none, as text."
    })
final class OpenCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LAB",
      description = "A lab's folder, or a script.")
  private Optional<Path> lab = Optional.empty();

  @Option(
      names = {"-t", "--terminal"},
      description = "In the terminal, even if there is a display.")
  private boolean terminal;

  @Option(
      names = "--lang",
      paramLabel = "en|zh",
      description = "The language; without it that of the environment (LANG).")
  private Optional<String> language = Optional.empty();

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (lab.isPresent() && !Files.exists(lab.get())) {
      throw new Failure(ExitCodes.USAGE, "there is no " + lab.get());
    }
    if (!terminal && Displays.hasOne()) {
      language.ifPresent(code -> Locale.setDefault(locale()));
      Launch.open(lab, labs());
      return ExitCodes.OK;
    }
    lab.ifPresentOrElse(this::play, this::list);
    return ExitCodes.OK;
  }

  private Locale locale() {
    return language
        .map(code -> {
          if (!code.equals("en") && !code.equals("zh")) {
            throw new Failure(ExitCodes.USAGE, "--lang is en or zh, not " + code);
          }
          return code.equals("zh") ? Locale.CHINESE : Locale.ENGLISH;
        })
        .orElse(Play.locale(System.getenv()));
  }

  private void play(Path path) {
    Locale locale = locale();
    try {
      if (Play.hasTerminal()) {
        Play.onTerminal(path, locale);
      } else {
        System.err.println(
            "vethlab: no display for the window and no terminal for keys: "
                + path
                + " from beginning to end, as text");
        Play.asText(path, locale, new PrintStream(System.out, false, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, "cannot open " + path + ": " + e.getMessage());
    }
  }

  /** Nothing to open: what could be. */
  private void list() {
    System.err.println(
        "vethlab: no display for the window; 'vethlab LAB' plays one of these here:");
    for (Path each : LabPaths.in(List.of(labs()))) {
      String title = LabFolder.at(each).read().lab().map(Lab::title).orElse("");
      System.out.printf("%-36s  %s%n", each, title);
    }
  }

  /** Beside the program: its folder holds target/app/vethlab.jar and labs. */
  static Path labs() {
    return Path.of(System.getProperty("vethlab.home", ".")).resolve("labs");
  }
}
