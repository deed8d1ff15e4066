package vethlab.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;
import vethlab.op.Result;

/**
 * Kernel parameters under /proc/sys. What is found below net is that of the namespace of the thread
 * which opens it: the calling thread is inside.
 */
final class Sysctls {
  private static final Path ROOT = Path.of("/proc/sys");

  private static final int LONGEST = 65536;

  private Sysctls() {}

  /** A value and where it is written: found out once, written in many namespaces. */
  record Setting(String path, byte[] text) {
    Result write() {
      int fd = Libc.open(path, Libc.O_WRONLY | Libc.O_CLOEXEC, 0);
      if (fd < 0) {
        return new LibcException("open", Libc.errno()).refusal();
      }
      long written = Libc.write(fd, text, text.length);
      int why = Libc.errno();
      Libc.close(fd);
      return written < 0 ? new LibcException("write", why).refusal() : Result.OK;
    }
  }

  static Setting setting(String key, String value) {
    return new Setting(path(key), (value + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * {@code net.ipv4.conf.eth0/10.rp_filter} as a path: dots and slashes change places. What would
   * lead elsewhere leads nowhere.
   */
  private static String path(String key) {
    String below = key.replace('/', '\0').replace('.', '/').replace('\0', '.');
    return ("/" + below + "/").contains("/../") ? "" : ROOT + "/" + below;
  }

  private static String key(Path path) {
    StringBuilder key = new StringBuilder();
    for (char c : ROOT.relativize(path).toString().toCharArray()) {
      key.append(c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return key.toString();
  }

  static Result write(String key, String value) {
    return setting(key, value).write();
  }

  static Optional<String> read(String key) {
    int fd = Libc.open(path(key), Libc.O_RDONLY | Libc.O_CLOEXEC, 0);
    if (fd < 0) {
      return Optional.empty();
    }
    byte[] text = new byte[LONGEST];
    long length = Libc.read(fd, text, text.length); // one read: a second one begins anew or ends
    Libc.close(fd);
    return length < 0
        ? Optional.empty()
        : Optional.of(new String(text, 0, (int) length, StandardCharsets.UTF_8).stripTrailing());
  }

  /** Every key below net, sorted. */
  static List<String> keys() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("net"))) {
      return files.filter(Files::isRegularFile).map(Sysctls::key).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException _) {
      return List.of();
    }
  }
}
