package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Builds programs in Go with Debian's packages of the compiler and of the netlink library. */
public final class GoTools {
  private static final Path LIBRARY =
      Path.of("/usr/share/gocode/src/github.com/vishvananda/netlink");

  private GoTools() {}

  /** Skips the test where they are not installed. */
  public static void assumeInstalled() {
    boolean installed =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "go")));
    Assumptions.assumeTrue(
        installed && Files.isDirectory(LIBRARY),
        "needs golang-go and golang-github-vishvananda-netlink-dev");
  }

  /** The built program; the compiler must have nothing to say. */
  public static Path build(Path folder, String text) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("lab.go"), text);
    Path program = folder.resolve("lab");
    ProcessBuilder go =
        new ProcessBuilder("go", "build", "-o", program.toString(), source.toString());
    go.environment().put("GO111MODULE", "off");
    go.environment().put("GOPATH", "/usr/share/gocode");
    assertThat(output(go)).isEmpty();
    return program;
  }

  /** What it prints; it must end well. */
  static String output(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }
}
