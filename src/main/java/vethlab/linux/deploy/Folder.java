package vethlab.linux.deploy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.UUID;

/**
 * A lab's folder while one process has it for itself. The lock is beside the folder, so that it
 * holds while the folder comes and goes; the kernel gives it back when the process ends.
 */
final class Folder implements AutoCloseable {
  private final Path path;
  private final Path lockFile;
  private final FileChannel lock;

  private Folder(Path path, Path lockFile, FileChannel lock) {
    this.path = path;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  static Folder lock(Path root, String lab) throws IOException {
    Path lockFile = root.resolve("." + lab + ".lock");
    while (true) {
      Files.createDirectories(
          root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      FileChannel channel =
          FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        channel.close();
        throw new DeployException(
            DeployException.Reason.BUSY,
            "somebody is deploying or destroying " + lab + " just now");
      }
      if (isStillThere(lockFile, channel)) {
        return new Folder(root.resolve(lab), lockFile, channel);
      }
      channel.close();
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false; // this very process holds it
    }
  }

  /** Whoever held the lock before may have deleted the file since it was opened here. */
  private static boolean isStillThere(Path lockFile, FileChannel channel) throws IOException {
    byte[] token = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
    channel.write(ByteBuffer.wrap(token), 0);
    try {
      return Arrays.equals(Files.readAllBytes(lockFile), token);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  boolean has(String name) {
    return Files.exists(file(name));
  }

  void make() throws IOException {
    Files.createDirectories(path);
  }

  /** Writes a file whole or not at all, and waits until it is on the disk. */
  void write(String name, byte[] content) throws IOException {
    make();
    Path fresh = file("." + name + ".new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(
        fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets the lab. */
  void delete() throws IOException {
    if (!Files.isDirectory(path)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(path);
  }

  @Override
  public void close() throws IOException {
    if (!Files.isDirectory(path)) {
      Files.deleteIfExists(lockFile);
      try {
        Files.deleteIfExists(path.getParent());
      } catch (DirectoryNotEmptyException _) {
        lock.close(); // other labs are there
        return;
      }
    }
    lock.close();
  }
}
