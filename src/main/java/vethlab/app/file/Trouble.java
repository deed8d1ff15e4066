package vethlab.app.file;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import vethlab.app.Words;

/** Why a file could not be read or written, in words. */
public enum Trouble {
  DENIED,
  FULL,
  READ_ONLY,
  MISSING,
  NO_FOLDER,
  NO_TEXT,
  OTHER;

  public static Trouble of(IOException e) {
    String reason = reason(e).toLowerCase(Locale.ROOT);
    if (reason.contains("no space left") || reason.contains("quota exceeded")) {
      return FULL;
    }
    if (reason.contains("read-only file system")) {
      return READ_ONLY;
    }
    if (e.getCause() instanceof ReadOnlyFileSystemException) {
      return READ_ONLY;
    }
    return switch (e) {
      case AccessDeniedException denied -> DENIED;
      case NoSuchFileException none -> MISSING;
      case NotDirectoryException file -> NO_FOLDER;
      case FileAlreadyExistsException file -> NO_FOLDER;
      case CharacterCodingException binary -> NO_TEXT;
      default -> OTHER;
    };
  }

  private static String reason(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  public static String text(Words words, IOException e) {
    Trouble trouble = of(e);
    return trouble == OTHER
        ? reason(e)
        : words.get("trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
