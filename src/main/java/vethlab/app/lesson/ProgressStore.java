package vethlab.app.lesson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vethlab.app.file.AppFolders;
import vethlab.app.file.WholeFile;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;

/**
 * Remembers a lab's {@link Progress} outside its folder. A lab is known by its name and by what its
 * lesson and checks say, so that a copy of it elsewhere goes on where the first one was, and
 * another lesson of that name begins anew.
 */
public final class ProgressStore {
  private static final List<String> IDENTITY = List.of("walkthrough.md", LabFolder.CHECKS);

  private final Path file;

  private ProgressStore(Path file) {
    this.file = file;
  }

  public static ProgressStore of(AppFolders folders, LabFolder lab) {
    String name = lab.read().lab().map(Lab::name).orElse(lab.name()).replaceAll("[^\\w.-]", "_");
    return new ProgressStore(
        folders.state().resolve("progress").resolve(name + "-" + identity(lab) + ".json"));
  }

  private static String identity(LabFolder lab) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String each : IDENTITY) {
        digest.update(lab.text(each).orElse("").getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Path file() {
    return file;
  }

  /** What was done so far; nothing where there is no such file, or one that makes no sense. */
  public Progress read() {
    try {
      return Files.exists(file) ? progress(Files.readString(file)) : Progress.NONE;
    } catch (IOException | JacksonException e) {
      return Progress.NONE;
    }
  }

  public void write(Progress progress) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("steps", progress.steps());
    fields.put("answers", progress.answers());
    fields.put("checks", progress.checks());
    Files.createDirectories(file.getParent());
    WholeFile.write(file, new JsonMapper().writeValueAsString(fields) + "\n");
  }

  /** Forgets it. */
  public void reset() throws IOException {
    Files.deleteIfExists(file);
  }

  private static Progress progress(String json) {
    JsonMapper mapper = new JsonMapper();
    Stored stored = mapper.readValue(json, new TypeReference<Stored>() {});
    return new Progress(
        new TreeSet<>(stored.steps()),
        new LinkedHashMap<>(stored.answers()),
        new TreeSet<>(stored.checks()));
  }

  /** The file; a key that is missing is nothing done. */
  private record Stored(List<Integer> steps, Map<String, Integer> answers, List<String> checks) {
    Stored {
      steps = steps == null ? List.of() : steps;
      answers = answers == null ? Map.of() : answers;
      checks = checks == null ? List.of() : checks;
    }
  }
}
