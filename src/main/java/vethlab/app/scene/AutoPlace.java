package vethlab.app.scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vethlab.app.scene.Scene.End;
import vethlab.lab.Layout.Place;
import vethlab.op.Ns;

/**
 * Places for namespaces that have none: columns by their distance from the host, the outside world
 * to the right, what is already placed stays.
 */
final class AutoPlace {
  private static final double COLUMN_GAP = 90;
  private static final double ROW_GAP = 40;

  /** The most namespaces in a column. */
  private static final int ROWS = 9;

  /** The most leaves of a hub that stand in one column. */
  private static final int MOST_LEAVES = 6;

  /** The most a hub grows to. */
  private static final double TALLEST = 900;

  private AutoPlace() {}

  static Map<Ns, Place> missing(
      Map<Ns, double[]> sizes, Map<Ns, Place> found, Map<End, End> peers) {
    Map<Ns, Place> places = new LinkedHashMap<>(found);
    if (places.keySet().containsAll(sizes.keySet())) {
      return places;
    }
    Map<Ns, List<Ns>> near = near(sizes, peers);
    Map<Ns, Star> stars = stars(near, sizes, places);
    Map<Ns, double[]> shapes = new LinkedHashMap<>(sizes);
    stars.forEach((hub, star) -> {
      shapes.put(hub, new double[] {star.width(), star.height()});
      shapes.keySet().removeAll(star.left());
      shapes.keySet().removeAll(star.right());
    });
    List<List<Ns>> columns =
        columns(near(shapes, peers)).stream().flatMap(AutoPlace::pieces).toList();
    double x = 40;
    double tallest = 0;
    for (List<Ns> column : columns) {
      tallest = Math.max(tallest, height(column, shapes));
    }
    for (List<Ns> column : columns) {
      double y = 60 + (tallest - height(column, shapes)) / 2;
      double widest = 0;
      for (Ns ns : column) {
        double[] size = shapes.get(ns);
        if (stars.containsKey(ns)) {
          places.putAll(stars.get(ns).at(snap(x), snap(y)));
        } else if (!places.containsKey(ns)) {
          double top = beyond(ns, near, stars, places).orElse(snap(y));
          places.put(ns, place(snap(x), top, size, places, shapes, near.get(ns)));
        }
        y += size[1] + ROW_GAP;
        widest = Math.max(widest, size[0]);
      }
      x += widest + COLUMN_GAP;
    }
    return places;
  }

  // --- stars -----------------------------------------------------------------------------------

  /** What has more leaves than stand in a column beside it. */
  private static Map<Ns, Star> stars(
      Map<Ns, List<Ns>> near, Map<Ns, double[]> sizes, Map<Ns, Place> placed) {
    Map<Ns, Star> stars = new LinkedHashMap<>();
    near.forEach((hub, around) -> {
      List<Ns> leaves =
          around.stream()
              .filter(ns -> near.get(ns).size() == 1 && !ns.isHost() && !Held.isOutside(ns))
              .toList();
      List<Ns> others = around.stream().filter(ns -> !leaves.contains(ns)).toList();
      boolean free = !placed.containsKey(hub) && leaves.stream().noneMatch(placed::containsKey);
      if (free && leaves.size() > MOST_LEAVES) {
        stars.put(hub, star(hub, leaves, others, sizes));
      }
    });
    return stars;
  }

  /** Leaves on both sides, unless there is much else that it leads to. */
  private static Star star(Ns hub, List<Ns> leaves, List<Ns> others, Map<Ns, double[]> sizes) {
    if (others.size() > 1) {
      return new Star(hub, leaves, List.of(), 0, sizes);
    }
    int half = (leaves.size() + 1) / 2;
    double above = others.stream().mapToDouble(ns -> Star.below(sizes.get(ns)[1])).sum();
    return new Star(
        hub, leaves.subList(0, half), leaves.subList(half, leaves.size()), above, sizes);
  }

  /** What lies beyond a star stands level with its hub: its link passes above the leaves. */
  private static Optional<Double> beyond(
      Ns ns, Map<Ns, List<Ns>> near, Map<Ns, Star> stars, Map<Ns, Place> places) {
    return near.get(ns).stream()
        .filter(hub -> stars.containsKey(hub) && stars.get(hub).above() > 0)
        .filter(places::containsKey)
        .map(hub -> places.get(hub).y())
        .findFirst();
  }

  // --- columns ---------------------------------------------------------------------------------

  /** A hub reaches as far as what hangs on its left, so that links run straight. */
  private static Place place(
      double x,
      double y,
      double[] size,
      Map<Ns, Place> places,
      Map<Ns, double[]> sizes,
      List<Ns> near) {
    double top = Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    int left = 0;
    for (Ns each : near) {
      Place other = places.get(each);
      if (other != null && other.x() < x) {
        top = Math.min(top, other.y());
        bottom = Math.max(bottom, other.y() + sizes.get(each)[1]);
        left++;
      }
    }
    boolean spans = left > 1 && bottom - top > size[1] && bottom - top <= TALLEST;
    return spans ? new Place(x, top, 0, bottom - top) : Place.at(x, y);
  }

  /** A column too long for the eye is split. */
  private static Stream<List<Ns>> pieces(List<Ns> column) {
    List<List<Ns>> pieces = new ArrayList<>();
    int count = (column.size() + ROWS - 1) / ROWS;
    int each = count == 0 ? 1 : (column.size() + count - 1) / count;
    for (int i = 0; i < column.size(); i += each) {
      pieces.add(column.subList(i, Math.min(column.size(), i + each)));
    }
    return pieces.stream();
  }

  private static double snap(double value) {
    return Math.rint(value / Metrics.GRID) * Metrics.GRID;
  }

  private static double height(List<Ns> column, Map<Ns, double[]> sizes) {
    double sum = -ROW_GAP;
    for (Ns ns : column) {
      sum += sizes.get(ns)[1] + ROW_GAP;
    }
    return sum;
  }

  /** What each leads to. */
  private static Map<Ns, List<Ns>> near(Map<Ns, double[]> sizes, Map<End, End> peers) {
    Map<Ns, Set<Ns>> near = new LinkedHashMap<>();
    sizes.keySet().forEach(ns -> near.put(ns, new LinkedHashSet<>()));
    peers.forEach((a, b) -> {
      if (!a.ns().equals(b.ns()) && near.containsKey(a.ns()) && near.containsKey(b.ns())) {
        near.get(a.ns()).add(b.ns());
      }
    });
    Map<Ns, List<Ns>> lists = new LinkedHashMap<>();
    near.forEach((ns, others) -> lists.put(ns, List.copyOf(others)));
    return lists;
  }

  /** Left what hangs on the hub, then the hub, then what lies behind it. */
  private static List<List<Ns>> columns(Map<Ns, List<Ns>> near) {
    Map<Ns, Integer> depth = new LinkedHashMap<>();
    for (Ns start : starts(near)) {
      walk(start, near, depth);
    }
    List<List<Ns>> columns = new ArrayList<>();
    depth.forEach((ns, d) -> {
      while (columns.size() <= d) {
        columns.add(new ArrayList<>());
      }
      columns.get(d).add(ns);
    });
    return columns;
  }

  /** Leaves first (never the outside world), in the order they were made. */
  private static List<Ns> starts(Map<Ns, List<Ns>> near) {
    List<Ns> starts = new ArrayList<>();
    near.forEach((ns, others) -> {
      if (others.size() <= 1 && !ns.isHost() && !Held.isOutside(ns)) {
        starts.add(ns);
      }
    });
    near.keySet().stream().filter(ns -> !starts.contains(ns)).forEach(starts::add);
    return starts;
  }

  private static void walk(Ns start, Map<Ns, List<Ns>> near, Map<Ns, Integer> depth) {
    if (depth.containsKey(start)) {
      return;
    }
    List<Ns> queue = new ArrayList<>(List.of(start));
    boolean joins = near.get(start).stream().anyMatch(depth::containsKey);
    int base =
        joins
            ? Math.max(
                0,
                near.get(start).stream()
                        .filter(depth::containsKey)
                        .mapToInt(depth::get)
                        .min()
                        .orElse(0)
                    - 1)
            : 0;
    depth.put(start, base);
    if (joins) {
      return;
    }
    while (!queue.isEmpty()) {
      Ns at = queue.removeFirst();
      for (Ns next : near.get(at)) {
        boolean leaf = near.get(next).size() == 1 && !Held.isOutside(next) && !at.equals(start);
        if (!depth.containsKey(next) && !leaf) {
          depth.put(next, depth.get(at) + 1);
          queue.add(next);
        }
      }
    }
  }
}
