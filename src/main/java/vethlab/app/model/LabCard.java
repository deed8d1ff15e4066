package vethlab.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vethlab.app.file.AppFolders;
import vethlab.app.lesson.Progress;
import vethlab.app.lesson.ProgressStore;
import vethlab.app.scene.Scene;
import vethlab.app.scene.SceneBuilder;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.SessionScript;
import vethlab.lab.check.LabChecks;
import vethlab.lab.check.SimNetwork;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.Prose;
import vethlab.lab.lesson.Span;
import vethlab.lab.lesson.Walkthrough;
import vethlab.sim.World;

/**
 * What the card of a lab shows.
 *
 * @param checks how many of them its lesson asks for
 * @param minutes that reading and trying takes about
 */
public record LabCard(
    Optional<Lab> lab,
    Walkthrough walkthrough,
    int steps,
    int checks,
    int minutes,
    Optional<Scene> scene,
    ProgressStore store) {

  /** A summary longer than this ends at a sentence. */
  private static final int SUMMARY = 110;

  private static final int CHINESE_SUMMARY = 48;

  static LabCard of(Path path, AppFolders folders) {
    LabFolder folder = LabFolder.at(path);
    Optional<Lab> lab =
        Files.exists(folder.file(LabFolder.LAB)) ? folder.read().lab() : Optional.empty();
    Walkthrough walkthrough = Walkthrough.of(folder);
    Optional<Lesson> lesson = walkthrough.in(Locale.ENGLISH);
    return new LabCard(
        lab,
        walkthrough,
        lesson.map(l -> l.steps().size()).orElse(0),
        LabChecks.read(folder, lab).checks().size(),
        lesson.map(l -> minutes(folder, l)).orElse(0),
        lab.map(each -> scene(each, folder)),
        ProgressStore.of(folders, folder));
  }

  private static int minutes(LabFolder folder, Lesson lesson) {
    int words = folder.text("walkthrough.md").orElse("").split("\\s+").length;
    long commands =
        lesson.steps().stream()
            .flatMap(step -> step.blocks().stream())
            .filter(told -> told.block() instanceof Block.Run)
            .count();
    return (int) Math.max(1, Math.round(words / 200.0 + commands * 0.25));
  }

  /** As the lab begins; where that is next to nothing, as its session leaves it. */
  private static Scene scene(Lab lab, LabFolder folder) {
    World world = new World();
    LabOps.build(lab).forEach(op -> world.kernel().apply(op));
    Scene first = SceneBuilder.build(world.kernel(), folder.read().layout());
    if (first.nodes().size() > 1) {
      return first;
    }
    try {
      SimNetwork.play(
          world, folder.text(LabFolder.SESSION).map(t -> SessionScript.of(t).session()).orElse(""));
    } catch (IOException e) {
      return first;
    }
    return SceneBuilder.build(world.kernel(), folder.read().layout());
  }

  public Optional<String> title(Locale locale) {
    return walkthrough
        .in(locale)
        .map(lesson -> Span.text(lesson.title()))
        .or(() -> lab.map(Lab::title));
  }

  /** What it is about, in a sentence or two. */
  public String what(Locale locale) {
    return walkthrough
        .in(locale)
        .flatMap(lesson -> lesson.introduction().stream().findFirst())
        .map(told -> told.block() instanceof Block.Text text ? words(List.of(text.prose())) : "")
        .map(text -> shortened(text, isChinese(text) ? CHINESE_SUMMARY : SUMMARY))
        .orElse(lab.map(Lab::description).orElse(""));
  }

  private static String words(List<Prose> prose) {
    StringBuilder text = new StringBuilder();
    for (Prose each : prose) {
      switch (each) {
        case Prose.Paragraph paragraph -> text.append(Span.text(paragraph.spans()));
        case Prose.Quote quote -> text.append(words(quote.inside()));
        default -> {}
      }
    }
    return text.toString().replace('\n', ' ');
  }

  private static boolean isChinese(String text) {
    return text.codePoints().filter(c -> c > 0x2e80).count() > text.length() / 3;
  }

  private static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Math.max(text.lastIndexOf(". ", most) + 1, text.lastIndexOf("。", most) + 1);
    return end > most / 4 ? text.substring(0, end) : text.substring(0, most).strip() + "…";
  }

  public Progress progress() {
    return store.read();
  }
}
