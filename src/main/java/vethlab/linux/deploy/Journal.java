package vethlab.linux.deploy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import vethlab.linux.agent.Values;

/** Values as the bytes of a file. */
final class Journal {
  private Journal() {}

  static byte[] encode(Object value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Values.write(new DataOutputStream(out), value);
    return out.toByteArray();
  }

  static Object decode(byte[] bytes) throws IOException {
    return Values.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
