package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.op.Ns;

/** What happens to unsaved work when the program dies and when a disk fails. */
class CrashTest extends WindowTest {
  @TempDir Path disk;

  @Test
  void a_killed_window_leaves_its_work_to_the_next_one() throws Exception {
    Process victim = OtherWindow.start(List.of(), home);
    try {
      waitForDraft();
    } finally {
      victim.destroyForcibly().waitFor();
    }
    inWindow((window, hand) -> {
      window.desk().home();
      window.desk().offerLeftBehind();
      hand.settle();
      hand.key(Hand.ENTER);
      assertThat(doc(window).scene().port(new Ns("ns1"), "eth0").orElseThrow().addresses())
          .containsExactly("10.0.0.1/24");
      assertThat(doc(window).isSaved()).isFalse();
      window.desk().home();
      hand.key(Hand.ESCAPE);
      assertThat(doc(window).scene().nodes()).hasSize(2);
    });
  }

  private void waitForDraft() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < end) {
      try (Stream<Path> all = Files.walk(home)) {
        boolean kept =
            all.filter(p -> p.endsWith("lab.yaml")).anyMatch(p -> read(p).contains("ns2:eth0"));
        if (kept) {
          return;
        }
      } catch (java.io.IOException | java.io.UncheckedIOException beingWritten) {
        // looked at while it was replaced
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no draft was kept within 30 seconds");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return "";
    }
  }

  @Test
  void a_full_disk_is_told_and_the_work_goes_on() throws Exception {
    String said = saveOn("size=4k,nr_inodes=4");
    assertThat(said).contains("cannot be saved", "disk is full", "Nothing is lost");
    assertThat(said).contains("alive with 3", "left behind false");
  }

  @Test
  void a_read_only_folder_is_told_and_the_work_goes_on() throws Exception {
    String said = saveOn("ro");
    assertThat(said).contains("cannot be saved", "read-only", "Nothing is lost");
    assertThat(said).contains("alive with 3");
  }

  /** What a window prints that saves into a file system mounted with these options. */
  private String saveOn(String options) throws Exception {
    String mount = "mount -t tmpfs -o " + options + " tmpfs " + disk;
    Process trial = new ProcessBuilder("unshare", "-rm", "sh", "-c", mount).start();
    assumeTrue(trial.waitFor() == 0, "no private mounts here");
    String full = options.equals("ro") ? "" : " && head -c 1000000 /dev/zero > " + disk + "/fill";
    List<String> inside =
        List.of("unshare", "-rm", "sh", "-c", mount + full + "; exec \"$0\" \"$@\"");
    Process window = OtherWindow.start(inside, home, disk.resolve("lab"));
    String said = new String(window.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(window.waitFor()).as(said).isZero();
    return said;
  }
}
