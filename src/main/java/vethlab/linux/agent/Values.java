package vethlab.linux.agent;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** One value as bytes: records and enums of ours, texts, numbers, lists. */
public final class Values {
  private Values() {}

  public static void write(DataOutputStream out, Object value) throws IOException {
    new ValueWriter(out).write(value);
  }

  /**
   * Reads a value.
   *
   * @throws IOException where the bytes are no value
   */
  public static Object read(DataInputStream in) throws IOException {
    return new ValueReader(in).read();
  }
}
