package vethlab.linux.iptables;

import java.nio.file.Path;
import vethlab.linux.libc.Libc;

/** Tables of the iptables that does not use nftables, as /proc names them. */
public final class LegacyTables {
  private static final Path NAMES = Path.of("/proc/thread-self/net/ip_tables_names");

  private LegacyTables() {}

  /** Is there any table? The calling thread is inside the namespace. */
  public static boolean any() {
    int fd = Libc.open(NAMES.toString(), Libc.O_RDONLY | Libc.O_CLOEXEC, 0);
    if (fd < 0) {
      return false;
    }
    long length = Libc.read(fd, new byte[1], 1);
    Libc.close(fd);
    return length > 0;
  }
}
