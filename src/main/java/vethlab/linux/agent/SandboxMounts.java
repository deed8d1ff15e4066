package vethlab.linux.agent;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;
import vethlab.linux.netns.Namespaces;

/** The sandbox's own view of the file system; nobody outside sees it. */
final class SandboxMounts {
  static final Path WORK = Path.of("/run/vethlab");

  private static final int SYS_MOUNT_SETATTR = 442;
  private static final long MOUNT_ATTR_RDONLY = 1;

  private SandboxMounts() {}

  /** Gives the sandbox a /run of its own, so that names of namespaces stay inside. */
  static void privateRun() throws IOException {
    LibcException.check("mount /run", Libc.mount("tmpfs", "/run", "tmpfs", 0, "mode=755"));
    Files.createDirectories(Namespaces.DIRECTORY);
    Files.createDirectories(WORK);
    Libc.mount("sysfs", "/sys", "sysfs", 0, null); // where it is refused, /sys shows other links
  }

  /**
   * Protects the machine's files from a script's mistakes: none can be written. To be called before
   * {@link #privateRun}. It is no protection from malice: who is root can undo it.
   *
   * @throws LibcException on a kernel that can't do it (before 5.12)
   */
  static void readOnly() throws IOException {
    for (String mount : mounts()) {
      ByteBuffer attributes = ByteBuffer.allocate(32).order(ByteOrder.nativeOrder());
      attributes.putLong(MOUNT_ATTR_RDONLY);
      LibcException.check(
          "mount_setattr " + mount,
          Libc.syscall(SYS_MOUNT_SETATTR, Libc.AT_FDCWD, mount, 0, attributes.array(), 32L));
    }
    Map<Path, Integer> program = open(programUnder("/tmp", "/dev/shm"));
    Libc.mount("tmpfs", "/tmp", "tmpfs", 0, "mode=1777");
    Libc.mount("tmpfs", "/dev/shm", "tmpfs", 0, "mode=1777");
    for (Map.Entry<Path, Integer> each : program.entrySet()) {
      Files.createDirectories(each.getKey());
      String from = "/proc/self/fd/" + each.getValue();
      LibcException.check(
          "mount " + each.getKey(),
          Libc.mount(from, each.getKey().toString(), "none", Libc.MS_BIND, null));
      Libc.close(each.getValue());
    }
  }

  /** The folders of this very program that such a mount hides. */
  private static List<Path> programUnder(String... hidden) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath())
        .map(entry -> Files.isDirectory(entry) ? entry : entry.getParent())
        .filter(folder -> Arrays.stream(hidden).anyMatch(folder::startsWith))
        .distinct()
        .toList();
  }

  private static Map<Path, Integer> open(List<Path> folders) {
    Map<Path, Integer> open = new LinkedHashMap<>();
    for (Path each : folders) {
      int fd = Libc.open(each.toString(), Libc.O_RDONLY | Libc.O_CLOEXEC, 0);
      open.put(each, LibcException.check("open " + each, fd));
    }
    return open;
  }

  /** What is mounted, but for the kernel's own file systems. */
  private static List<String> mounts() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/mountinfo")).stream()
        .map(line -> line.split(" ")[4].replace("\\040", " "))
        .filter(mount -> !mount.matches("/(proc|sys|dev)(/.*)?"))
        .toList();
  }
}
