package vethlab.wire.pcapng;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a capture file holds: devices, and frames in the order of the file. */
public record Capture(List<CaptureInterface> interfaces, List<CapturedFrame> frames) {
  public Capture {
    interfaces = List.copyOf(interfaces);
    frames = List.copyOf(frames);
  }

  /**
   * Writes a capture file, replacing what was there.
   *
   * @throws IOException if it cannot be written
   */
  public void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      write(out);
    }
  }

  /** Writes the capture as one section. */
  public void write(OutputStream out) throws IOException {
    PcapngWriter writer = new PcapngWriter(out);
    for (CaptureInterface device : interfaces) {
      writer.write(device);
    }
    for (CapturedFrame frame : frames) {
      writer.write(frame);
    }
  }
}
