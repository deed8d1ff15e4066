package vethlab.app;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import vethlab.app.scene.Item;
import vethlab.op.Ns;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.timeline.Level;
import vethlab.sim.trace.Step;

/** What walks in time, and what makes packets move. */
final class PlayActions extends ActionGroup {
  PlayActions(VethlabWindow window) {
    super(window);
  }

  @Override
  void addTo(Actions all) {
    all.group("time")
        .add("next", inDocument(() -> step(studio.player().level())), Actions.key(KeyCode.F8))
        .add("step-into", inDocument(() -> step(Level.LOOKUP)), Actions.key(KeyCode.F7))
        .add(
            "step-out",
            inDocument(() -> step(Level.NAMESPACE)),
            Actions.key(KeyCode.F8, Actions.SHIFT))
        .add("continue", inDocument(this::toBreakpoint), Actions.key(KeyCode.F9))
        .add(
            "previous",
            inDocument(() -> back(studio.player().level())),
            Actions.key(KeyCode.F7, Actions.SHIFT))
        .add(
            "back-to-breakpoint",
            inDocument(this::backToBreakpoint),
            Actions.key(KeyCode.F9, Actions.SHIFT))
        .add("to-here", inDocument(this::toSelection), Actions.key(KeyCode.F9, Actions.ALT))
        .add("previous-event", inDocument(() -> jump(-1)), Actions.key(KeyCode.COMMA))
        .add("next-event", inDocument(() -> jump(1)), Actions.key(KeyCode.PERIOD))
        .add("first", inDocument(() -> toEvent(0)), Actions.key(KeyCode.HOME))
        .add("last", inDocument(() -> toEvent(studio.doc().eventCount())), Actions.key(KeyCode.END))
        .add(
            "breakpoint", inDocument(this::toggleBreakpoint), Actions.key(KeyCode.F8, Actions.CTRL))
        .add("play", inDocument(this::playOrPause), Actions.key(KeyCode.P))
        .add("slower", inDocument(() -> speed(0.5)), Actions.key(KeyCode.OPEN_BRACKET))
        .add("faster", inDocument(() -> speed(2)), Actions.key(KeyCode.CLOSE_BRACKET))
        .add("reset", inDocument(() -> toEvent(0)), Actions.key(KeyCode.R, Actions.CTRL))
        .add(
            "lesson-next",
            inDocument(() -> window.view().lesson(1)),
            Actions.key(KeyCode.PAGE_DOWN))
        .add(
            "lesson-back", inDocument(() -> window.view().lesson(-1)), Actions.key(KeyCode.PAGE_UP))
        .add(
            "follow",
            inDocument(() -> window.view().follow()),
            Actions.key(KeyCode.F, Actions.CTRL, Actions.SHIFT))
        .add("ping", probe(Probes.Kind.PING), Actions.key(KeyCode.ENTER, Actions.CTRL))
        .add(
            "traceroute",
            probe(Probes.Kind.TRACEROUTE),
            Actions.key(KeyCode.ENTER, Actions.CTRL, Actions.SHIFT))
        .add("probe-tcp", probe(Probes.Kind.TCP))
        .add("probe-udp", probe(Probes.Kind.UDP))
        .add("terminal", inDocument(this::terminal), Actions.key(KeyCode.BACK_QUOTE, Actions.CTRL));
  }

  private void step(Level level) {
    studio.player().play(false);
    if (studio.runner().isRunning()) {
      studio.runner().stop();
    }
    studio.doc().forward(level);
    follow();
  }

  private void back(Level level) {
    studio.player().play(false);
    studio.doc().back(level);
    follow();
  }

  /** Stepping looks at the packet. */
  private void follow() {
    studio.tell(Studio.News.PLAYER);
  }

  private void jump(int by) {
    toEvent(studio.doc().eventsHere() + by);
  }

  private void toEvent(int event) {
    studio.player().play(false);
    studio.doc().goToEvent(Math.max(0, Math.min(studio.doc().eventCount(), event)));
    studio.tell(Studio.News.PLAYER);
  }

  private void toBreakpoint() {
    if (studio.runner().isRunning()) {
      studio.runner().stop();
    } else {
      studio.player().play(false);
      studio.runner().goOn();
    }
    follow();
  }

  /** To the last event before this one at which a breakpoint stops. */
  private void backToBreakpoint() {
    List<Breakpoint> all = studio.doc().timeline().breakpoints();
    for (int i = studio.doc().eventsHere() - 2; i >= studio.doc().timeline().firstKept(); i--) {
      Step step = studio.doc().event(i);
      if (all.stream().anyMatch(breakpoint -> breakpoint.hit(step))) {
        toEvent(i + 1);
        follow();
        return;
      }
    }
    studio.message(studio.words().get("message.no-breakpoint"));
  }

  /** To the next event at what is chosen. */
  private void toSelection() {
    List<Breakpoint> places =
        studio.selection().stream().flatMap(item -> at(item).stream()).toList();
    if (places.isEmpty()) {
      studio.message(studio.words().get("message.choose-place"));
    } else {
      studio.player().play(false);
      studio.runner().goOnTo(places);
      follow();
    }
  }

  private static Optional<Breakpoint> at(Item item) {
    return switch (item) {
      case Item.Namespace n -> Optional.of(new Breakpoint.AtNode(n.ns()));
      case Item.Device d -> Optional.of(at(d.ns(), d.name()));
      case Item.Port p -> Optional.of(at(p.ns(), p.name()));
      case Item.Link l -> Optional.of(at(l.a().ns(), l.a().name()));
      case Item.Note n -> Optional.empty();
    };
  }

  private static Breakpoint at(Ns ns, String device) {
    return new Breakpoint.AtInterface(ns, device, Breakpoint.Direction.BOTH);
  }

  private void toggleBreakpoint() {
    List<Breakpoint> all = studio.doc().timeline().breakpoints();
    for (Item item : studio.selection()) {
      at(item)
          .ifPresent(breakpoint -> {
            boolean gone = all.remove(breakpoint);
            if (!gone) {
              all.add(breakpoint);
            }
            String key = gone ? "message.breakpoint-gone" : "message.breakpoint-set";
            studio.note(studio.words().get(key, window.drawing().nameOf(item).orElse("")));
          });
    }
    studio.tell(Studio.News.PLAYER);
  }

  private void playOrPause() {
    if (studio.runner().isRunning()) {
      studio.runner().stop();
    } else if (!studio.player().isPlaying()
        && studio.doc().eventsHere() >= studio.doc().eventCount()) {
      studio.doc().goToEvent(0);
      studio.player().play(true);
    } else {
      studio.player().play(!studio.player().isPlaying());
    }
    studio.tell(Studio.News.PLAYER);
  }

  private void speed(double factor) {
    studio.player().speed(studio.player().speed() * factor);
    studio.tell(Studio.News.PLAYER);
  }

  private Runnable probe(Probes.Kind kind) {
    return inDocument(() -> new Probes(studio).betweenSelected(kind));
  }

  private void terminal() {
    Ns ns =
        studio.selection().stream()
            .findFirst()
            .flatMap(Item::owner)
            .or(() -> studio.doc().scene().nodes().stream().findFirst().map(n -> n.ns()))
            .orElse(Ns.HOST);
    studio.showTerminal(ns);
    window.view().focusTerminal();
  }
}
