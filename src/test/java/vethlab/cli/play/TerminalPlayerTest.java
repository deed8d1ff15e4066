package vethlab.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player as somebody sees it who presses keys at a terminal. */
class TerminalPlayerTest {
  private static final String LAB =
      """
      vethlab: 1
      name: pair
      title: A pair
      namespaces:
        a: {interfaces: {eth0: {addresses: [10.0.0.1/24]}}}
        b: {interfaces: {eth0: {addresses: [10.0.0.2/24]}}}
      links:
        - {endpoints: ["a:eth0", "b:eth0"]}
      """;

  private static final String LESSON =
      """
      # Two ends
      A pair of devices.
      ## Ask
      Nobody knows anybody.
      ```run a
      ping -c 1 10.0.0.2
      ```
      ```goto
      node == b and arp
      ```
      The question arrives at b.
      ```goto
      node == b and icmp
      ```
      Only now the echo request.
      ```question first
      What came first?
      - [x] ARP :: without a MAC address nothing is sent
      - [ ] ICMP :: look at the first event
      ```
      ```hint
      Look at event 1.
      ```
      ```hint
      It is ARP.
      ```
      ## Know
      Both have learned.
      """;

  private static final String CHINESE =
      LESSON
          .replace("Two ends", "两端")
          .replace("Nobody knows anybody.", "谁也不认识谁。")
          .replace("The question arrives at b.", "问题到达 b。")
          .replace("## Know\nBoth have learned.", "## 结束\n");

  @TempDir Path folder;
  @TempDir Path home;

  /** Before anything is drawn. */
  private static final String HOME = Console.HOME;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), LAB);
    Files.writeString(folder.resolve("walkthrough.md"), LESSON);
    Files.writeString(folder.resolve("walkthrough.zh.md"), CHINESE);
  }

  private Console console(int width, int height) throws IOException {
    return new Console(folder, home, Locale.ENGLISH, width, height, Map.of());
  }

  @Test
  void the_lesson_is_played_with_n_and_b_and_the_network_goes_along() throws Exception {
    try (Console console = console(80, 24)) {
      assertThat(console.await("Nobody knows anybody."))
          .contains("Two ends", "1 Ask", "▷ a # ping -c 1 10.0.0.2");
      console.await("eth0 10.0.0.1/24 ─── b:eth0");

      console.press("n");
      assertThat(console.await("1 received, 0% packet loss"))
          .contains("✓ a # ping -c 1 10.0.0.2", "[Terminal a]");

      console.press("n");
      assertThat(console.await("┃ The question arrives at b."))
          .contains("[What happened]", "ARP who-has 10.0.0.2", "in b at ARP")
          .contains("+ 10.0.0.1", "▶");

      console.press("n");
      console.await("┃ Only now the echo request.");
      console.press("b", "b", "b");
      assertThat(console.await("▷ a # ping -c 1 10.0.0.2")).contains("Nobody knows anybody.");
    }
  }

  @Test
  void events_are_stepped_forward_and_back_and_the_lesson_marks_where_one_is() throws Exception {
    try (Console console = console(80, 24)) {
      console.press("n");
      console.await("packet loss");
      console.press(HOME);
      String first = console.await("Events 0/");
      console.press(".");
      console.await("Events 1/");
      console.press(Console.F8, Console.F7, Console.SHIFT_F8);
      String later = console.await(shown -> !shown.contains("Events 1/"), "another event");
      console.press(",", ",");
      console.await(shown -> !shown.equals(later), "an event before");
      while (!console.shown().contains("┃ The question arrives at b.")) {
        String before = console.shown();
        console.press(".");
        console.await(shown -> !shown.equals(before), "the next event");
      }
      console.press(HOME);
      assertThat(console.await("Events 0/")).isEqualTo(first);
      console.press(Console.END);
      console.await(shown -> shown.matches("(?s).*Events (\\d+)/\\1 .*"), "the last event");
    }
  }

  @Test
  void a_command_is_typed_with_completion_and_history_and_leaves_the_path() throws Exception {
    try (Console console = console(80, 24)) {
      console.await("Nobody knows");
      console.press(":");
      console.await("a # a command");
      console.press("\t");
      console.await("b # a command");
      console.press("\t", "\t");
      console.await("a # a command");
      console.press("ip nei", "\t");
      console.await("neigh");
      console.press("\r");
      console.await("a # ip neigh");
      console.press("ip link set eth0 down\r");
      console.await("a # ip link set eth0 down");
      console.press(Console.UP);
      console.await(shown -> lastLine(shown).equals("a # ip link set eth0 down"), "the line again");
      console.press("\033");
      console.await("Off the lesson's path");
      console.press("\t", "\t");
      console.await("eth0 10.0.0.1/24 ╌╌╌ b:eth0  ✕ down");
      console.press("r");
      console.await("eth0 10.0.0.1/24 ─── b:eth0");
      console.await(shown -> !shown.contains("Off the lesson's path"), "the path again");
    }
  }

  @Test
  void a_command_that_does_not_end_is_interrupted() throws Exception {
    try (Console console = console(80, 24)) {
      console.press(":", "ping 10.0.0.2\r");
      console.await("icmp_seq=3");
      console.press("\003");
      console.await("packets transmitted");
      assertThat(lastLine(console.await("a # a command"))).startsWith("a # ");
    }
  }

  @Test
  void a_question_gets_a_reply_and_hints_come_one_by_one() throws Exception {
    try (Console console = console(80, 30)) {
      console.press("n", "n", "n");
      assertThat(console.await("Stuck? h shows a hint.")).doesNotContain("Look at event 1.");
      console.press("2");
      console.await("✕ 2 ICMP");
      console.await("look at the first event");
      console.press("1");
      console.await("✓ 1 ARP");
      console.press("h");
      assertThat(console.await("Look at event 1.")).doesNotContain("It is ARP.");
      console.press("h");
      console.await("It is ARP.");
    }
  }

  @Test
  void a_check_completes_by_itself() throws Exception {
    Files.writeString(
        folder.resolve("checks.yaml"),
        """
        vethlab: 1
        checks:
          - {id: down, say: a cannot reach b, no-reach: {from: a, to: 10.0.0.2}}
        """);
    Files.writeString(
        folder.resolve("walkthrough.md"),
        "# T\n## S\n```check down\n```\n```run a\nip link set eth0 down\n```\n");
    try (Console console = console(80, 24)) {
      console.await("○ a cannot reach b");
      console.press("n");
      console.await("✓ a cannot reach b");
    }
  }

  @Test
  void the_language_is_changed_and_what_is_not_translated_says_so() throws Exception {
    try (Console console = new Console(folder, home, Locale.CHINESE, 80, 24, Map.of())) {
      console.await("谁也不认识谁。");
      console.press("n", "n", "n", "n");
      assertThat(console.await("（此处暂无中文）")).contains("Both have learned.", "结束");
      console.press("l");
      console.await(shown -> shown.contains("2 Know") && shown.contains("Events"), "English");
    }
  }

  @Test
  void it_remembers_where_one_was() throws Exception {
    try (Console console = console(80, 24)) {
      console.press("n", "n", "n", "n");
      console.await("Both have learned.");
    }
    try (Console console = console(80, 24)) {
      console.await("Nobody knows anybody.");
    }
    Files.writeString(folder.resolve("walkthrough.md"), LESSON + "## More\nText.\n");
    Files.delete(folder.resolve("walkthrough.zh.md"));
    try (Console console = console(80, 24)) {
      console.press("n", "n", "n", "n");
      console.await("Both have learned.");
    }
    try (Console console = console(80, 24)) {
      console.await("You were at step 2 last time: c goes there.");
      console.press("c");
      console.await("Both have learned.");
    }
  }

  @Test
  void it_fits_any_size_and_follows_a_resize() throws Exception {
    try (Console console = console(80, 24)) {
      console.press("n", "n");
      console.await("┃ The question arrives at b.");
      console.resize(140, 40);
      console.await(
          shown -> shown.lines().anyMatch(line -> line.contains(" │ ── Network")), "columns");
      console.resize(44, 14);
      console.await(shown -> !shown.contains(" │ ──") && shown.contains("Events"), "one column");
      console.resize(20, 5);
      console.await("Too small");
      console.resize(80, 24);
      console.await("┃ The question arrives at b.");
    }
  }

  @Test
  void without_colour_nothing_is_coloured() throws Exception {
    try (Console console =
        new Console(folder, home, Locale.ENGLISH, 80, 24, Map.of("NO_COLOR", "1"))) {
      console.press("n", "n");
      console.await("ARP who-has");
      assertThat(console.written()).doesNotContain("\033[38;", "\033[31m", "\033[32m");
    }
    try (Console console = console(80, 24)) {
      console.press("n", "n");
      console.await("ARP who-has");
      assertThat(console.written()).contains("38;");
    }
  }

  @Test
  void keys_are_told_and_q_leaves_the_screen_as_it_was() throws Exception {
    try (Console console = console(80, 24)) {
      console.press("?");
      console.await("step into: one lookup");
      console.press("x");
      console.await("Nobody knows");
      console.press("q");
      assertThat(console.isOver()).isTrue();
      assertThat(console.written()).contains("\033[?1049l");
    }
  }

  @Test
  void every_line_is_as_wide_as_the_screen_at_most() throws Exception {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.CHINESE}) {
      Playing playing =
          new Playing(
              Played.open(folder, locale, vethlab.app.file.AppFolders.below(home)),
              Language.of(locale));
      for (int i = 0; i < 4; i++) {
        playing.press(new Press.Of(Key.NEXT_STOP));
        for (long clock = 0; playing.isRunning(); clock += 1_000_000_000L) {
          playing.tick(clock);
        }
        for (View view : View.values()) {
          playing.press(new Press.Of(Key.NEXT_VIEW));
          for (int width : new int[] {40, 57, 80, 120, 200}) {
            PlayScreen.Picture picture = PlayScreen.of(playing, width, 24);
            assertThat(picture.lines()).as(view + " " + width).hasSize(24);
            assertThat(picture.lines())
                .extracting(AttributedString::columnLength)
                .allMatch(columns -> columns <= width);
          }
        }
      }
    }
  }

  @Test
  void a_lab_without_a_lesson_and_a_script_play_too() throws Exception {
    Files.delete(folder.resolve("walkthrough.md"));
    Files.delete(folder.resolve("walkthrough.zh.md"));
    try (Console console = console(80, 24)) {
      assertThat(console.await("eth0 10.0.0.1/24 ─── b:eth0")).contains("No packet has moved yet.");
      console.press(":", "ping -c 1 10.0.0.2\r");
      console.await("1 received");
    }
    Path script = folder.resolve("x.sh");
    Files.writeString(script, "ping -c 1 127.0.0.1\necho done\n");
    try (Console console = new Console(script, home, Locale.ENGLISH, 80, 24, Map.of())) {
      console.await("The script has run:");
      console.press("\t", "\t", "\t", Console.END);
      assertThat(console.await("Events")).contains("ICMP");
    }
  }

  private static String lastLine(String shown) {
    return shown.lines().reduce((first, second) -> second).orElse("").strip();
  }
}
