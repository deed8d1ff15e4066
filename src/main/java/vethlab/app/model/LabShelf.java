package vethlab.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vethlab.app.scene.Scene;
import vethlab.app.scene.SceneBuilder;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.sim.World;

/** The labs that come with Vethlab, in the order of the article. */
public final class LabShelf {
  private static final List<String> ARTICLE =
      List.of(
          "veth-pair",
          "bridge",
          "routes",
          "masquerade",
          "dnat",
          "netlink",
          "container-to-container",
          "container-to-internet");

  /**
   * @param steps of its walkthrough, 0 where it has none
   * @param numbered part of a series
   */
  public record Entry(
      String name,
      String title,
      String description,
      Path path,
      int steps,
      boolean numbered,
      Optional<Scene> scene) {}

  /** Labs that belong together; {@code key} names them in the words. */
  public record Section(String key, List<Entry> labs) {}

  private final List<Section> sections;

  private LabShelf(List<Section> sections) {
    this.sections = sections;
  }

  public List<Section> sections() {
    return sections;
  }

  /** The labs of a folder; none where there is no such folder. */
  public static LabShelf of(Path labs) {
    List<Entry> article = new ArrayList<>();
    List<Entry> faults = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Path folder : folders(labs)) {
      String name = folder.getFileName().toString();
      List<Entry> into = ARTICLE.contains(name) ? article : isFault(name) ? faults : others;
      into.add(entry(folder, name));
    }
    article.sort(java.util.Comparator.comparingInt(e -> ARTICLE.indexOf(e.name())));
    List<Section> sections = new ArrayList<>();
    add(sections, "article", article);
    add(sections, "faults", faults);
    add(sections, "others", others);
    return new LabShelf(sections);
  }

  private static boolean isFault(String name) {
    return name.startsWith("fault") || name.startsWith("broken") || name.startsWith("find-");
  }

  private static void add(List<Section> sections, String key, List<Entry> labs) {
    if (!labs.isEmpty()) {
      sections.add(new Section(key, labs));
    }
  }

  private static List<Path> folders(Path labs) {
    if (!Files.isDirectory(labs)) {
      return List.of();
    }
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> all = Files.list(labs)) {
      all.filter(Files::isDirectory).filter(LabShelf::isLab).sorted().forEach(folders::add);
    } catch (IOException e) {
      return List.of();
    }
    // Labs may also lie one folder deeper, in series.
    try (Stream<Path> all = Files.list(labs)) {
      for (Path series : all.filter(Files::isDirectory).filter(p -> !isLab(p)).sorted().toList()) {
        try (Stream<Path> inner = Files.list(series)) {
          inner.filter(Files::isDirectory).filter(LabShelf::isLab).sorted().forEach(folders::add);
        }
      }
    } catch (IOException e) {
      return folders;
    }
    return folders;
  }

  private static boolean isLab(Path folder) {
    return Files.exists(folder.resolve(LabFolder.LAB))
        || Files.exists(folder.resolve(LabFolder.SESSION));
  }

  private static Entry entry(Path folder, String name) {
    LabFolder lab = LabFolder.at(folder);
    Optional<Lab> read =
        Files.exists(folder.resolve(LabFolder.LAB)) ? lab.read().lab() : Optional.empty();
    Optional<Scene> scene = read.map(each -> scene(each, lab));
    int steps =
        lab.text("walkthrough.md")
            .map(text -> (int) text.lines().filter(line -> line.startsWith("## ")).count())
            .orElse(0);
    return new Entry(
        name,
        read.map(Lab::title).orElse(name),
        read.map(Lab::description).orElse(""),
        folder,
        steps,
        ARTICLE.contains(name),
        scene);
  }

  private static Scene scene(Lab lab, LabFolder folder) {
    World world = new World();
    LabOps.build(lab).forEach(op -> world.kernel().apply(op));
    return SceneBuilder.build(world.kernel(), folder.read().layout());
  }
}
