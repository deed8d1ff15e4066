package vethlab.lab.lesson;

import java.util.List;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/** A part of a lesson: text, or something live. */
public sealed interface Block {

  /** A paragraph, a list, a heading: one block of Markdown. */
  record Text(Prose prose) implements Block {}

  /** What the reader should look at. */
  record Focus(List<Node> nodes, List<Ns> open) implements Block {}

  /**
   * A namespace, or a link of one.
   *
   * @param device absent: the whole namespace
   */
  record Node(Ns ns, Optional<String> device) {
    @Override
    public String toString() {
      return device.map(name -> ns + "/" + name).orElse(ns.toString());
    }
  }

  /**
   * Commands for the terminal of a namespace.
   *
   * @param output what they print, where the lesson shows it
   */
  record Run(Ns ns, List<String> commands, Optional<Output> output) implements Block {}

  /** To the first event that matches after the last one gone to, or after the last command. */
  record Goto(StepFilter filter) implements Block {}

  record Question(String id, List<Prose> asked, List<Choice> choices) implements Block {

    /** The place of the right one. */
    public int right() {
      for (int i = 0; i < choices.size(); i++) {
        if (choices.get(i).grade() == Grade.RIGHT) {
          return i;
        }
      }
      throw new IllegalStateException("no right answer");
    }
  }

  /**
   * @param reply what is said to who chooses it: why it is right, or what is wrong about it
   */
  record Choice(Grade grade, List<Span> answer, List<Span> reply) {}

  enum Grade {
    RIGHT,
    WRONG
  }

  /** The check of that name in checks.yaml. */
  record CheckRef(String id) implements Block {}

  /** Shown when asked for. */
  record Hint(List<Prose> says) implements Block {}
}
