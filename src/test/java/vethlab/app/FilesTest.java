package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.file.LabDraft;
import vethlab.app.view.Question;
import vethlab.op.Ns;

/** Labs are saved and opened, and nothing is lost when that fails. */
class FilesTest extends WindowTest {
  private static final int S = 'S';

  @TempDir Path disk;

  /** Who is asked for a file answers this path. */
  private static void answer(VethlabWindow window, Path path) {
    window
        .desk()
        .dialogs(
            new FileDialogs() {
              @Override
              public Optional<Path> open(String title) {
                return Optional.of(path);
              }

              @Override
              public Optional<Path> save(String title, String name) {
                return Optional.of(path);
              }
            });
  }

  private static Question question(VethlabWindow window) {
    Node sheet = window.view().lookup(".overlay > .sheet");
    assertThat(sheet).as("something is asked").isInstanceOf(Question.class);
    return (Question) sheet;
  }

  private static String told(VethlabWindow window) {
    StringBuilder text = new StringBuilder();
    question(window)
        .lookupAll(".label")
        .forEach(each -> text.append(((javafx.scene.control.Label) each).getText()).append('\n'));
    return text.toString();
  }

  private static void draw(Hand hand) {
    hand.letter('n').click(160, 160);
    hand.letter('n').click(160, 360);
    hand.key('A', Hand.CONTROL);
    hand.letter('l');
  }

  @Test
  void a_drawing_is_saved_and_opens_as_it_was() throws Exception {
    Path lab = disk.resolve("two");
    inWindow((window, hand) -> {
      draw(hand);
      LabDraft drawn = LabDraft.of(doc(window));
      answer(window, lab);
      hand.key(S, Hand.CONTROL);
      assertThat(doc(window).isSaved()).isTrue();
      assertThat(lab.resolve("lab.yaml")).content().contains("ns1:eth0", "10.0.0.1/24");
      assertThat(lab.resolve("layout.yaml")).content().contains("ns2: {x:");
      window.open(lab);
      hand.settle();
      assertThat(LabDraft.of(doc(window)).layout()).isEqualTo(drawn.layout());
      assertThat(doc(window).scene().wires()).hasSize(1);
      assertThat(window.desk().recent().paths()).containsExactly(lab);
    });
  }

  @Test
  void saving_keeps_comments_and_what_it_does_not_know() throws Exception {
    Path lab = Files.createDirectory(disk.resolve("commented"));
    String text =
        """
        vethlab: 1
        name: commented
        # who stands where
        namespaces:
          left:    # the one that asks
            interfaces:
              eth0: {addresses: [10.9.0.1/24]}
          right:
            interfaces:
              eth0: {addresses: [10.9.0.2/24]}
        links:
          - endpoints: ["left:eth0", "right:eth0"]
        """;
    Files.writeString(lab.resolve("lab.yaml"), text);
    inWindow((window, hand) -> {
      window.open(lab);
      hand.settle();
      window.drawing().namespace(600, 400);
      hand.key(S, Hand.CONTROL);
      assertThat(lab.resolve("lab.yaml"))
          .content()
          .contains("# who stands where", "# the one that asks", "ns1");
    });
  }

  @Test
  void a_shipped_lab_stays_as_it_is_and_ones_own_copy_is_whole() throws Exception {
    Path shipped = Path.of("labs/bridge");
    String before = Files.readString(shipped.resolve("lab.yaml"));
    String places = Files.readString(shipped.resolve("layout.yaml"));
    Path own = disk.resolve("mine");
    inWindow((window, hand) -> {
      window.open(shipped);
      hand.settle();
      window.drawing().namespace(600, 400);
      answer(window, shipped);
      hand.key(S, Hand.CONTROL);
      assertThat(told(window)).contains("This lab came with Vethlab");
      answer(window, own);
      hand.key(Hand.ENTER);
      hand.settle();
      assertThat(own.resolve("lab.yaml")).content().contains("ns1");
      assertThat(own.resolve("walkthrough.zh.md"))
          .hasSameTextualContentAs(shipped.resolve("walkthrough.zh.md"));
      assertThat(own.resolve("checks.yaml")).exists();
      assertThat(doc(window).file()).contains(own);
    });
    assertThat(shipped.resolve("lab.yaml")).content().isEqualTo(before);
    assertThat(shipped.resolve("layout.yaml")).content().isEqualTo(places);
  }

  @Test
  void a_lab_with_mistakes_is_told_by_line_and_what_is_open_stays() throws Exception {
    Path lab = Files.createDirectory(disk.resolve("broken"));
    Files.writeString(lab.resolve("lab.yaml"), "vethlab: 1\nname: x\nnamespacs: {}\n  - [\n");
    inWindow((window, hand) -> {
      draw(hand);
      window.open(lab);
      hand.settle();
      assertThat(told(window)).contains("broken has mistakes", "lab.yaml:");
      hand.key(Hand.ESCAPE);
      assertThat(window.view().lookup(".overlay > .sheet")).isNull();
      assertThat(doc(window).scene().wires()).hasSize(1);
      hand.letter('n').click(500, 160);
      assertThat(doc(window).kernel().namespaces()).hasSize(3);
    });
  }

  @Test
  void what_is_no_text_and_what_is_not_there_is_told() throws Exception {
    Path binary = disk.resolve("picture.png");
    Files.write(binary, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, (byte) 0xfe});
    inWindow((window, hand) -> {
      window.open(binary);
      hand.settle();
      assertThat(told(window)).contains("picture.png cannot be opened", "UTF-8");
      hand.key(Hand.ENTER);
      window.open(disk.resolve("nothing.sh"));
      hand.settle();
      assertThat(told(window)).contains("no such file");
    });
  }

  @Test
  void saving_over_a_file_fails_with_a_reason_and_loses_nothing() throws Exception {
    Path file = Files.writeString(disk.resolve("file"), "not a folder");
    inWindow((window, hand) -> {
      draw(hand);
      answer(window, file.resolve("lab"));
      hand.key(S, Hand.CONTROL);
      assertThat(told(window)).contains("lab cannot be saved", "Nothing is lost");
      Path elsewhere = disk.resolve("elsewhere");
      answer(window, elsewhere);
      hand.key(Hand.ENTER);
      assertThat(elsewhere.resolve("lab.yaml")).exists();
      assertThat(file).content().isEqualTo("not a folder");
    });
  }

  @Test
  void what_another_program_changed_is_not_overwritten_unasked() throws Exception {
    Path lab = disk.resolve("shared");
    inWindow((window, hand) -> {
      draw(hand);
      answer(window, lab);
      hand.key(S, Hand.CONTROL);
      Files.writeString(lab.resolve("lab.yaml"), "vethlab: 1\nname: theirs\n");
      hand.letter('n').click(500, 160);
      hand.key(S, Hand.CONTROL);
      assertThat(told(window)).contains("changed by another program");
      hand.key(Hand.ESCAPE);
      assertThat(lab.resolve("lab.yaml")).content().contains("theirs");
      assertThat(doc(window).isSaved()).isFalse();
    });
  }

  @Test
  void leaving_asks_once_there_is_something_to_lose_and_not_before() throws Exception {
    inWindow((window, hand) -> {
      draw(hand);
      hand.key('N', Hand.CONTROL);
      assertThat(told(window)).contains("Save the changes");
      hand.key(Hand.ESCAPE);
      assertThat(doc(window).scene().wires()).hasSize(1);
      answer(window, disk.resolve("kept"));
      hand.key('N', Hand.CONTROL);
      hand.key(Hand.ENTER);
      assertThat(disk.resolve("kept/lab.yaml")).exists();
      assertThat(doc(window).scene().nodes()).isEmpty();
    });
  }

  @Test
  void a_ping_is_no_change_to_a_lab() throws Exception {
    inWindow((window, hand) -> {
      window.open(Path.of("labs/veth-pair"));
      hand.settle();
      window.desk().tick(System.nanoTime());
      hand.key('A', Hand.CONTROL);
      hand.key(Hand.ENTER, Hand.CONTROL);
      hand.settle();
      window.open(Path.of("labs/bridge"));
      hand.settle();
      assertThat(window.view().lookup(".overlay > .sheet")).isNull();
      assertThat(doc(window).title()).isNotEqualTo("Untitled lab");
    });
  }

  @Test
  void the_exported_script_makes_the_same_network() throws Exception {
    Path script = disk.resolve("made.sh");
    inWindow((window, hand) -> {
      draw(hand);
      String drawn = LabDraft.lab(doc(window)).toString();
      answer(window, script);
      hand.key('E', Hand.CONTROL | Hand.SHIFT);
      hand.click(window.view().lookup("#export-script"));
      assertThat(script).content().startsWith("#!/bin/sh").contains("ip netns add ns1");
      answer(window, disk.resolve("first"));
      hand.key(S, Hand.CONTROL);
      window.open(script);
      hand.settle();
      assertThat(withoutTitles(LabDraft.lab(doc(window)).toString()))
          .isEqualTo(withoutTitles(drawn));
    });
  }

  private static String withoutTitles(String lab) {
    return lab.replaceFirst("title=[^,]*", "").replaceFirst("name=[^,]*", "");
  }

  @Test
  void pictures_and_packets_are_exported() throws Exception {
    inWindow((window, hand) -> {
      draw(hand);
      hand.key('A', Hand.CONTROL);
      hand.key(Hand.ENTER, Hand.CONTROL);
      for (String format : new String[] {"png", "svg", "pcapng"}) {
        Path file = disk.resolve("out." + format);
        answer(window, file);
        window.allActions().get("export-" + format).run().run();
        assertThat(Files.size(file)).as(format).isGreaterThan(1_000);
      }
      assertThat(disk.resolve("out.svg")).content().contains("10.0.0.2/24");
    });
  }

  @Test
  void the_text_of_the_lab_is_edited_in_the_window_and_undone() throws Exception {
    inWindow((window, hand) -> {
      draw(hand);
      hand.key('E', Hand.CONTROL);
      var sheet = (vethlab.app.view.LabTextSheet) window.view().lookup(".overlay > .sheet");
      sheet.area().setText(sheet.area().getText().replace("10.0.0.2/24", "10.0.0.99/24"));
      hand.key(Hand.ENTER, Hand.CONTROL);
      assertThat(doc(window).scene().port(new Ns("ns2"), "eth0").orElseThrow().addresses())
          .containsExactly("10.0.0.99/24");
      hand.key('Z', Hand.CONTROL);
      assertThat(doc(window).scene().port(new Ns("ns2"), "eth0").orElseThrow().addresses())
          .containsExactly("10.0.0.2/24");
    });
  }

  @Test
  void what_was_chosen_about_the_window_is_remembered() throws Exception {
    inWindow((window, hand) -> {
      window.allActions().get("theme").run().run();
      window.allActions().get("language").run().run();
      assertThat(window.studio().words().isChinese()).isTrue();
    });
    assertThat(folders().config().resolve("settings"))
        .content()
        .contains("language=zh\n", "theme=dark\n");
  }

  @Test
  void a_script_let_go_over_the_window_runs() throws Exception {
    Path script = disk.resolve("two.sh");
    Files.writeString(script, "ip netns add left\nip netns add right\n");
    inWindow((window, hand) -> {
      assertThat(window.dropped(List.of(script.toFile()))).isTrue();
      hand.settle();
      assertThat(doc(window).kernel().namespaces())
          .containsExactlyInAnyOrder(new Ns("left"), new Ns("right"));
      assertThat(doc(window).title()).isEqualTo("two");
    });
  }

  @Test
  void a_lab_folder_let_go_over_the_window_opens_once_the_drawing_is_cared_for() throws Exception {
    inWindow((window, hand) -> {
      draw(hand);
      assertThat(window.dropped(List.of(Path.of("labs/bridge").toFile()))).isTrue();
      assertThat(told(window)).contains("Save the changes");
      hand.key(Hand.TAB).key(Hand.ENTER).settle();
      assertThat(doc(window).file()).contains(Path.of("labs/bridge").toAbsolutePath());
    });
  }

  @Test
  void nothing_let_go_is_nothing() throws Exception {
    inWindow((window, hand) -> assertThat(window.dropped(List.of())).isFalse());
  }

  @Test
  void saving_under_another_name_leaves_the_first_as_it_was() throws Exception {
    Path first = disk.resolve("first");
    Path second = disk.resolve("second");
    inWindow((window, hand) -> {
      draw(hand);
      answer(window, first);
      hand.key(S, Hand.CONTROL);
      window.drawing().namespace(600, 400);
      answer(window, second);
      hand.key(S, Hand.CONTROL | Hand.SHIFT);
      assertThat(doc(window).file()).contains(second);
      assertThat(doc(window).isSaved()).isTrue();
      assertThat(window.desk().recent().paths()).startsWith(second);
    });
    assertThat(second.resolve("lab.yaml")).content().contains("ns3");
    assertThat(first.resolve("lab.yaml")).content().doesNotContain("ns3");
  }

  @Test
  void another_lab_under_that_name_is_not_replaced_unasked() throws Exception {
    Path taken = Files.createDirectory(disk.resolve("taken"));
    Files.writeString(taken.resolve("lab.yaml"), "vethlab: 1\nname: taken\n");
    inWindow((window, hand) -> {
      draw(hand);
      answer(window, taken);
      hand.key(S, Hand.CONTROL | Hand.SHIFT);
      assertThat(told(window)).contains("taken");
      hand.key(Hand.ESCAPE);
      assertThat(taken.resolve("lab.yaml")).content().isEqualTo("vethlab: 1\nname: taken\n");
      assertThat(doc(window).isSaved()).isFalse();
    });
  }
}
