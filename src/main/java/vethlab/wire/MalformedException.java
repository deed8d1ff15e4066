package vethlab.wire;

/** Bytes are not what their place says they are. */
final class MalformedException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedException(String why) {
    super(why, null, false, false);
  }
}
