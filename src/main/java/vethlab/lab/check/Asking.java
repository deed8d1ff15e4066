package vethlab.lab.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.lab.check.Check.Question;
import vethlab.lab.check.Network.Ran;
import vethlab.lab.check.Outcome.Remark;
import vethlab.op.Ns;
import vethlab.op.view.RouteAnswer;
import vethlab.op.view.RouteQuery;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Summary;
import vethlab.wire.pcapng.CapturedFrame;

/** Asks a network what a check wants to know. */
public final class Asking {
  private static final int MOST_SHOWN = 6;

  private final Network network;
  private final Answers answers;

  public Asking(Network network, Answers answers) {
    this.network = network;
    this.answers = answers;
  }

  /**
   * Whether a check holds, and what was seen if not.
   *
   * @throws IOException with a sentence where the network can't be asked
   */
  public Outcome ask(Check check) throws IOException {
    Question question = check.asks();
    Optional<Ns> missing = namespace(question).filter(ns -> !network.kernel().exists(ns));
    if (missing.isPresent()) {
      return Outcome.fails("no-namespace", missing.get());
    }
    return switch (question) {
      case Check.Reach reach -> reach(reach.probe());
      case Check.NoReach none -> noReach(none.probe());
      case Check.Way way -> way(way);
      case Check.Frames frames -> frames(frames);
      case Check.Table table -> table(table);
      case Check.Output output -> output(output);
      case Check.Answer answer -> answers.judge(check.id(), answer);
    };
  }

  private static Optional<Ns> namespace(Question question) {
    return switch (question) {
      case Check.Reach q -> Optional.of(q.probe().from());
      case Check.NoReach q -> Optional.of(q.probe().from());
      case Check.Way q -> Optional.of(q.probe().from());
      case Check.Frames q -> Optional.of(q.probe().from());
      case Check.Table q -> Optional.of(q.ns());
      case Check.Output q -> Optional.of(q.ns());
      case Check.Answer _ -> Optional.empty();
    };
  }

  // --- reachability ------------------------------------------------------------------------------

  private Outcome reach(Probe probe) throws IOException {
    Ran ran = network.run(probe.script());
    int answered = probe.answered(ran.printed());
    if (answered == probe.times()) {
      return Outcome.HOLDS;
    }
    List<Remark> seen = new ArrayList<>();
    seen.add(
        answered == 0
            ? Remark.of("reach.none", probe.from(), probe.target())
            : Remark.of("reach.some", probe.from(), probe.target(), answered, probe.times()));
    seen.addAll(obstacles(probe, ran));
    return new Outcome.Fails(seen);
  }

  private List<Remark> obstacles(Probe probe, Ran ran) {
    List<Remark> seen = new ArrayList<>();
    if (isWithoutRoute(probe.from(), probe.to())) {
      seen.add(Remark.of("no-route", probe.from(), probe.to()));
    }
    Obstacles.in(ran.steps()).forEach(step -> seen.add(new Remark.AtStep(step)));
    if (seen.isEmpty()) {
      seen.addAll(end(ran));
    }
    return seen;
  }

  /** Where no packet died: what came last, and what the program says of it. */
  private List<Remark> end(Ran ran) {
    List<Remark> seen = new ArrayList<>();
    Obstacles.last(ran.steps())
        .ifPresent(step -> {
          seen.add(new Remark.AtStep(step));
          if (step.after() instanceof Ipv4 packet && isWithoutRoute(step.ns(), packet.src())) {
            seen.add(Remark.of("no-route", step.ns(), packet.src()));
          }
        });
    complaint(ran.printed()).ifPresent(line -> seen.add(Remark.of("printed", line)));
    return seen;
  }

  private boolean isWithoutRoute(Ns from, Ip4 to) {
    RouteQuery query =
        new RouteQuery(
            to,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            0,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            false);
    return network.kernel().routeGet(from, query) instanceof RouteAnswer.Refused;
  }

  /** The line in which a program says what is wrong. */
  private static Optional<String> complaint(String printed) {
    List<String> lines = printed.lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.matches("(ping|nc|vethlab|bash|From|connect).*"))
        .reduce((first, second) -> second)
        .map(String::strip);
  }

  private Outcome noReach(Probe probe) throws IOException {
    Ran ran = network.run(probe.script());
    int answered = probe.answered(ran.printed());
    if (answered == 0) {
      return Outcome.HOLDS;
    }
    List<Remark> seen = new ArrayList<>();
    seen.add(Remark.of("no-reach", probe.from(), probe.target(), answered, probe.times()));
    Obstacles.gates(ran.steps()).forEach(step -> seen.add(new Remark.AtStep(step)));
    return new Outcome.Fails(seen);
  }

  // --- the way and the frames --------------------------------------------------------------------

  private Outcome way(Check.Way way) throws IOException {
    Ran ran = network.run(way.probe().script());
    int at = 0;
    for (StepFilter filter : way.passes()) {
      while (at < ran.steps().size() && !filter.matches(ran.steps().get(at))) {
        at++;
      }
      if (at == ran.steps().size()) {
        List<Remark> seen = new ArrayList<>();
        seen.add(Remark.of("way.misses", way.probe().from(), way.probe().target(), filter.text()));
        seen.addAll(obstacles(way.probe(), ran));
        return new Outcome.Fails(seen);
      }
      at++;
    }
    for (StepFilter filter : way.avoids()) {
      Optional<Step> step = ran.steps().stream().filter(filter::matches).findFirst();
      if (step.isPresent()) {
        return new Outcome.Fails(
            List.of(
                Remark.of("way.meets", way.probe().from(), way.probe().target(), filter.text()),
                new Remark.AtStep(step.get())));
      }
    }
    return Outcome.HOLDS;
  }

  private Outcome frames(Check.Frames frames) throws IOException {
    Ran ran = network.run(frames.probe().script());
    List<String> lines =
        ran.frames().frames().stream()
            .filter(frame -> frame.device().equals(frames.on()))
            .map(CapturedFrame::bytes)
            .map(Summary::of)
            .toList();
    List<Remark> seen = new ArrayList<>();
    for (String text : frames.texts().has()) {
      if (lines.stream().noneMatch(line -> line.contains(text))) {
        seen.add(Remark.of("frames.none", frames.on(), text));
        seen.add(saw("frames.saw", frames.on(), lines));
        seen.addAll(obstacles(frames.probe(), ran));
      }
    }
    for (String text : frames.texts().lacks()) {
      lines.stream()
          .filter(line -> line.contains(text))
          .findFirst()
          .ifPresent(line -> seen.add(Remark.of("frames.there", frames.on(), text, line)));
    }
    return seen.isEmpty() ? Outcome.HOLDS : new Outcome.Fails(List.copyOf(seen));
  }

  private static Remark saw(String key, String where, List<String> lines) {
    List<String> distinct =
        lines.stream().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (distinct.isEmpty()) {
      return Remark.of(key + "-nothing", where);
    }
    String more = distinct.size() > MOST_SHOWN ? "; …" : "";
    return Remark.of(
        key, where, String.join("; ", distinct.stream().limit(MOST_SHOWN).toList()) + more);
  }

  // --- tables and outputs ------------------------------------------------------------------------

  private Outcome table(Check.Table table) throws IOException {
    String where = table.ns() + " " + table.table().word();
    String command = Typed.in(table.ns(), table.table().command()) + " 2> /dev/null";
    List<String> rows =
        network.run(command).printed().lines().filter(row -> !row.isBlank()).toList();
    List<Remark> seen = new ArrayList<>();
    for (String wanted : table.rows().has()) {
      if (rows.stream().noneMatch(row -> holdsWords(row, wanted))) {
        seen.add(Remark.of("table.none", where, wanted));
        nearest(wanted, rows).ifPresent(row -> seen.add(Remark.of("table.nearest", row)));
      }
    }
    for (String unwanted : table.rows().lacks()) {
      rows.stream()
          .filter(row -> holdsWords(row, unwanted))
          .findFirst()
          .ifPresent(row -> seen.add(Remark.of("table.there", where, row.strip())));
    }
    return seen.isEmpty() ? Outcome.HOLDS : new Outcome.Fails(List.copyOf(seen));
  }

  /** Whether a row has all these words, in this order. */
  static boolean holdsWords(String row, String wanted) {
    List<String> words = words(row);
    int at = 0;
    for (String word : words(wanted)) {
      while (at < words.size() && !words.get(at).equals(word)) {
        at++;
      }
      if (at == words.size()) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static List<String> words(String row) {
    return List.of(row.strip().split("\\s+"));
  }

  /** The row that has most of the words, if it has half of them. */
  private static Optional<String> nearest(String wanted, List<String> rows) {
    List<String> words = words(wanted);
    String best = "";
    long most = 0;
    for (String row : rows) {
      List<String> has = words(row);
      long common = words.stream().filter(has::contains).count();
      if (common > most) {
        most = common;
        best = row.strip();
      }
    }
    return most * 2 >= words.size() ? Optional.of(best) : Optional.empty();
  }

  private Outcome output(Check.Output output) throws IOException {
    Ran ran = network.run(Typed.shell(output.ns(), output.run()));
    List<Remark> seen = new ArrayList<>();
    for (String text : output.texts().has()) {
      if (!ran.printed().contains(text)) {
        seen.add(Remark.of("output.none", output.run(), text));
      }
    }
    for (String text : output.texts().lacks()) {
      if (ran.printed().contains(text)) {
        seen.add(Remark.of("output.there", output.run(), text));
      }
    }
    output
        .matches()
        .filter(pattern -> !PatientText.finds(pattern, ran.printed()))
        .ifPresent(pattern -> seen.add(Remark.of("output.no-match", output.run(), pattern)));
    if (output.status().isPresent() && output.status().getAsInt() != ran.status()) {
      seen.add(Remark.of("output.status", output.run(), ran.status(), output.status().getAsInt()));
    }
    if (seen.isEmpty()) {
      return Outcome.HOLDS;
    }
    seen.add(saw("output.saw", output.run(), ran.printed().lines().toList()));
    Obstacles.in(ran.steps()).forEach(step -> seen.add(new Remark.AtStep(step)));
    return new Outcome.Fails(List.copyOf(seen));
  }
}
