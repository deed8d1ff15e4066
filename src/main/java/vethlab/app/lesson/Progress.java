package vethlab.app.lesson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody has done of a lesson.
 *
 * @param steps those that were played to their end, counted from 0
 * @param answers the answer chosen last, counted from 0, by question
 * @param checks those that have held once
 */
public record Progress(Set<Integer> steps, Map<String, Integer> answers, Set<String> checks) {
  public static final Progress NONE = new Progress(Set.of(), Map.of(), Set.of());

  Progress withStep(int step) {
    Set<Integer> more = new TreeSet<>(steps);
    more.add(step);
    return new Progress(more, answers, checks);
  }

  Progress withAnswer(String question, int choice) {
    Map<String, Integer> more = new LinkedHashMap<>(answers);
    more.put(question, choice);
    return new Progress(steps, more, checks);
  }

  Progress withCheck(String check) {
    Set<String> more = new TreeSet<>(checks);
    more.add(check);
    return new Progress(steps, answers, more);
  }

  /** The first step that is not done yet, 0 when none or all are. */
  public int next(int count) {
    int step = 0;
    while (steps.contains(step)) {
      step++;
    }
    return step < count ? step : 0;
  }
}
