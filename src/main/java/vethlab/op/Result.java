package vethlab.op;

/** What the kernel said to an {@link Op}. */
public sealed interface Result {
  Result OK = new Done();

  record Done() implements Result {}

  /**
   * @param errno the error number
   * @param message the kernel's own sentence (extended ack), empty where it sends none
   */
  record Refused(Errno errno, String message) implements Result {}

  static Result refused(Errno errno) {
    return new Refused(errno, "");
  }

  static Result refused(Errno errno, String message) {
    return new Refused(errno, message);
  }

  default boolean ok() {
    return this instanceof Done;
  }
}
