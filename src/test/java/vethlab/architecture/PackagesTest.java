package vethlab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void every_package_says_what_lives_in_it() throws IOException {
    List<Path> silent;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      silent =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(Path::getParent)
              .distinct()
              .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
              .toList();
    }
    assertThat(silent).isEmpty();
  }
}
