package vethlab.linux.netns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.OptionalLong;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;

/** The number that tells a namespace from another one of the same name. */
final class Inode {
  private static final int STATX_INO = 0x100;

  /** Of struct statx, and of stx_ino in it. */
  private static final int SIZE = 256;

  private static final int NUMBER = 32;

  private Inode() {}

  static long of(int fd) {
    byte[] status = new byte[SIZE];
    LibcException.check("statx", Libc.statx(fd, "", Libc.AT_EMPTY_PATH, STATX_INO, status));
    return number(status);
  }

  /** Of what a name leads to; empty where it leads nowhere. */
  static OptionalLong of(Path name) {
    byte[] status = new byte[SIZE];
    return Libc.statx(Libc.AT_FDCWD, name.toString(), 0, STATX_INO, status) == 0
        ? OptionalLong.of(number(status))
        : OptionalLong.empty();
  }

  private static long number(byte[] status) {
    return ByteBuffer.wrap(status).order(ByteOrder.nativeOrder()).getLong(NUMBER);
  }
}
