package vethlab.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The open files of a session by id, each with the number of descriptors that mean it. The owner of
 * an {@link Fds} counts once for each descriptor in it: {@link #retain} and {@link #release}.
 */
final class OpenFiles {

  private static final class Slot {
    final Channel channel;
    int references;

    Slot(Channel channel, int references) {
      this.channel = channel;
      this.references = references;
    }
  }

  private final ArrayList<Slot> slots;
  private final ArrayList<Integer> free;
  private final TreeMap<Integer, Channel.Pipe> pipes;
  private int nextPipe;

  OpenFiles() {
    slots = new ArrayList<>();
    free = new ArrayList<>();
    pipes = new TreeMap<>();
  }

  private OpenFiles(OpenFiles other) {
    slots = new ArrayList<>(other.slots.size());
    for (Slot s : other.slots) {
      slots.add(s == null ? null : new Slot(s.channel.copy(), s.references));
    }
    free = new ArrayList<>(other.free);
    pipes = new TreeMap<>();
    other.pipes.forEach((id, pipe) -> pipes.put(id, pipe.copy()));
    nextPipe = other.nextPipe;
  }

  OpenFiles copy() {
    return new OpenFiles(this);
  }

  /** A new open file that no descriptor means yet. */
  int add(Channel channel) {
    Slot slot = new Slot(channel, 0);
    if (free.isEmpty()) {
      slots.add(slot);
      return slots.size() - 1;
    }
    int id = free.removeLast();
    slots.set(id, slot);
    return id;
  }

  int addPipe() {
    pipes.put(nextPipe, new Channel.Pipe());
    return nextPipe++;
  }

  Channel get(int id) {
    return slots.get(id).channel;
  }

  Channel.Pipe pipe(int id) {
    return pipes.get(id);
  }

  void retain(Fds fds) {
    for (int id : fds.files()) {
      if (id != Fds.CLOSED) {
        slots.get(id).references++;
      }
    }
  }

  /** Lets go of a set of descriptors; processes that wait at a pipe that closes are told. */
  void release(Fds fds, IntConsumer wake) {
    for (int id : fds.files()) {
      if (id != Fds.CLOSED && --slots.get(id).references == 0) {
        close(id, wake);
      }
    }
  }

  private void close(int id, IntConsumer wake) {
    Channel channel = slots.get(id).channel;
    slots.set(id, null);
    free.add(id);
    switch (channel) {
      case Channel.ReadEnd end -> {
        Channel.Pipe pipe = pipes.get(end.pipe());
        pipe.readable = false;
        hangUp(end.pipe(), pipe, pipe.writers, wake);
      }
      case Channel.WriteEnd end -> {
        Channel.Pipe pipe = pipes.get(end.pipe());
        pipe.writable = false;
        hangUp(end.pipe(), pipe, pipe.readers, wake);
      }
      default -> {}
    }
  }

  private void hangUp(int id, Channel.Pipe pipe, List<Integer> waiting, IntConsumer wake) {
    wakeAll(waiting, wake);
    if (!pipe.readable && !pipe.writable) {
      pipes.remove(id);
    }
  }

  static void wakeAll(List<Integer> waiting, IntConsumer wake) {
    if (!waiting.isEmpty()) {
      List<Integer> woken = List.copyOf(waiting);
      waiting.clear();
      woken.forEach(wake::accept);
    }
  }
}
