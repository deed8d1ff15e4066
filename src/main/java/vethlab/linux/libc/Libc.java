package vethlab.linux.libc;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.Buffer;

/**
 * Functions of the C library, by direct mapping: about 70 ns a call. Where one fails, {@link
 * #errno()} says why; {@link LibcException#check} raises it.
 */
public final class Libc {
  public static final int AF_NETLINK = 16;
  public static final int AF_PACKET = 17;
  public static final int SOCK_RAW = 3;
  public static final int SOCK_CLOEXEC = 0x80000;

  public static final int SOL_SOCKET = 1;
  public static final int SO_RCVBUF = 8;
  public static final int SO_SNDBUFFORCE = 32;
  public static final int SO_RCVBUFFORCE = 33;

  public static final int MSG_DONTWAIT = 0x40;
  public static final int MSG_TRUNC = 0x20;
  public static final int POLLIN = 1;

  public static final int O_RDONLY = 0;
  public static final int O_WRONLY = 1;
  public static final int O_RDWR = 2;
  public static final int O_CREAT = 0x40;
  public static final int O_EXCL = 0x80;
  public static final int O_NOCTTY = 0x100;
  public static final int O_CLOEXEC = 0x80000;

  public static final int AT_FDCWD = -100;
  public static final int AT_EMPTY_PATH = 0x1000;

  public static final int CLONE_NEWNS = 0x20000;
  public static final int CLONE_NEWNET = 0x40000000;

  public static final int SIGINT = 2;
  public static final long MS_BIND = 0x1000;
  public static final long MS_REC = 0x4000;
  public static final long MS_PRIVATE = 1 << 18;
  public static final long MS_SHARED = 1 << 20;
  public static final int MNT_DETACH = 2;

  public static final int PROT_READ_WRITE = 3;
  public static final int MAP_SHARED = 1;

  static {
    // The process has the C library: JNA must not run ldconfig to look where libraries are.
    System.setProperty("jna.platform.library.path", "");
    Native.register(Libc.class, NativeLibrary.getProcess());
  }

  private Libc() {}

  public static native int socket(int domain, int type, int protocol);

  public static native int bind(int fd, byte[] address, int length);

  public static native int setsockopt(int fd, int level, int name, byte[] value, int length);

  public static native int getsockopt(int fd, int level, int name, byte[] value, int[] length);

  public static native long send(int fd, Buffer data, long length, int flags);

  public static native long recv(int fd, Buffer data, long length, int flags);

  public static native int poll(Buffer pollfds, long count, int milliseconds);

  public static native Pointer mmap(
      Pointer at, long length, int protection, int flags, int fd, long offset);

  public static native int munmap(Pointer at, long length);

  public static native int open(String path, int flags, int mode);

  public static native long read(int fd, byte[] data, long length);

  public static native long write(int fd, byte[] data, long length);

  public static native int close(int fd);

  public static native int symlink(String target, String path);

  public static native int unlink(String path);

  /** Writes struct statx, which is the same on every architecture. */
  public static native int statx(int directory, String path, int flags, int mask, byte[] status);

  public static native int unshare(int flags);

  public static native int setns(int fd, int kind);

  public static native int mount(String from, String to, String type, long flags, String data);

  public static native int umount2(String path, int flags);

  public static native int getuid();

  /** mount_setattr, which the C library may not have under a name. */
  public static native long syscall(
      long number, long directory, String path, long flags, byte[] attributes, long length);

  public static native int kill(int pid, int signal);

  /** The error of this thread's last call. */
  public static int errno() {
    return Native.getLastError();
  }
}
