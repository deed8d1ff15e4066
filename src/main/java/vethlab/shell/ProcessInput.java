package vethlab.shell;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@link Input} of one descriptor: a pipe, the keyboard, or bytes that are all there. */
record ProcessInput(Session session, SimulatedProcess process, int fd) implements Input {

  private static final byte[] NOTHING = {};

  private Channel channel() {
    int file = process.fds().get(fd);
    return file == Fds.CLOSED ? new Channel.Null() : session.openFiles().get(file);
  }

  private Channel.Pipe pipe(Channel channel) {
    return switch (channel) {
      case Channel.ReadEnd end -> session.openFiles().pipe(end.pipe());
      case Channel.Keyboard keyboard -> session.openFiles().pipe(keyboard.pipe());
      default -> null;
    };
  }

  @Override
  public boolean atEnd() {
    if (process.held(fd).length > 0) {
      return false;
    }
    Channel channel = channel();
    if (channel instanceof Channel.Reading reading) {
      return reading.size() == 0;
    }
    Channel.Pipe pipe = pipe(channel);
    return pipe == null || ended(pipe);
  }

  @Override
  public boolean hasMore() {
    if (process.held(fd).length > 0) {
      return true;
    }
    Channel.Pipe pipe = pipe(channel());
    return pipe == null || ended(pipe) || pipe.queue.size() > 0;
  }

  /** At its end; else the process is woken when there is something. */
  private boolean ended(Channel.Pipe pipe) {
    if (pipe.queue.size() > 0) {
      return false;
    }
    if (pipe.writable && !pipe.readers.contains(process.pid())) {
      pipe.readers.add(process.pid());
    }
    return !pipe.writable;
  }

  @Override
  public byte[] read(int max) {
    byte[] held = process.held(fd);
    if (held.length > 0) {
      process.hold(fd, NOTHING);
      if (held.length > max) {
        process.hold(fd, java.util.Arrays.copyOfRange(held, max, held.length));
        return java.util.Arrays.copyOf(held, max);
      }
      return held;
    }
    Channel channel = channel();
    if (channel instanceof Channel.Reading reading) {
      return reading.take(max);
    }
    Channel.Pipe pipe = pipe(channel);
    return pipe == null ? NOTHING : take(pipe, max);
  }

  private byte[] take(Channel.Pipe pipe, int max) {
    if (ended(pipe) || pipe.queue.size() == 0) {
      return NOTHING;
    }
    byte[] taken = pipe.queue.take(max);
    if (!pipe.isFull()) {
      OpenFiles.wakeAll(pipe.writers, session::ready);
    }
    return taken;
  }

  @Override
  public Optional<String> wholeLine() {
    Channel channel = channel();
    if (channel instanceof Channel.Reading reading) {
      int length = reading.lineLength();
      if (length < 0) {
        return reading.size() == 0 ? Optional.empty() : Optional.of(string(rest()));
      }
      return Optional.of(string(reading.take(length)));
    }
    Channel.Pipe pipe = pipe(channel);
    if (pipe == null) {
      return Optional.empty();
    }
    int length = pipe.queue.lineLength();
    if (length >= 0) {
      byte[] held = process.held(fd);
      process.hold(fd, NOTHING);
      return Optional.of(string(ByteQueue.join(held, take(pipe, length))));
    }
    process.hold(fd, ByteQueue.join(process.held(fd), take(pipe, Integer.MAX_VALUE)));
    if (!ended(pipe) || process.held(fd).length == 0) {
      return Optional.empty();
    }
    return Optional.of(string(rest()));
  }

  @Override
  public Optional<String> all() {
    Channel channel = channel();
    if (channel instanceof Channel.Reading) {
      return Optional.of(string(rest()));
    }
    Channel.Pipe pipe = pipe(channel);
    if (pipe == null) {
      return Optional.of("");
    }
    process.hold(fd, ByteQueue.join(process.held(fd), take(pipe, Integer.MAX_VALUE)));
    return ended(pipe) ? Optional.of(string(rest())) : Optional.empty();
  }

  private byte[] rest() {
    byte[] held = process.held(fd);
    process.hold(fd, NOTHING);
    return channel() instanceof Channel.Reading reading
        ? ByteQueue.join(held, reading.take(Integer.MAX_VALUE))
        : held;
  }

  private static String string(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
