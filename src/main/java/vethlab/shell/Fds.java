package vethlab.shell;

import java.util.Arrays;

/** A process's file descriptors: which open file each number means. Immutable. */
public final class Fds {
  static final int CLOSED = -1;
  static final Fds NONE = new Fds(new int[0]);

  private final int[] files;

  private Fds(int[] files) {
    this.files = files;
  }

  /** The open file's id, or {@link #CLOSED}. */
  int get(int fd) {
    return fd >= 0 && fd < files.length ? files[fd] : CLOSED;
  }

  public boolean isOpen(int fd) {
    return get(fd) != CLOSED;
  }

  /** With {@code fd} meaning another open file. */
  public Fds with(int fd, int file) {
    int[] changed = files;
    if (fd >= files.length) {
      changed = Arrays.copyOf(files, fd + 1);
      Arrays.fill(changed, files.length, fd + 1, CLOSED);
    } else {
      changed = files.clone();
    }
    changed[fd] = file;
    return new Fds(changed);
  }

  /** With {@code fd} meaning what {@code other} means. */
  public Fds duplicate(int fd, int other) {
    return with(fd, get(other));
  }

  public Fds without(int fd) {
    return isOpen(fd) ? with(fd, CLOSED) : this;
  }

  /** The lowest closed descriptor that is at least {@code from}. */
  public int free(int from) {
    int fd = from;
    while (isOpen(fd)) {
      fd++;
    }
    return fd;
  }

  int[] files() {
    return files;
  }
}
