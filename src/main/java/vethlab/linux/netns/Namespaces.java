package vethlab.linux.netns;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;
import vethlab.linux.socket.Transport;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Result;

/**
 * The namespaces by name. The directory is the truth: what {@code ip netns} makes there is seen
 * here, and the other way round. A namespace is held open from its first use until its name is
 * gone.
 */
public final class Namespaces implements AutoCloseable {
  /** Where {@code ip netns} keeps names. */
  public static final Path DIRECTORY = Path.of("/run/netns");

  private final Path directory;
  private final Naming naming;
  private final Transport transport;
  private final NetnsThread thread = new NetnsThread();
  private final Netns host;
  private final Map<String, Netns> open = new HashMap<>();
  private Runnable atBirth = () -> {};
  private Consumer<List<Ns>> whenMade = made -> {};

  /** The calling thread's namespace is the host's. */
  public Namespaces(Path directory, Naming naming) {
    this(directory, naming, Transport.KERNEL);
  }

  /** As {@link #Namespaces(Path, Naming)}, with another way to the kernel. */
  public Namespaces(Path directory, Naming naming, Transport transport) {
    this.directory = directory;
    this.naming = naming;
    this.transport = transport;
    this.host = thread.wander(() -> hold(NetnsThread.openCurrent()));
  }

  /**
   * Has something done inside each namespace that is made, before anybody else can see it. As all
   * that is done inside, it makes raw calls only; several threads may be at it.
   */
  public synchronized void atBirth(Runnable task) {
    atBirth = task;
  }

  /** Has something done with namespaces that are made, here or as {@link #announce} tells. */
  public synchronized void whenMade(Consumer<List<Ns>> listener) {
    whenMade = listener;
  }

  /** Somebody else made a namespace of this name. */
  public void announce(Ns ns) {
    get(ns).inside(Executors.callable(atBirth));
    whenMade.accept(List.of(ns));
  }

  public NetnsThread thread() {
    return thread;
  }

  /**
   * A namespace to talk to.
   *
   * @throws Kernel.NoSuchNamespace where there is none of that name
   */
  public synchronized Netns get(Ns ns) {
    if (ns.isHost()) {
      return host;
    }
    Path name = directory.resolve(ns.name());
    Netns known = open.get(ns.name());
    OptionalLong inode = Inode.of(name);
    if (known != null && inode.isPresent() && inode.getAsLong() == known.inode()) {
      return known;
    }
    if (known != null) {
      open.remove(ns.name()).close();
    }
    if (inode.isEmpty()) {
      throw new Kernel.NoSuchNamespace(ns);
    }
    Netns found = openByName(ns, name);
    open.put(ns.name(), found);
    return found;
  }

  private Netns openByName(Ns ns, Path name) {
    int fd = Libc.open(name.toString(), Libc.O_RDONLY | Libc.O_CLOEXEC, 0);
    if (fd < 0) {
      throw new Kernel.NoSuchNamespace(ns);
    }
    try {
      return thread.inside(fd, () -> hold(fd));
    } catch (LibcException e) {
      Libc.close(fd);
      throw new Kernel.NoSuchNamespace(ns);
    }
  }

  /** Opens what a namespace needs to be talked to; the calling thread is inside. */
  private Netns hold(int fd) {
    return new Netns(fd, thread, transport);
  }

  /** As {@code ip netns list}: newest first. */
  public synchronized List<Ns> list() {
    List<Ns> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(new Ns(entry.getFileName().toString())));
    } catch (IOException _) {
      return List.of();
    }
    return names;
  }

  /** Lets go of namespaces whose name is gone: held open they would stay for ever. */
  public synchronized List<Ns> sweep() {
    List<Ns> gone = new ArrayList<>();
    open.entrySet()
        .removeIf(entry -> {
          OptionalLong inode = Inode.of(directory.resolve(entry.getKey()));
          boolean stays = inode.isPresent() && inode.getAsLong() == entry.getValue().inode();
          if (!stays) {
            entry.getValue().close();
            gone.add(new Ns(entry.getKey()));
          }
          return !stays;
        });
    return gone;
  }

  /** A new namespace without a name, which is gone when it is closed. */
  public Netns scratch() {
    return thread.wander(() -> {
      LibcException.check("unshare", Libc.unshare(Libc.CLONE_NEWNET));
      return hold(NetnsThread.openCurrent());
    });
  }

  /** Makes namespaces in one go; each one's result, in their order. */
  public List<Result> make(List<String> names) {
    List<Result> results = makeAll(names);
    List<Ns> made = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (results.get(i).ok()) {
        made.add(new Ns(names.get(i)));
      }
    }
    whenMade.accept(made);
    return results;
  }

  private synchronized List<Result> makeAll(List<String> names) {
    try {
      naming.prepare(directory);
    } catch (IOException e) {
      return names.stream().map(_ -> Result.refused(Errno.EACCES, e.getMessage())).toList();
    }
    Result[] results = new Result[names.size()];
    Netns[] made = new Netns[names.size()];
    thread.wander(() -> {
      for (int i = 0; i < made.length; i++) {
        results[i] = makeOne(names.get(i), i, made);
      }
      return null;
    });
    for (int i = 0; i < made.length; i++) {
      if (results[i].ok()) {
        open.put(names.get(i), made[i]);
      }
    }
    return Arrays.asList(results);
  }

  private Result makeOne(String name, int place, Netns[] made) {
    if (!valid(name)) {
      return Result.refused(Errno.EINVAL, "Invalid netns name \"" + name + "\"");
    }
    try {
      LibcException.check("unshare", Libc.unshare(Libc.CLONE_NEWNET));
      atBirth.run();
      Netns netns = hold(NetnsThread.openCurrent());
      made[place] = netns;
      naming.give(directory.resolve(name), netns.fd());
      return Result.OK;
    } catch (LibcException e) {
      if (made[place] != null) {
        made[place].close();
      }
      return e.refusal();
    }
  }

  /** The names that {@code ip netns add} takes. */
  private static boolean valid(String name) {
    return !name.isEmpty() && !name.contains("/") && !name.equals(".") && !name.equals("..");
  }

  /** Takes a name away; the namespace goes when nothing lives in it. */
  public synchronized Result drop(String name) {
    if (!valid(name)) {
      return Result.refused(Errno.EINVAL, "Invalid netns name \"" + name + "\"");
    }
    try {
      Naming.take(directory.resolve(name));
    } catch (NoSuchFileException _) {
      return Result.refused(Errno.ENOENT);
    } catch (IOException e) {
      return Result.refused(Errno.EBUSY, e.getMessage());
    }
    Netns held = open.remove(name);
    if (held != null) {
      held.close();
    }
    return Result.OK;
  }

  @Override
  public synchronized void close() {
    open.values().forEach(Netns::close);
    open.clear();
    host.close();
    thread.close();
  }
}
