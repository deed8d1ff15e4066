package vethlab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  private static final String MAKES_THE_JAR =
      "mkdir -p \"${4%/*}/target/app\"; echo the jar >\"${4%/*}/target/app/vethlab.jar\"";

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void a_fresh_checkout() throws IOException {
    checkout = new Checkout(folder);
  }

  @AfterEach
  void nothing_is_trained_any_more() throws Exception {
    checkout.settle();
  }

  @Test
  void without_a_jdk_it_says_what_to_install() throws Exception {
    var ended = checkout.run("--version");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("vethlab: no JDK 25 or newer found").contains("install");
    assertThat(ended.err().lines()).hasSize(1);
  }

  @Test
  void a_jdk_17_is_not_enough() throws Exception {
    checkout.set("JAVA_HOME", checkout.jdk("jdk17", "17.0.15").toString());

    assertThat(checkout.run("--version").err()).startsWith("vethlab: no JDK 25 or newer found");
  }

  @Test
  void it_finds_a_newer_jdk_beside_an_older_java_home() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk17", "17.0.15").toString());
    checkout.set("JDK_FOLDERS", folder + "/jdk*");
    checkout.jdk("jdk26", "26-ea");

    assertThat(checkout.run("--version").out()).contains("vethlab.jar\n--version\n");
  }

  @Test
  void without_maven_it_says_what_to_install() throws Exception {
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    var ended = checkout.run("--version");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("vethlab: Maven builds Vethlab and is missing: apt-get install maven\n");
  }

  @Test
  void it_starts_from_any_folder_and_through_a_link() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.launcher());

    var ended = Checkout.end(checkout.start(link, "run", "a script", "*"));

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .endsWith("-jar\n" + checkout.file("target/app/vethlab.jar") + "\nrun\na script\n*\n");
  }

  @Test
  void it_builds_what_has_changed_and_only_then() throws Exception {
    checkout.built();
    checkout.maven(MAKES_THE_JAR);
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());
    checkout.run("--version");
    assertThat(checkout.file("calls")).doesNotExist();

    checkout.write("src/main/java/New.java", 0);
    Files.setLastModifiedTime(
        checkout.file("target/app/built"),
        Files.getLastModifiedTime(checkout.file("target/app/vethlab.jar")));
    var first = checkout.run("--version");
    var second = checkout.run("--version");

    assertThat(first.err()).startsWith("vethlab: building");
    assertThat(first.out()).endsWith("--version\n");
    assertThat(second.err()).isEmpty();
    assertThat(checkout.file("calls")).hasContent("built");
  }

  @Test
  void two_starts_at_once_build_once() throws Exception {
    checkout.maven(MAKES_THE_JAR);
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    Process first = checkout.start(checkout.launcher(), "--version");
    Process second = checkout.start(checkout.launcher(), "--version");

    assertThat(Checkout.end(first).exit()).isZero();
    assertThat(Checkout.end(second).exit()).isZero();
    assertThat(checkout.file("calls")).hasContent("built");
  }

  @Test
  void a_failed_build_shows_its_errors_and_starts_nothing() throws Exception {
    checkout.maven("echo '[INFO] so far'; echo '[ERROR] X.java: what is this?'; exit 1");
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    var ended = checkout.run("--version");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains("[ERROR] X.java: what is this?")
        .contains("vethlab: the build failed")
        .doesNotContain("[INFO]");
  }

  @Test
  void a_cache_older_than_the_jar_is_not_used() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    checkout.write("target/app/cli.aot", 61);
    assertThat(checkout.run("run").out()).doesNotContain("-XX:AOTCache");

    checkout.write("target/app/cli.aot", 59);
    assertThat(checkout.run("run").out())
        .contains("-XX:AOTCache=" + checkout.file("target/app/cli.aot"));
  }

  @Test
  void a_build_drops_the_caches_of_the_one_before() throws Exception {
    checkout.write("target/app/cli.aot", 0);
    checkout.maven(MAKES_THE_JAR);
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    assertThat(checkout.run("run").out()).doesNotContain("-XX:AOTCache");
    assertThat(checkout.file("target/app/cli.aot")).doesNotExist();
  }

  @Test
  void caches_are_made_beside_the_first_start_even_if_it_is_ended() throws Exception {
    Path jdk = checkout.jdk("jdk", "25.0.1");
    checkout.maven(MAKES_THE_JAR);
    checkout.slowJava(jdk);
    checkout.set("JAVA_HOME", jdk.toString());

    Process first = checkout.start(checkout.launcher(), "run");
    while (!Files.exists(checkout.file("target/training-began"))) {
      Thread.sleep(5);
    }
    first.destroy();
    first.waitFor();
    checkout.settle();

    assertThat(checkout.file("target/app/cli.aot")).exists();
    assertThat(checkout.file("calls")).hasContent("built");
  }

  @Test
  void a_cache_of_another_jar_is_thrown_away() throws Exception {
    Path jdk = checkout.jdk("jdk", "25.0.1");
    checkout.maven(MAKES_THE_JAR);
    checkout.slowJava(jdk);
    checkout.set("JAVA_HOME", jdk.toString());

    Process first = checkout.start(checkout.launcher(), "run");
    while (!Files.exists(checkout.file("target/training-began"))) {
      Thread.sleep(5);
    }
    Files.writeString(checkout.file("target/app/vethlab.jar"), "another jar, which is longer");
    Checkout.end(first);
    checkout.settle();

    assertThat(checkout.file("target/app/cli.aot")).doesNotExist();
  }

  @Test
  void only_the_window_gets_javafx() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    checkout.set("DISPLAY", ":7");
    checkout.tool("ldconfig", "echo libgtk-3.so.0");

    assertThat(checkout.run("run").out()).doesNotContain("javafx");
    assertThat(checkout.run().out()).contains("--add-modules\njavafx.controls\n");
    assertThat(checkout.run("open", "labs/x").out()).contains("--add-modules\njavafx.controls\n");
  }

  @Test
  void without_a_display_there_is_no_javafx() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());

    assertThat(checkout.run("open", "labs/x").out()).doesNotContain("javafx").contains("-jar\n");
  }

  @Test
  void a_display_without_gtk_is_one_sentence() throws Exception {
    checkout.built();
    checkout.set("JAVA_HOME", checkout.jdk("jdk", "25.0.1").toString());
    checkout.set("DISPLAY", ":7");
    checkout.tool("ldconfig", "echo libgtk-4.so.1");

    var ended = checkout.run();

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo("vethlab: the window needs GTK 3: apt-get install libgtk-3-0\n");
  }
}
