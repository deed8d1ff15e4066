package vethlab.shell.tcpdump;

/** A compiled expression: whether a frame is wanted. */
@FunctionalInterface
interface Filter {
  Filter ALL = captured -> true;

  boolean matches(Captured captured);

  default Filter and(Filter other) {
    return captured -> matches(captured) && other.matches(captured);
  }

  default Filter or(Filter other) {
    return captured -> matches(captured) || other.matches(captured);
  }

  default Filter not() {
    return captured -> !matches(captured);
  }
}
