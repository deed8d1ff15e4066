package vethlab.shell;

import java.util.List;

/**
 * The file system as one process sees it: relative paths start at its directory, /proc/sys and
 * /sys/class/net are those of its namespace. Every failure is a {@link FileException} with the
 * kernel's words ({@code No such file or directory}).
 */
public interface Files {

  /** The whole content of a file. */
  String read(String path);

  /** Replaces a file's content or makes the file. */
  void write(String path, String text);

  /** Adds to a file's end or makes the file. */
  void append(String path, String text);

  boolean exists(String path);

  boolean isDirectory(String path);

  /** The names in a directory, sorted. */
  List<String> list(String path);

  /** Makes one directory; its parent must exist. */
  void makeDirectory(String path);

  /** Removes a file or an empty directory. */
  void remove(String path);

  /** Moves a file or directory, replacing a file of the new name. */
  void rename(String from, String to);

  /** Size in bytes. */
  long size(String path);

  boolean isExecutable(String path);

  void setExecutable(String path, boolean executable);

  /** The directory relative paths start at. */
  String workingDirectory();

  /** The path from the root, without {@code .} and {@code ..}. */
  String absolute(String path);
}
