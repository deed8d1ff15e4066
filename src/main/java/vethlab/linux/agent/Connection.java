package vethlab.linux.agent;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends and receives {@link Talk} over two streams; any thread may send. */
final class Connection implements Closeable {
  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
  private final ValueWriter writer = new ValueWriter(new DataOutputStream(gathered));
  private final ValueReader reader;

  Connection(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
    this.reader = new ValueReader(new DataInputStream(new BufferedInputStream(in)));
  }

  synchronized void send(Talk talk) throws IOException {
    gathered.reset();
    writer.write(talk);
    gathered.writeTo(out);
    out.flush();
  }

  /**
   * The next message.
   *
   * @throws java.io.EOFException when the other side is gone
   */
  Talk receive() throws IOException {
    return (Talk) reader.read();
  }

  @Override
  public void close() throws IOException {
    try (in;
        out) {
      out.flush();
    }
  }
}
