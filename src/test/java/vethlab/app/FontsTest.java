package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine without a Chinese font shows every Chinese letter all the same. */
class FontsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VethlabSans-Regular",
        "VethlabSans-Bold",
        "VethlabSansMedium-Regular",
        "VethlabMono-Regular",
        "VethlabMono-Bold"
      })
  void every_letter_of_the_words_and_the_lessons_is_in_the_font(String name) throws Exception {
    Font font;
    try (InputStream in = getClass().getResourceAsStream("/vethlab/app/fonts/" + name + ".ttf")) {
      font = Font.createFont(Font.TRUETYPE_FONT, in);
    }
    Set<String> missing = new TreeSet<>();
    for (Path folder : new Path[] {Path.of("src/main/resources"), Path.of("labs")}) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(FontsTest::isChinese).toList()) {
          Files.readString(file)
              .codePoints()
              .filter(c -> c >= 0x2e80 && !font.canDisplay(c))
              .forEach(c -> missing.add(Character.toString(c)));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isChinese(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith("_zh.properties") || name.endsWith(".zh.md");
  }
}
