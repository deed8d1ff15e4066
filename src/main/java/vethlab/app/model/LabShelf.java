package vethlab.app.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import vethlab.app.file.AppFolders;
import vethlab.lab.LabFolder;

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
   * A lab of the shelf; what its card shows comes by {@link #read}.
   *
   * @param numbered part of a series
   */
  public record Entry(String name, Path path, boolean numbered, CompletableFuture<LabCard> card) {}

  /** Labs that belong together; {@code key} names them in the words. */
  public record Section(String key, List<Entry> labs) {}

  /** One thread, so that labs are ready in their order and the window comes first. */
  private static final Executor READER =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("labs").factory());

  private final List<Section> sections;
  private final AppFolders folders;
  private boolean asked;

  private LabShelf(List<Section> sections, AppFolders folders) {
    this.sections = sections;
    this.folders = folders;
  }

  public List<Section> sections() {
    return sections;
  }

  /** Reads the cards beside the window's own thread; it wants both processors until it is there. */
  public void read() {
    if (asked) {
      return;
    }
    asked = true;
    for (Section section : sections) {
      for (Entry entry : section.labs()) {
        entry.card().completeAsync(() -> LabCard.of(entry.path(), folders), READER);
      }
    }
  }

  /** Waits until every card can be shown. */
  public void ready() {
    read();
    sections.forEach(section -> section.labs().forEach(entry -> entry.card().join()));
  }

  /** The labs of a folder; none where there is no such folder. */
  public static LabShelf of(Path labs, AppFolders folders) {
    List<Entry> article = new ArrayList<>();
    List<Entry> faults = new ArrayList<>();
    List<Entry> others = new ArrayList<>();
    for (Path folder : folders(labs)) {
      String name = folder.getFileName().toString();
      List<Entry> into = ARTICLE.contains(name) ? article : isFault(name) ? faults : others;
      into.add(new Entry(name, folder, ARTICLE.contains(name), new CompletableFuture<>()));
    }
    article.sort(java.util.Comparator.comparingInt(e -> ARTICLE.indexOf(e.name())));
    List<Section> sections = new ArrayList<>();
    add(sections, "article", article);
    add(sections, "faults", faults);
    add(sections, "others", others);
    return new LabShelf(sections, folders);
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
}
