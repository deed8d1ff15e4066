package vethlab.linux.libc;

import java.util.HashMap;
import java.util.Map;
import vethlab.op.Errno;

/** Error numbers as {@link Errno}. */
public final class Errnos {
  private static final Map<Integer, Errno> BY_NUMBER = new HashMap<>();

  static {
    for (Errno errno : Errno.values()) {
      BY_NUMBER.put(errno.number(), errno);
    }
  }

  private Errnos() {}

  /** The error of a number; one that has no name here is EIO. */
  public static Errno of(int number) {
    return BY_NUMBER.getOrDefault(number, Errno.EIO);
  }
}
