package vethlab.linux.netns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;

/** How a namespace gets the name under which {@code ip netns} finds it. */
public enum Naming {
  /**
   * As {@code ip netns add} does: a file with the namespace mounted over it. It outlives this
   * process.
   */
  BIND_MOUNT {
    /** Mounts made later are seen in the other mount namespaces that share the directory. */
    @Override
    void prepare(Path directory) throws IOException {
      makeDirectory(directory);
      String path = directory.toString();
      if (Libc.mount("", path, "none", Libc.MS_SHARED | Libc.MS_REC, null) != 0) {
        Libc.mount(path, path, "none", Libc.MS_BIND | Libc.MS_REC, null);
        Libc.mount("", path, "none", Libc.MS_SHARED | Libc.MS_REC, null);
      }
    }

    @Override
    void give(Path name, int fd) {
      int file =
          LibcException.check(
              "open",
              Libc.open(
                  name.toString(), Libc.O_RDONLY | Libc.O_CREAT | Libc.O_EXCL | Libc.O_CLOEXEC, 0));
      Libc.close(file);
      if (Libc.mount("/proc/self/fd/" + fd, name.toString(), "none", Libc.MS_BIND, null) != 0) {
        int why = Libc.errno();
        Libc.unlink(name.toString());
        throw new LibcException("mount", why);
      }
    }
  },

  /** A link to this process's descriptor: it dangles when the process ends, and costs no mount. */
  SYMBOLIC_LINK {
    @Override
    void prepare(Path directory) throws IOException {
      makeDirectory(directory);
    }

    @Override
    void give(Path name, int fd) {
      String target = "/proc/" + PROCESS + "/fd/" + fd;
      LibcException.check("symlink", Libc.symlink(target, name.toString()));
    }
  };

  private static final long PROCESS = ProcessHandle.current().pid();

  /** Makes a directory fit for names. */
  abstract void prepare(Path directory) throws IOException;

  /**
   * Names a namespace.
   *
   * @throws LibcException with EEXIST where there is such a name
   */
  abstract void give(Path name, int fd);

  /** Takes a name away, whichever way it was given. */
  static void take(Path name) throws IOException {
    if (!Files.isSymbolicLink(name)) {
      Libc.umount2(name.toString(), Libc.MNT_DETACH);
    }
    Files.delete(name);
  }

  private static void makeDirectory(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    }
  }
}
