package vethlab.linux.request;

import vethlab.op.Ns;

/** The numbers that a kernel knows things by. */
public interface Names {
  /**
   * The ifindex of a link.
   *
   * @throws NoSuchDevice where there is none of that name
   */
  int index(Ns ns, String link);

  /**
   * A file descriptor that stands for a namespace in the process which sends the message.
   *
   * @throws vethlab.op.Kernel.NoSuchNamespace where there is none of that name
   */
  int fd(Ns ns);

  /** Raised when a message can't be made because it names a link that is not there. */
  final class NoSuchDevice extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchDevice(String link) {
      super("no device " + link);
    }
  }
}
