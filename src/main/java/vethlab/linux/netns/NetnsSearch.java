package vethlab.linux.netns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds network namespaces whoever made them: those that {@code ip netns} or Podman named, Docker's
 * containers by their names, and those that only a process holds. Reads files; changes nothing.
 */
public final class NetnsSearch {
  /**
   * A namespace.
   *
   * @param name as an interface's name may be: at most 15 letters, digits, {@code . _ -}
   * @param path opens it
   * @param origin who made it, in a word: netns, docker, podman, process
   */
  public record Found(String name, Path path, String origin) {}

  private static final int LONGEST = 15;
  private static final Pattern CONTAINER = Pattern.compile("([0-9a-f]{64})");

  private final Path root;
  private final Map<String, String> containers = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private final Map<String, Found> found = new LinkedHashMap<>();

  private NetnsSearch(Path root) {
    this.root = root;
  }

  /**
   * All namespaces but the calling thread's own.
   *
   * @param root where the file system begins
   */
  public static List<Found> all(Path root) {
    NetnsSearch search = new NetnsSearch(root);
    inode(Path.of("/proc/thread-self/ns/net")).ifPresent(search.seen::add);
    search.readContainers();
    search.named("run/netns", "netns");
    for (Path user : list(root.resolve("run/user"))) {
      search.named(root.relativize(user.resolve("netns")).toString(), "podman");
    }
    search.processes();
    search.named("run/docker/netns", "docker");
    return List.copyOf(search.found.values());
  }

  private void named(String folder, String origin) {
    for (Path each : list(root.resolve(folder))) {
      add(each.getFileName().toString(), each, origin);
    }
  }

  /** A container's processes name it; others are called after their program. */
  private void processes() {
    for (Path each : list(root.resolve("proc"))) {
      if (each.getFileName().toString().matches("[0-9]+")) {
        Optional<String> container = container(each);
        String name = container.orElseGet(() -> read(each.resolve("comm")).strip());
        add(name, each.resolve("ns/net"), container.isPresent() ? "container" : "process");
      }
    }
  }

  private void add(String wanted, Path path, String origin) {
    Optional<Long> inode = inode(path);
    if (inode.isEmpty() || !seen.add(inode.get())) {
      return;
    }
    String name = free(wanted.replaceAll("[^A-Za-z0-9._-]+", "-"));
    found.put(name, new Found(name, path, origin));
  }

  /** Cut to the length of a name, with a number where it is taken. */
  private String free(String wanted) {
    String base = wanted.isEmpty() ? "netns" : wanted;
    for (int number = 1; ; number++) {
      String suffix = number == 1 ? "" : "-" + number;
      int room = LONGEST - suffix.length();
      String name = (base.length() > room ? base.substring(0, room) : base) + suffix;
      if (!found.containsKey(name) && !name.equals("host")) {
        return name;
      }
    }
  }

  private Optional<String> container(Path process) {
    Matcher id = CONTAINER.matcher(read(process.resolve("cgroup")));
    return id.find()
        ? Optional.of(containers.getOrDefault(id.group(1), id.group(1).substring(0, 12)))
        : Optional.empty();
  }

  /** The names of containers by id, as Docker and Podman keep them. */
  private void readContainers() {
    for (Path each : list(root.resolve("var/lib/docker/containers"))) {
      JsonNode config = json(each.resolve("config.v2.json"));
      String name = config.path("Name").asString("").replaceFirst("^/", "");
      if (!name.isEmpty()) {
        containers.put(each.getFileName().toString(), name);
      }
    }
    Path podman = root.resolve("var/lib/containers/storage/overlay-containers/containers.json");
    for (JsonNode each : json(podman)) {
      String id = each.path("id").asString("");
      String name = each.path("names").path(0).asString("");
      if (!id.isEmpty() && !name.isEmpty()) {
        containers.put(id, name);
      }
    }
  }

  private static JsonNode json(Path file) {
    JsonMapper mapper = new JsonMapper();
    try {
      return Files.isReadable(file) ? mapper.readTree(file.toFile()) : mapper.createArrayNode();
    } catch (RuntimeException e) {
      return mapper.createArrayNode(); // being written, or of another version: the id will do
    }
  }

  private static List<Path> list(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException e) {
      return List.of(); // not there, or not for this user
    }
    entries.sort(null);
    return entries;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Long> inode(Path path) {
    try {
      return Optional.of((Long) Files.getAttribute(path, "unix:ino"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
