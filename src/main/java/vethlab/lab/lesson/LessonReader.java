package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.lab.yaml.Problems;

/** A walkthrough's Markdown as a {@link Lesson}; every mistake is told with its place. */
final class LessonReader {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final Locale language;
  private final Problems problems;
  private final LiveBlocks live;
  private final List<LessonStep> steps = new ArrayList<>();
  private Optional<List<Span>> title = Optional.empty();
  private List<Told> introduction = List.of();
  private Optional<List<Span>> heading = Optional.empty();
  private List<Told> blocks = new ArrayList<>();

  private LessonReader(Locale language, Set<String> checks, Problems problems) {
    this.language = language;
    this.problems = problems;
    live = new LiveBlocks(checks);
  }

  /**
   * @param checks the ids of checks.yaml
   */
  static Lesson read(String text, Locale language, Set<String> checks, Problems problems) {
    return new LessonReader(language, checks, problems).read(text);
  }

  private Lesson read(String text) {
    for (Node node : ProseReader.children(PARSER.parse(text))) {
      block(node);
    }
    endStep();
    if (title.isEmpty()) {
      problems.error(1, 1, "a walkthrough begins with its title: # Title");
    }
    if (steps.isEmpty()) {
      problems.error(1, 1, "no steps; each begins with ## and a heading");
    }
    return new Lesson(language, title.orElse(List.of()), introduction, List.copyOf(steps));
  }

  private void block(Node node) {
    switch (node) {
      case Heading h when h.getLevel() == 1 -> title(h);
      case Heading h when h.getLevel() == 2 -> {
        endStep();
        heading = Optional.of(ProseReader.spans(h));
      }
      case FencedCodeBlock fence when !LiveBlocks.isListing(fence.getInfo()) -> fence(fence);
      case HtmlBlock html when html.getLiteral().startsWith("<!--") -> {}
      default -> {
        refuseForeign(node);
        ProseReader.of(node).ifPresent(prose -> add(node, new Block.Text(prose)));
      }
    }
  }

  /** Tells what a player could not show. */
  private void refuseForeign(Node node) {
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            error(node, "HTML is not read here; write Markdown");
          }

          @Override
          public void visit(HtmlInline html) {
            error(node, "HTML is not read here (" + html.getLiteral() + "); write Markdown");
          }

          @Override
          public void visit(Image image) {
            error(node, "images are not shown; the drawing is beside the text");
          }
        });
  }

  private void title(Heading node) {
    if (title.isPresent() || heading.isPresent()) {
      error(node, "the title is there already; a step begins with ##");
      return;
    }
    title = Optional.of(ProseReader.spans(node));
  }

  private void endStep() {
    for (int i = 0; i < blocks.size(); i++) {
      List<Told> rest = blocks.subList(i + 1, blocks.size());
      if (blocks.get(i).block() instanceof Block.Goto && !isTold(rest)) {
        problems.error(blocks.get(i).line(), 1, "a paragraph that speaks of the event must follow");
      }
    }
    List<Told> done = List.copyOf(blocks);
    heading.ifPresentOrElse(
        words -> steps.add(new LessonStep(words, done)), () -> introduction = done);
    blocks = new ArrayList<>();
  }

  private static boolean isTold(List<Told> after) {
    return after.stream().anyMatch(told -> told.block() instanceof Block.Text);
  }

  private void fence(FencedCodeBlock node) {
    Integer length = node.getOpeningFenceLength();
    FencePlace place =
        new FencePlace(problems, line(node), column(node), length == null ? 3 : length);
    String info = node.getInfo();
    if (!LiveBlocks.isLive(info)) {
      place.error(LiveBlocks.unknown(info));
    } else if (LiveBlocks.isOutput(info)) {
      output(node.getLiteral(), place);
    } else {
      live.read(info, node.getLiteral(), place).ifPresent(block -> add(node, block));
    }
  }

  private void output(String text, FencePlace place) {
    Optional<Told> before = blocks.isEmpty() ? Optional.empty() : Optional.of(blocks.getLast());
    if (before.isEmpty()
        || !(before.get().block() instanceof Block.Run run)
        || run.output().isPresent()) {
      place.error("output stands right after the run block that prints it");
      return;
    }
    Block.Run with = new Block.Run(run.ns(), run.commands(), Optional.of(Output.of(text)));
    blocks.set(blocks.size() - 1, new Told(language, before.get().line(), with));
  }

  private void add(Node at, Block block) {
    blocks.add(new Told(language, line(at), block));
  }

  private void error(Node at, String message) {
    problems.error(line(at), column(at), message);
  }

  private static int line(Node node) {
    return span(node).map(span -> span.getLineIndex() + 1).orElse(0);
  }

  private static int column(Node node) {
    return span(node).map(span -> span.getColumnIndex() + 1).orElse(1);
  }

  private static Optional<SourceSpan> span(Node node) {
    return node.getSourceSpans().stream().findFirst();
  }
}
