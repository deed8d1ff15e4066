package vethlab.app.model;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** Numbers in a row, without keeping them. */
public final class Range extends AbstractList<Integer> implements RandomAccess {
  private final int from;
  private final int to;

  /**
   * @param to not in it
   */
  public Range(int from, int to) {
    this.from = from;
    this.to = to;
  }

  @Override
  public Integer get(int index) {
    return from + Objects.checkIndex(index, to - from);
  }

  @Override
  public int size() {
    return Math.max(0, to - from);
  }
}
