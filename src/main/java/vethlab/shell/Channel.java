package vethlab.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an open file leads to. */
sealed interface Channel {

  Channel copy();

  /** Reads as empty, swallows what is written: /dev/null. */
  record Null() implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** The terminal, to print on. */
  record Screen(Transcript.Stream stream) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** A file of the file system, written at its end. */
  record Writing(String path) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** A file below /proc or /sys, to write: each write goes to the kernel. */
  record Setting(String path) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** One end of a pipe. */
  record ReadEnd(int pipe) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** The other end of a pipe. */
  record WriteEnd(int pipe) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** What is typed at the terminal: a pipe that is never full. */
  record Keyboard(int pipe) implements Channel {
    @Override
    public Channel copy() {
      return this;
    }
  }

  /** Fixed bytes to read: a file as it was when it was opened, a here-document. */
  final class Reading implements Channel {
    private final byte[] bytes;
    private int at;

    Reading(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public Channel copy() {
      Reading copy = new Reading(bytes);
      copy.at = at;
      return copy;
    }

    int size() {
      return bytes.length - at;
    }

    int lineLength() {
      for (int i = at; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          return i - at + 1;
        }
      }
      return -1;
    }

    byte[] take(int max) {
      int end = Math.min(bytes.length, at + Math.min(max, bytes.length - at));
      byte[] taken = Arrays.copyOfRange(bytes, at, end);
      at = end;
      return taken;
    }
  }

  /** A pipe's buffer and who waits at its ends. */
  final class Pipe {
    static final int CAPACITY = 65536;

    final ByteQueue queue;
    boolean readable = true;
    boolean writable = true;
    final List<Integer> readers;
    final List<Integer> writers;

    Pipe() {
      queue = new ByteQueue();
      readers = new ArrayList<>(1);
      writers = new ArrayList<>(1);
    }

    private Pipe(Pipe other) {
      queue = other.queue.copy();
      readable = other.readable;
      writable = other.writable;
      readers = new ArrayList<>(other.readers);
      writers = new ArrayList<>(other.writers);
    }

    Pipe copy() {
      return new Pipe(this);
    }

    boolean isFull() {
      return queue.size() >= CAPACITY;
    }
  }
}
