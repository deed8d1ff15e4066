package vethlab.app.scene;

import java.util.Map;
import java.util.Set;
import vethlab.app.scene.Scene.Box;
import vethlab.op.Ns;

/**
 * Room for a namespace's inside: an opened one grows and pushes what lies right of it and below it
 * aside; the layout is not touched, so closing it puts everything back.
 */
final class Opened {
  static final double WIDTH = 420;
  static final double HEIGHT = 452;

  /** Width of the column that shows the way, measured from the right border. */
  static final double WAY = 272;

  private Opened() {}

  static void makeRoom(Map<Ns, Box> boxes, Set<Ns> open) {
    for (Ns ns : open) {
      Box before = boxes.get(ns);
      if (before != null) {
        double extra = Math.max(0, before.width() - 190);
        Box after =
            new Box(
                before.x(),
                before.y(),
                Math.max(before.width(), WIDTH + extra),
                Math.max(before.height(), HEIGHT));
        boxes.replaceAll((other, box) -> other.equals(ns) ? after : pushed(box, before, after));
      }
    }
  }

  private static Box pushed(Box box, Box before, Box after) {
    double dx = box.x() >= before.right() - 1 ? after.width() - before.width() : 0;
    boolean below = box.y() >= before.bottom() - 1;
    boolean under = box.right() > before.x() && box.x() < after.right();
    double dy = dx == 0 && below && under ? after.height() - before.height() : 0;
    return new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
  }

  /** Where the way through an opened namespace is drawn. */
  static Box way(Box box) {
    return new Box(box.right() - WAY, box.y() + Metrics.HEAD, WAY, box.height() - Metrics.HEAD);
  }
}
