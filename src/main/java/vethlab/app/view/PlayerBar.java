package vethlab.app.view;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import vethlab.app.Actions;
import vethlab.app.Player;
import vethlab.app.Studio;
import vethlab.app.doc.Document;
import vethlab.app.model.PacketText;
import vethlab.app.theme.Theme;
import vethlab.sim.timeline.Breakpoint;
import vethlab.sim.timeline.Level;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepFilter;
import vethlab.sim.trace.Verdict;

/** Back, play, forward; how far a step goes; a slider over the whole run with marks. */
final class PlayerBar extends HBox {
  /** In less the number of the event is left out. */
  private static final double ROOM = 560;

  private static final int MOST_MARKS = 400;

  private final Studio studio;
  private final Button play;
  private final MenuButton level = new MenuButton();
  private final Pane track = new Pane();
  private final Canvas canvas = new Canvas();
  private final Label count = Parts.text("", "mono", "second");
  private final MenuButton speed = new MenuButton();
  private final BreakpointMenu breakpoints;

  PlayerBar(Studio studio, Actions actions) {
    this.studio = studio;
    getStyleClass().add("player");
    Button first = button(actions, "first", Icons.FIRST);
    Button back = button(actions, "previous", Icons.BACK);
    play = button(actions, "play", Icons.PLAY);
    play.getStyleClass().add("primary");
    Button next = button(actions, "next", Icons.NEXT);
    Button last = button(actions, "last", Icons.LAST);
    levels();
    speeds();
    breakpoints = new BreakpointMenu(studio, actions);
    count.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(track, Priority.ALWAYS);
    track.setMinWidth(80);
    track.setPrefHeight(26);
    track.setMaxHeight(26);
    track.getChildren().add(canvas);
    track.widthProperty().addListener((o, was, is) -> paint());
    track.setOnMousePressed(this::seek);
    track.setOnMouseDragged(this::seek);
    getChildren().addAll(first, back, play, next, last, level, breakpoints, track, count, speed);
    setMinWidth(0);
    count.managedProperty().bind(count.visibleProperty());
    count.visibleProperty().bind(widthProperty().greaterThan(ROOM));
    studio.listen(news -> show());
    show();
  }

  private static Button button(Actions actions, String id, String icon) {
    Actions.Action action = actions.get(id);
    return Parts.iconButton(icon, action.tip(), action.run());
  }

  private void levels() {
    level.getStyleClass().addAll("plain");
    level.setMinWidth(USE_PREF_SIZE);
    for (Level each : Level.values()) {
      MenuItem item = new MenuItem(word(each));
      item.setOnAction(e -> {
        studio.player().level(each);
        studio.tell(Studio.News.PLAYER);
      });
      level.getItems().add(item);
    }
  }

  private String word(Level each) {
    return studio.words().get("level." + each.name().toLowerCase(java.util.Locale.ROOT));
  }

  private void speeds() {
    speed.getStyleClass().addAll("icon-menu", "speed");
    speed.setMinWidth(38);
    speed.setTooltip(new Tooltip(studio.words().get("player.speed")));
    for (double each = Player.SLOWEST; each <= Player.FASTEST; each *= 2) {
      double pace = each;
      MenuItem item = new MenuItem(times(pace));
      item.setOnAction(e -> {
        studio.player().speed(pace);
        studio.tell(Studio.News.PLAYER);
      });
      speed.getItems().add(item);
    }
  }

  private static String times(double pace) {
    return pace == Math.rint(pace) ? (int) pace + "×" : pace + "×";
  }

  private void seek(MouseEvent e) {
    Document doc = studio.doc();
    double part = Math.max(0, Math.min(1, (e.getX() - 8) / Math.max(1, track.getWidth() - 16)));
    studio.player().play(false);
    doc.goToEvent((int) Math.round(part * doc.eventCount()));
  }

  private void show() {
    if (studio.document().isEmpty()) {
      return;
    }
    boolean playing = studio.player().isPlaying() || studio.runner().isRunning();
    play.setGraphic(Parts.icon(playing ? Icons.PAUSE : Icons.PLAY));
    level.setText(studio.words().get("player.step", word(studio.player().level())));
    speed.setText(times(studio.player().speed()));
    breakpoints.show(studio.doc().timeline().breakpoints());
    Document doc = studio.doc();
    count.setText(doc.eventsHere() + " / " + doc.eventCount());
    paint();
  }

  private void paint() {
    if (studio.document().isEmpty() || track.getWidth() < 20) {
      return;
    }
    canvas.setWidth(track.getWidth());
    canvas.setHeight(26);
    GraphicsContext g = canvas.getGraphicsContext2D();
    Theme theme = studio.theme();
    Document doc = studio.doc();
    double width = track.getWidth() - 16;
    int total = doc.eventCount();
    double here = total == 0 ? 0 : doc.eventsHere() / (double) total;
    g.clearRect(0, 0, canvas.getWidth(), 26);
    g.setFill(Color.web(theme.line()));
    g.fillRoundRect(8, 10, width, 6, 6, 6);
    g.setFill(Color.web(theme.accent()));
    g.fillRoundRect(8, 10, width * here, 6, 6, 6);
    marks(g, doc, width, total);
    g.setFill(Color.web(theme.panel()));
    g.fillOval(8 + width * here - 7, 6, 14, 14);
    g.setStroke(Color.web(theme.accent()));
    g.setLineWidth(2);
    g.strokeOval(8 + width * here - 6, 7, 12, 12);
  }

  /** Where an exchange begins, where NAT rewrites, where a packet dies. */
  private void marks(GraphicsContext g, Document doc, double width, int total) {
    int drawn = 0;
    List<Breakpoint> stops = doc.timeline().breakpoints();
    String before = "";
    int first = (int) doc.timeline().firstKept();
    for (int i = first; i < total && i < first + 20_000 && drawn < MOST_MARKS; i++) {
      Step step = doc.event(i);
      String protocol = PacketText.protocol(step.after());
      boolean died = step.verdict() instanceof Verdict.Dropped;
      boolean nat = StepFilter.isNat(step);
      if (died || nat || !protocol.equals(before) && !protocol.isEmpty()) {
        double x = Math.round(8 + width * (i + 1) / total);
        if (died) {
          cross(g, x);
        } else if (nat) {
          diamond(g, x);
        } else {
          g.setFill(Color.web(Theme.protocol(protocol)));
          g.fillRect(x - 1, 6, 2, 14);
        }
        drawn++;
      }
      if (stops.stream().anyMatch(stop -> stop.hit(step))) {
        g.setFill(Color.web(Theme.DROP));
        g.fillOval(8 + width * (i + 1) / total - 2.5, 20.5, 5, 5);
        drawn++;
      }
      before = protocol;
    }
  }

  private static void cross(GraphicsContext g, double x) {
    g.setStroke(Color.web(Theme.DROP));
    g.setLineWidth(2);
    g.strokeLine(x - 3.5, 9.5, x + 3.5, 16.5);
    g.strokeLine(x - 3.5, 16.5, x + 3.5, 9.5);
  }

  private void diamond(GraphicsContext g, double x) {
    g.setFill(Color.web(studio.theme().accent()));
    g.setStroke(Color.web(studio.theme().panel()));
    g.setLineWidth(1);
    double[] xs = {x - 5, x, x + 5, x};
    double[] ys = {13, 8, 13, 18};
    g.fillPolygon(xs, ys, 4);
    g.strokePolygon(xs, ys, 4);
  }
}
