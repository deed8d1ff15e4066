package vethlab.shell;

/** A file operation failed; the message is the kernel's, without the path. */
public final class FileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FileException(String message) {
    super(message, null, false, false);
  }

  public static FileException noSuchFile() {
    return new FileException("No such file or directory");
  }

  public static FileException isDirectory() {
    return new FileException("Is a directory");
  }

  public static FileException notDirectory() {
    return new FileException("Not a directory");
  }

  public static FileException exists() {
    return new FileException("File exists");
  }

  public static FileException denied() {
    return new FileException("Permission denied");
  }
}
