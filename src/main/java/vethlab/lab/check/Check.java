package vethlab.lab.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import vethlab.op.Ns;
import vethlab.sim.trace.StepFilter;

/**
 * One entry of checks.yaml.
 *
 * @param id once in the file
 * @param say what it is about, for people
 * @param line where it stands, counted from 1
 */
public record Check(String id, Words say, Moment when, Question asks, int line) {

  /** A text in English, and in Chinese where its author gave one. */
  public record Words(String english, Optional<String> chinese) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? chinese.orElse(english) : english;
    }
  }

  /** Which state of the network is asked. */
  public enum Moment {
    /** As lab.yaml makes it. */
    BUILT,
    /** After the session's commands. */
    AFTER_SESSION
  }

  /** What holds or not. */
  public sealed interface Question {}

  public record Reach(Probe probe) implements Question {}

  public record NoReach(Probe probe) implements Question {}

  /** The way of a probe, step by step. */
  public record Way(Probe probe, List<StepFilter> passes, List<StepFilter> avoids)
      implements Question {}

  /**
   * What crosses an interface during a probe.
   *
   * @param on NS/IFNAME, as captures name it
   */
  public record Frames(Probe probe, String on, Texts texts) implements Question {}

  public record Table(Ns ns, TableKind table, Texts rows) implements Question {}

  public record Output(
      Ns ns, String run, Texts texts, Optional<Pattern> matches, OptionalInt status)
      implements Question {}

  public record Answer(Words question, List<String> right) implements Question {}

  /** What must be there and what must not. */
  public record Texts(List<String> has, List<String> lacks) {}
}
