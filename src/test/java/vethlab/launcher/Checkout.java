package vethlab.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A copy of the launcher in a folder of its own, with made-up JDKs and a made-up Maven. */
final class Checkout {
  private static final List<String> TOOLS =
      List.of(
          "sh",
          "dirname",
          "readlink",
          "find",
          "flock",
          "mkdir",
          "touch",
          "tee",
          "awk",
          "cat",
          "mv",
          "rm",
          "grep",
          "ls",
          "setsid",
          "sleep",
          "id",
          "unshare");

  private final Path root;
  private final Path path;
  private final Map<String, String> environment = new TreeMap<>();

  /** What a run left behind. */
  record Ended(int exit, String out, String err) {}

  Checkout(Path folder) throws IOException {
    root = Files.createDirectories(folder.resolve("the project"));
    path = Files.createDirectories(folder.resolve("bin"));
    for (String file :
        List.of(
            "vethlab",
            "pom.xml",
            "src/main/sh/jdk.sh",
            "src/main/sh/build.sh",
            "src/main/sh/train.sh")) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(Path.of(file), root.resolve(file));
    }
    for (String tool : TOOLS) {
      tool(tool, "exec " + which(tool) + " \"$@\"");
    }
    environment.put("PATH", path.toString());
    environment.put("JDK_FOLDERS", "");
  }

  private static Path which(String tool) {
    for (String folder : List.of("/usr/bin", "/bin")) {
      Path file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException(tool + " is missing");
  }

  Path launcher() {
    return root.resolve("vethlab");
  }

  Path file(String name) {
    return root.resolve(name);
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** A JDK whose java prints its arguments. */
  Path jdk(String name, String version) throws IOException {
    Path home = root.resolveSibling(name);
    script(home.resolve("bin/java"), "for a; do echo \"$a\"; done");
    script(home.resolve("bin/javac"), "exit 1");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"Us\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A java that takes a moment to make the cache it is asked for. */
  void slowJava(Path jdk) throws IOException {
    script(
        jdk.resolve("bin/java"),
        "for a; do case $a in -XX:AOTCacheOutput=*) touch '"
            + file("target/training-began")
            + "'; sleep 0.3; touch \"${a#*=}\" ;; esac; done");
  }

  /** A Maven that takes a moment, counts its calls in {@code calls} and then does this. */
  void maven(String then) throws IOException {
    script(path.resolve("mvn"), "echo built >>'" + file("calls") + "'\nsleep 0.2\n" + then + "\n");
  }

  /** Puts a program of this name on the PATH. */
  void tool(String name, String body) throws IOException {
    script(path.resolve(name), body);
  }

  /** The state after a build: everything is older than the stamp. */
  void built() throws IOException {
    write("target/app/vethlab.jar", 60);
    write("target/app/built", 0);
    for (String file :
        List.of("pom.xml", "src/main/sh/jdk.sh", "src/main/sh/build.sh", "src/main/sh/train.sh")) {
      age(file, 120);
    }
    age("src/main/sh", 120);
    age("src/main", 120);
  }

  void write(String file, int secondsAgo) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), "");
    age(file, secondsAgo);
  }

  private void age(String file, int secondsAgo) throws IOException {
    Files.setLastModifiedTime(
        root.resolve(file), FileTime.from(Instant.now().minusSeconds(secondsAgo)));
  }

  Ended run(String... arguments) throws IOException, InterruptedException {
    return end(start(launcher(), arguments));
  }

  /** Starts the launcher under a name, in another folder; its output is kept for {@link #end}. */
  Process start(Path name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(name.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits until nothing is trained any more. */
  void settle() throws IOException, InterruptedException {
    Path training = file("target/training");
    if (Files.exists(training)) {
      new ProcessBuilder("flock", training.toString(), "true").start().waitFor();
    }
  }

  static Ended end(Process process) throws IOException, InterruptedException {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), out, err);
  }

  private static void script(Path file, String body) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " can't be made executable");
    }
  }
}
