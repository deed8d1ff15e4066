package vethlab.app.lesson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.app.doc.Document;
import vethlab.lab.LabFolder;
import vethlab.lab.check.Answers;
import vethlab.lab.check.Check;
import vethlab.lab.check.CheckSentences;
import vethlab.lab.check.LabChecks;
import vethlab.lab.check.LiveAsking;
import vethlab.lab.check.Outcome;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.LessonStep.Told;
import vethlab.sim.World;

/**
 * What a lesson asks of its reader: questions, checks, hints, and what of it is done. A check is
 * asked of the network at the moment shown, on a copy of it; once it has held it stays done.
 */
public final class Exercises {
  private final Document document;
  private final ProgressStore store;
  private final Map<String, Check> checks = new LinkedHashMap<>();
  private final Map<String, Outcome> outcomes = new HashMap<>();
  private final Map<Integer, Integer> hints = new HashMap<>();
  private final Answers answers;
  private Progress progress;
  private Optional<IOException> trouble = Optional.empty();
  private long asked = -1;

  public Exercises(Document document, LabFolder folder, ProgressStore store) {
    this.document = document;
    this.store = store;
    LabChecks read = LabChecks.read(folder, folder.read().lab());
    read.checks().forEach(check -> checks.put(check.id(), check));
    answers = read.answers();
    progress = store.read();
  }

  public Progress progress() {
    return progress;
  }

  /** Why progress could not be remembered, if it could not. */
  public Optional<IOException> trouble() {
    return trouble;
  }

  private void progress(Progress now) {
    if (!now.equals(progress)) {
      progress = now;
      try {
        store.write(now);
      } catch (IOException e) {
        trouble = Optional.of(e);
      }
    }
  }

  /** Everything as on the first day. */
  public void reset() {
    progress = Progress.NONE;
    hints.clear();
    outcomes.clear();
    asked = -1;
    try {
      store.reset();
    } catch (IOException e) {
      trouble = Optional.of(e);
    }
  }

  /** Steps that lie behind the reader are done; the last one when its last stop is reached. */
  public void passed(LessonRun run) {
    int here = run.stop().place().step();
    int done = run.isLast() ? here + 1 : here;
    Progress now = progress;
    for (int step = 0; step < done; step++) {
      now = now.withStep(step);
    }
    progress(now);
  }

  // --- questions -------------------------------------------------------------------------------

  /** The answer chosen last, if one was. */
  public OptionalInt chosen(String question) {
    Integer choice = progress.answers().get(question);
    return choice == null ? OptionalInt.empty() : OptionalInt.of(choice);
  }

  public void choose(Block.Question question, int choice) {
    if (choice >= 0 && choice < question.choices().size()) {
      progress(progress.withAnswer(question.id(), choice));
    }
  }

  public boolean isAnswered(Block.Question question) {
    OptionalInt chosen = chosen(question.id());
    return chosen.isPresent() && chosen.getAsInt() == question.right();
  }

  // --- hints -----------------------------------------------------------------------------------

  /** How many hints of a step are shown. */
  public int hintsShown(int step) {
    return hints.getOrDefault(step, 0);
  }

  public void hint(int step) {
    hints.merge(step, 1, Integer::sum);
  }

  // --- checks ----------------------------------------------------------------------------------

  public boolean isDone(String check) {
    return progress.checks().contains(check);
  }

  /** Whether every check has held. */
  public boolean isSolved() {
    return !checks.isEmpty() && progress.checks().containsAll(checks.keySet());
  }

  /** What a check is about. */
  public String says(String check, Locale locale) {
    return Optional.ofNullable(checks.get(check)).map(c -> c.say().in(locale)).orElse(check);
  }

  /** What was seen when a check was asked last and did not hold. */
  public List<String> seen(String check, Locale locale) {
    CheckSentences sentences = CheckSentences.in(locale);
    return outcomes.get(check) instanceof Outcome.Fails fails
        ? fails.seen().stream().map(sentences::text).toList()
        : List.of();
  }

  /**
   * Asks the checks of a step that are not done yet, unless nothing has changed since they were
   * asked last.
   *
   * @return whether anything is known that was not
   */
  public boolean ask(Lesson lesson, int step) {
    long moment = 31 * document.timeline().position() + 7 * document.doings() + step;
    if (moment == asked) {
      return false;
    }
    asked = moment;
    boolean news = false;
    for (String id : checksOf(lesson, step)) {
      if (!isDone(id) && checks.containsKey(id)) {
        ask(checks.get(id));
        news = true;
      }
    }
    return news;
  }

  private static List<String> checksOf(Lesson lesson, int step) {
    List<String> ids = new ArrayList<>();
    for (Told told : lesson.steps().get(step).blocks()) {
      if (told.block() instanceof Block.CheckRef check) {
        ids.add(check.id());
      }
    }
    return ids;
  }

  /**
   * The network, where a packet in the middle of a namespace has come to the end of its way there.
   */
  private World between() {
    World world = document.timeline().world();
    if (!world.midway()) {
      return world;
    }
    World copy = world.copy();
    while (copy.midway() && copy.halted().isEmpty()) {
      copy.step();
    }
    return copy;
  }

  private void ask(Check check) {
    Outcome outcome = LiveAsking.ask(check, between(), answers);
    outcomes.put(check.id(), outcome);
    if (outcome.holds()) {
      progress(progress.withCheck(check.id()));
    }
  }
}
