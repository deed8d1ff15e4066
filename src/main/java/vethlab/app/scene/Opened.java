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
  static final double HEIGHT = 508;

  /** Width of the column that shows the way. */
  static final double WAY = 320;

  /** Between what is in a namespace and the way through it. */
  static final double GAP = 18;

  private Opened() {}

  /**
   * @param rooms what each namespace needs beside the way
   */
  static void makeRoom(Map<Ns, Box> boxes, Set<Ns> open, Map<Ns, Room> rooms) {
    for (Ns ns : open) {
      Box before = boxes.get(ns);
      if (before != null) {
        Room room = rooms.get(ns);
        double width = room.left() + room.inner() + GAP + WAY + room.right();
        Box after =
            new Box(
                before.x(),
                before.y(),
                Math.max(before.width(), width),
                Math.max(before.height(), HEIGHT));
        boxes.replaceAll((other, box) -> other.equals(ns) ? after : pushed(box, before, after));
      }
    }
  }

  /**
   * What stands in a namespace.
   *
   * @param left width of the labels at its left border, {@code right} at the other one
   * @param inner width of its devices
   */
  record Room(double left, double right, double inner) {}

  private static Box pushed(Box box, Box before, Box after) {
    double dx = box.x() >= before.right() - 1 ? after.width() - before.width() : 0;
    boolean below = box.y() >= before.bottom() - 1;
    boolean under = box.right() > before.x() && box.x() < after.right();
    double dy = dx == 0 && below && under ? after.height() - before.height() : 0;
    return new Box(box.x() + dx, box.y() + dy, box.width(), box.height());
  }

  /** Where the way through an opened namespace is drawn: left of the labels at the right. */
  static Box way(Box box, Room room) {
    double x = box.right() - room.right() - WAY;
    return new Box(x, box.y() + Metrics.HEAD, WAY, box.height() - Metrics.HEAD);
  }
}
