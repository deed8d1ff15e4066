package vethlab.shell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** {@link Files} of one process: the session's tree and, over it, the kernel's files. */
record ProcessFiles(FileTree tree, KernelFiles kernel, String workingDirectory) implements Files {
  /** How much of the endless files there is: more than a script takes from them. */
  private static final int ENDLESS = 4 << 20;

  @Override
  public String absolute(String path) {
    return FileTree.absolute(workingDirectory, path);
  }

  /** The content as bytes. */
  byte[] bytes(String path) {
    String file = absolute(path);
    if (file.equals("/dev/null")) {
      return new byte[0];
    }
    if (file.equals("/dev/zero") || file.equals("/dev/urandom") || file.equals("/dev/random")) {
      return new byte[ENDLESS];
    }
    if (KernelFiles.covers(file)) {
      if (kernel.isDirectory(file)) {
        throw FileException.isDirectory();
      }
      return kernel
          .read(file)
          .orElseThrow(() -> kernel.has(file) ? FileException.denied() : FileException.noSuchFile())
          .getBytes(StandardCharsets.UTF_8);
    }
    return tree.plain(file).content().bytes();
  }

  @Override
  public String read(String path) {
    return new String(bytes(path), StandardCharsets.UTF_8);
  }

  @Override
  public void write(String path, String text) {
    put(path, text, Syscalls.WriteMode.TRUNCATE);
  }

  @Override
  public void append(String path, String text) {
    put(path, text, Syscalls.WriteMode.APPEND);
  }

  private void put(String path, String text, Syscalls.WriteMode mode) {
    String file = absolute(path);
    if (file.equals("/dev/null")) {
      return;
    }
    if (KernelFiles.covers(file)) {
      requireWritable(file);
      kernel
          .write(file, text)
          .ifPresent(message -> {
            throw new FileException(message);
          });
      return;
    }
    tree.open(file, mode);
    tree.append(file, text.getBytes(StandardCharsets.UTF_8));
  }

  void requireWritable(String file) {
    if (kernel.isDirectory(file)) {
      throw FileException.isDirectory();
    }
    if (!kernel.isWritable(file)) {
      throw kernel.has(file) ? FileException.denied() : FileException.noSuchFile();
    }
  }

  @Override
  public boolean exists(String path) {
    String file = absolute(path);
    return tree.exists(file)
        || file.equals("/dev/null")
        || (KernelFiles.covers(file) && (kernel.isDirectory(file) || kernel.has(file)));
  }

  @Override
  public boolean isDirectory(String path) {
    String file = absolute(path);
    return tree.isDirectory(file) || (KernelFiles.covers(file) && kernel.isDirectory(file));
  }

  @Override
  public List<String> list(String path) {
    String directory = absolute(path);
    if (KernelFiles.covers(directory) && kernel.isDirectory(directory)) {
      return kernel.list(directory);
    }
    if (directory.equals("/run/netns")) {
      TreeSet<String> names = new TreeSet<>(tree.list(directory));
      names.addAll(kernel.list(directory));
      return List.copyOf(names);
    }
    return tree.list(directory);
  }

  @Override
  public void makeDirectory(String path) {
    tree.makeDirectory(ordinary(path));
  }

  @Override
  public void remove(String path) {
    tree.remove(ordinary(path));
  }

  @Override
  public void rename(String from, String to) {
    tree.rename(ordinary(from), ordinary(to));
  }

  private String ordinary(String path) {
    String file = absolute(path);
    if (KernelFiles.covers(file)) {
      throw new FileException("Operation not permitted");
    }
    return file;
  }

  @Override
  public long size(String path) {
    String file = absolute(path);
    if (file.startsWith("/proc/")) {
      return 0;
    }
    return isDirectory(path) || file.startsWith("/sys/") ? 4096 : bytes(path).length;
  }

  @Override
  public boolean isExecutable(String path) {
    String file = absolute(path);
    return tree.exists(file) && (tree.isDirectory(file) || tree.plain(file).executable());
  }

  @Override
  public void setExecutable(String path, boolean executable) {
    tree.setExecutable(ordinary(path), executable);
  }
}
