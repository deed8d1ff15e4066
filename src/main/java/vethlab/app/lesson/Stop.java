package vethlab.app.lesson;

import java.util.ArrayList;
import java.util.List;
import vethlab.lab.lesson.Block;
import vethlab.lab.lesson.Lesson;
import vethlab.lab.lesson.LessonStep.Told;

/** A place of a lesson where next and back halt. */
public sealed interface Stop {
  Place place();

  /** A step begins. */
  record Heading(Place place) implements Stop {}

  /** Commands are typed. */
  record Command(Place place, Block.Run run) implements Stop {}

  /** An event is looked at. */
  record Event(Place place, Block.Goto go) implements Stop {}

  /**
   * Some blocks of a step.
   *
   * @param from the first one, from 0
   * @param to the one after the last
   * @param marked the one that speaks of the moment; {@code to} where none does
   */
  record Place(int step, int from, int to, int marked) {
    public boolean has(int block) {
      return block >= from && block < to;
    }
  }

  /** All stops of a lesson, in order; the same ones in each language. */
  static List<Stop> of(Lesson lesson) {
    List<Stop> stops = new ArrayList<>();
    for (int step = 0; step < lesson.steps().size(); step++) {
      List<Block> blocks = lesson.steps().get(step).blocks().stream().map(Told::block).toList();
      int end = next(blocks, 0);
      stops.add(new Heading(new Place(step, 0, end, text(blocks, 0, end))));
      while (end < blocks.size()) {
        int from = end;
        end = next(blocks, from + 1);
        stops.add(
            switch (blocks.get(from)) {
              case Block.Run run -> new Command(new Place(step, from, end, from), run);
              case Block.Goto go ->
                  new Event(new Place(step, from, end, text(blocks, from, end)), go);
              default -> throw new IllegalStateException("no stop: " + blocks.get(from));
            });
      }
    }
    return List.copyOf(stops);
  }

  private static int next(List<Block> blocks, int from) {
    int at = from;
    while (at < blocks.size()
        && !(blocks.get(at) instanceof Block.Run)
        && !(blocks.get(at) instanceof Block.Goto)) {
      at++;
    }
    return at;
  }

  private static int text(List<Block> blocks, int from, int to) {
    int at = from;
    while (at < to && !(blocks.get(at) instanceof Block.Text)) {
      at++;
    }
    return at;
  }
}
