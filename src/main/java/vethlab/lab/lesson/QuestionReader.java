package vethlab.lab.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.lesson.Block.Choice;
import vethlab.lab.lesson.Block.Grade;
import vethlab.lab.lesson.Block.Question;

/**
 * The inside of a question: what is asked, then answers as a list.
 *
 * <pre>
 * Who answers?
 * - [x] the host :: it owns the address
 * - [ ] nobody :: listen once more
 * </pre>
 */
final class QuestionReader {
  private static final String RIGHT = "- [x]";
  private static final String WRONG = "- [ ]";
  private static final String REPLY = "::";

  private final FencePlace place;
  private final StringBuilder asked = new StringBuilder();
  private final List<StringBuilder> answers = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();

  private QuestionReader(FencePlace place) {
    this.place = place;
  }

  static Optional<Question> read(String id, String body, FencePlace place) {
    return new QuestionReader(place).read(id, body);
  }

  private Optional<Question> read(String id, String body) {
    split(body);
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      choices.add(choice(answers.get(i).toString(), lines.get(i)));
    }
    long right = choices.stream().filter(each -> each.grade() == Grade.RIGHT).count();
    if (asked.toString().isBlank()) {
      place.error("question " + id + " asks nothing: its text comes before the answers");
      return Optional.empty();
    }
    if (right != 1 || choices.size() < 2) {
      place.error(
          "question "
              + id
              + " has "
              + right
              + " right of "
              + choices.size()
              + " answers; it needs one - [x] and at least one - [ ]");
      return Optional.empty();
    }
    return Optional.of(new Question(id, ProseReader.read(asked.toString()), List.copyOf(choices)));
  }

  /** A line that does not begin an answer goes on with the one before. */
  private void split(String body) {
    int number = 0;
    for (String line : body.lines().toList()) {
      if (line.startsWith("- [")) {
        answers.add(new StringBuilder(line));
        lines.add(number);
      } else if (answers.isEmpty()) {
        asked.append(line).append('\n');
      } else {
        answers.getLast().append(' ').append(line.strip());
      }
      number++;
    }
  }

  private Choice choice(String line, int number) {
    boolean right = line.startsWith(RIGHT);
    if (!right && !line.startsWith(WRONG)) {
      place.error(number, 0, "an answer begins with \"- [x]\" (right) or \"- [ ]\" (wrong)");
    }
    String rest = line.substring(Math.min(line.length(), WRONG.length()));
    int at = rest.indexOf(REPLY);
    String answer = at < 0 ? rest : rest.substring(0, at);
    String reply = at < 0 ? "" : rest.substring(at + REPLY.length());
    if (answer.isBlank()) {
      place.error(number, 0, "an answer without words");
    }
    if (!right && reply.isBlank()) {
      place.error(
          number, 0, "a wrong answer needs a reply: - [ ] the answer :: what is wrong with it");
    }
    return new Choice(
        right ? Grade.RIGHT : Grade.WRONG, ProseReader.line(answer), ProseReader.line(reply));
  }
}
