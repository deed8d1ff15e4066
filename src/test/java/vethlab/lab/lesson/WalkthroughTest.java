package vethlab.lab.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.LabFolder;
import vethlab.lab.lesson.Block.Grade;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.op.Ns;

/** A walkthrough's files become a lesson, or say what is wrong with them and where. */
class WalkthroughTest {
  private static final String WHOLE =
      """
      # Two *ends* of a pair

      What you see.

      <!-- for authors -->
      ## The first frame

      ns1 asks `who-has`, see
      [ARP](https://example.org).

      ```focus
      ns1 host/br0
      open host
      ```

      ```run ns1
      ip neigh

      ping -c 1 10.0.0.2
      ```

      ```output
      PING 10.0.0.2
      ...
      ```

      ```goto
      node == ns1 and arp
      ```

      1. First
      2. Then **this**

      ```text
      not run
      ```

      ## The answer

      ```question who
      Who answers `who-has`?
      - [x] ns2 :: its address
      - [ ] br0 :: a bridge
        has none
      ```

      ```hint
      Look at ns2.
      ```

      ```check reached
      ```
      """;

  private static final String CHECKS =
      """
      vethlab: 1
      checks:
        - {id: reached, say: reached, reach: {from: ns1, to: 10.0.0.2}}
      """;

  @TempDir Path folder;

  private Walkthrough read(String english, Optional<String> chinese) throws IOException {
    Files.writeString(folder.resolve("walkthrough.md"), english);
    if (chinese.isPresent()) {
      Files.writeString(folder.resolve("walkthrough.zh.md"), chinese.get());
    }
    Files.writeString(folder.resolve("checks.yaml"), CHECKS);
    return Walkthrough.of(LabFolder.at(folder));
  }

  /** The mistakes of a step with this inside, as LINE:COLUMN: message, the step at line 2. */
  private List<String> mistakes(String inside) throws IOException {
    return read("# T\n## S\n" + inside, Optional.empty()).problems().stream()
        .map(each -> each.line() + ":" + each.column() + ": " + each.message())
        .toList();
  }

  private static List<Block> blocks(LessonStep step) {
    return step.blocks().stream().map(Told::block).toList();
  }

  @Test
  void each_heading_begins_a_step_and_each_fence_is_what_its_word_says() throws IOException {
    Walkthrough walkthrough = read(WHOLE, Optional.empty());

    assertThat(walkthrough.problems()).isEmpty();
    Lesson lesson = walkthrough.in(Locale.ENGLISH).orElseThrow();
    assertThat(Span.text(lesson.title())).isEqualTo("Two ends of a pair");
    assertThat(lesson.introduction()).hasSize(1);
    assertThat(lesson.steps())
        .extracting(step -> Span.text(step.heading()))
        .containsExactly("The first frame", "The answer");
    List<Block> first = blocks(lesson.steps().getFirst());
    assertThat(first.get(0))
        .isEqualTo(
            new Block.Text(
                new Prose.Paragraph(
                    List.of(
                        new Span.Plain("ns1 asks "),
                        new Span.Code("who-has"),
                        new Span.Plain(", see "),
                        new Span.Link(List.of(new Span.Plain("ARP")), "https://example.org"),
                        new Span.Plain(".")))));
    assertThat(first.get(1))
        .isEqualTo(
            new Block.Focus(
                List.of(
                    new Block.Node(new Ns("ns1"), Optional.empty()),
                    new Block.Node(Ns.HOST, Optional.of("br0"))),
                List.of(Ns.HOST)));
    assertThat(first.get(2))
        .isEqualTo(
            new Block.Run(
                new Ns("ns1"),
                List.of("ip neigh", "ping -c 1 10.0.0.2"),
                Optional.of(new Output(List.of("PING 10.0.0.2", "...")))));
    assertThat(first.get(3))
        .isInstanceOfSatisfying(
            Block.Goto.class,
            go -> assertThat(go.filter().text()).isEqualTo("node == ns1 and arp"));
    assertThat(first.get(4))
        .isEqualTo(
            new Block.Text(
                new Prose.Items(
                    OptionalInt.of(1),
                    List.of(
                        List.of(new Prose.Paragraph(List.of(new Span.Plain("First")))),
                        List.of(
                            new Prose.Paragraph(
                                List.of(
                                    new Span.Plain("Then "),
                                    new Span.Strong(List.of(new Span.Plain("this"))))))))));
    assertThat(first.get(5)).isEqualTo(new Block.Text(new Prose.Listing("text", "not run")));
  }

  @Test
  void a_question_has_one_right_answer_and_a_reply_to_each() throws IOException {
    Lesson lesson = read(WHOLE, Optional.empty()).in(Locale.ENGLISH).orElseThrow();
    List<Block> second = blocks(lesson.steps().get(1));

    assertThat(second.get(0))
        .isInstanceOfSatisfying(
            Block.Question.class,
            question -> {
              assertThat(question.id()).isEqualTo("who");
              assertThat(question.right()).isZero();
              assertThat(question.choices().get(1).grade()).isEqualTo(Grade.WRONG);
              assertThat(Span.text(question.choices().get(1).answer())).isEqualTo("br0");
              assertThat(Span.text(question.choices().get(1).reply()))
                  .isEqualTo("a bridge has none");
            });
    assertThat(second.get(1)).isInstanceOf(Block.Hint.class);
    assertThat(second.get(2)).isEqualTo(new Block.CheckRef("reached"));
  }

  @Test
  void a_mistake_is_told_with_line_and_column_and_what_was_meant() throws IOException {
    assertThat(mistakes("```runn ns1\nls\n```\n"))
        .singleElement()
        .asString()
        .startsWith("3:4: unknown block \"runn\"")
        .endsWith("did you mean \"run\"?");
    assertThat(mistakes("```run\nls\n```\n"))
        .containsExactly("3:4: write \"run NS\": the namespace whose terminal it is (host is one)");
    assertThat(mistakes("```run host\n\n```\n")).containsExactly("3:4: no command to run");
    assertThat(mistakes("```goto\n\n  node == a and bogus\n```\nText\n"))
        .singleElement()
        .asString()
        .startsWith("5:17: unknown word \"bogus\"");
    assertThat(mistakes("```goto\narp\n```\n"))
        .containsExactly("3:1: a paragraph that speaks of the event must follow");
    assertThat(mistakes("```check raeched\n```\n"))
        .containsExactly("3:4: checks.yaml has no check \"raeched\"; did you mean \"reached\"?");
    assertThat(mistakes("```output\nx\n```\n"))
        .containsExactly("3:4: output stands right after the run block that prints it");
    assertThat(mistakes("```focus\n```\n"))
        .singleElement()
        .asString()
        .startsWith("3:4: nothing to focus on");
    assertThat(mistakes("Use <kbd>F8\n"))
        .containsExactly("3:1: HTML is not read here (<kbd>); write Markdown");
  }

  @Test
  void a_question_without_exactly_one_right_answer_is_a_mistake() throws IOException {
    assertThat(mistakes("```question q\nWhy?\n- [ ] a :: no\n- [ ] b :: no\n```\n"))
        .singleElement()
        .asString()
        .startsWith("3:4: question q has 0 right of 2 answers");
    assertThat(mistakes("```question q\nWhy?\n- [x] a\n- [x] b\n```\n"))
        .singleElement()
        .asString()
        .startsWith("3:4: question q has 2 right of 2 answers");
    assertThat(mistakes("```question q\nWhy?\n- [x] a\n- [ ] b\n```\n"))
        .singleElement()
        .asString()
        .startsWith("6:1: a wrong answer needs a reply");
  }

  @Test
  void a_file_without_title_or_steps_says_so() throws IOException {
    assertThat(read("Text\n", Optional.empty()).problems())
        .extracting(each -> each.message())
        .containsExactly(
            "a walkthrough begins with its title: # Title",
            "no steps; each begins with ## and a heading");
  }

  @Test
  void a_translation_tells_its_own_text_and_falls_back_where_it_has_none() throws IOException {
    String english = "# T\n## One\nAlpha\n```run host\nls\n```\nBeta\n## Two\nGamma\n";
    String chinese = "# 题\n## 一\n甲\n```run host\nls\n```\n## 二\n丙\n";
    Walkthrough walkthrough = read(english, Optional.of(chinese));
    Lesson lesson = walkthrough.in(Locale.SIMPLIFIED_CHINESE).orElseThrow();

    assertThat(Span.text(lesson.title())).isEqualTo("题");
    List<Told> first = lesson.steps().getFirst().blocks();
    assertThat(first).extracting(told -> words(told.block())).containsExactly("甲", "", "Beta");
    assertThat(first).extracting(lesson::isForeign).containsExactly(false, false, true);
    assertThat(walkthrough.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.isError()).isFalse();
          assertThat(problem.message()).isEqualTo("no translation of the text at line 7");
        });
  }

  @Test
  void a_translation_must_do_the_same() throws IOException {
    String english = "# T\n## One\nAlpha\n```run host\nls\n```\n";
    String chinese = "# 题\n## 一\n甲\n```run host\nls -l\n```\n";
    Walkthrough walkthrough = read(english, Optional.of(chinese));

    assertThat(walkthrough.problems())
        .singleElement()
        .asString()
        .endsWith(
            "walkthrough.zh.md:4:1: \"run host: ls -l\" where the original has"
                + " \"run host: ls\" (line 4)");
    Lesson lesson = walkthrough.in(Locale.CHINESE).orElseThrow();
    assertThat(lesson.steps().getFirst().blocks()).allMatch(lesson::isForeign);
  }

  @Test
  void where_there_is_no_translation_every_block_is_foreign() throws IOException {
    Lesson lesson = read(WHOLE, Optional.empty()).in(Locale.CHINESE).orElseThrow();

    assertThat(lesson.introduction()).allMatch(lesson::isForeign);
  }

  @Test
  void dots_in_an_output_stand_for_any_lines() {
    Output output = Output.of("a\n...\nd  \n");

    assertThat(output.matches("a\nb\nc\nd\n")).isTrue();
    assertThat(output.matches("a\nd")).isTrue();
    assertThat(output.matches("a\nb\n")).isFalse();
    assertThat(output.matches("x\na\nd\n")).isFalse();
    assertThat(output.matches("a\nd\ne\n")).isFalse();
  }

  @Test
  void lines_of_chinese_are_joined_without_a_blank() throws IOException {
    Lesson lesson =
        read("# T\n## S\n主机查找路由，\n找到网桥。\n", Optional.empty()).in(Locale.ENGLISH).orElseThrow();

    assertThat(words(lesson.steps().getFirst().blocks().getFirst().block()))
        .isEqualTo("主机查找路由，找到网桥。");
  }

  private static String words(Block block) {
    return block instanceof Block.Text text && text.prose() instanceof Prose.Paragraph paragraph
        ? Span.text(paragraph.spans())
        : "";
  }
}
