package vethlab.shell.text;

import java.util.Arrays;

/**
 * The shortest edit script between two texts: Myers, An O(ND) Difference Algorithm, in linear
 * space, its ties broken as GNU diff breaks them.
 */
final class EditScript {
  private final LineChange.Part old;
  private final LineChange.Part young;
  private final int zero;

  /** The furthest x on each diagonal, from the beginning and from the end. */
  private final int[] forward;

  private final int[] backward;

  private EditScript(LineChange.Part old, LineChange.Part young) {
    this.old = old;
    this.young = young;
    zero = young.size() + 2;
    forward = new int[old.size() + young.size() + 5];
    backward = forward.clone();
  }

  /** Marks in both what is only in one of them. */
  static void of(LineChange.Part old, LineChange.Part young) {
    new EditScript(old, young).compare(0, old.size(), 0, young.size());
  }

  private boolean same(int x, int y) {
    return old.line(x).equals(young.line(y));
  }

  private void compare(int xFrom, int xTo, int yFrom, int yTo) {
    int x = xFrom;
    int y = yFrom;
    int xEnd = xTo;
    int yEnd = yTo;
    while (x < xEnd && y < yEnd && same(x, y)) {
      x++;
      y++;
    }
    while (x < xEnd && y < yEnd && same(xEnd - 1, yEnd - 1)) {
      xEnd--;
      yEnd--;
    }
    if (x == xEnd) {
      for (; y < yEnd; y++) {
        young.mark(y);
      }
    } else if (y == yEnd) {
      for (; x < xEnd; x++) {
        old.mark(x);
      }
    } else {
      int[] middle = middle(x, xEnd, y, yEnd);
      compare(x, middle[0], y, middle[1]);
      compare(middle[0], xEnd, middle[1], yEnd);
    }
  }

  /** A point on a shortest way, where the searches from both ends meet. */
  private int[] middle(int x0, int x1, int y0, int y1) {
    Arrays.fill(forward, -1);
    Arrays.fill(backward, Integer.MAX_VALUE);
    int first = x0 - y1;
    int last = x1 - y0;
    int top = x0 - y0;
    int bottom = x1 - y1;
    boolean odd = ((top - bottom) & 1) != 0;
    int fMin = top;
    int fMax = top;
    int bMin = bottom;
    int bMax = bottom;
    forward[zero + top] = x0;
    backward[zero + bottom] = x1;
    while (true) {
      fMin = fMin > first ? lower(forward, fMin, -1) : fMin + 1;
      fMax = fMax < last ? upper(forward, fMax, -1) : fMax - 1;
      for (int d = fMax; d >= fMin; d -= 2) {
        int x = down(d, x1, y1);
        forward[zero + d] = x;
        if (odd && bMin <= d && d <= bMax && backward[zero + d] <= x) {
          return new int[] {x, x - d};
        }
      }
      bMin = bMin > first ? lower(backward, bMin, Integer.MAX_VALUE) : bMin + 1;
      bMax = bMax < last ? upper(backward, bMax, Integer.MAX_VALUE) : bMax - 1;
      for (int d = bMax; d >= bMin; d -= 2) {
        int x = up(d, x0, y0);
        backward[zero + d] = x;
        if (!odd && fMin <= d && d <= fMax && x <= forward[zero + d]) {
          return new int[] {x, x - d};
        }
      }
    }
  }

  private int lower(int[] furthest, int min, int none) {
    furthest[zero + min - 2] = none;
    return min - 1;
  }

  private int upper(int[] furthest, int max, int none) {
    furthest[zero + max + 2] = none;
    return max + 1;
  }

  private int down(int d, int xEnd, int yEnd) {
    int below = forward[zero + d - 1];
    int above = forward[zero + d + 1];
    int x = below < above ? above : below + 1;
    while (x < xEnd && x - d < yEnd && same(x, x - d)) {
      x++;
    }
    return x;
  }

  private int up(int d, int xBegin, int yBegin) {
    int below = backward[zero + d - 1];
    int above = backward[zero + d + 1];
    int x = below < above ? below : above - 1;
    while (xBegin < x && yBegin < x - d && same(x - 1, x - d - 1)) {
      x--;
    }
    return x;
  }
}
