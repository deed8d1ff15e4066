package vethlab.linux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vethlab.linux.iptables.IptablesTools;
import vethlab.linux.iptables.RestoreText;
import vethlab.linux.libc.Libc;
import vethlab.linux.netlink.Message;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.request.BatchNames;
import vethlab.linux.request.Names;
import vethlab.linux.request.Request;
import vethlab.linux.request.Requests;
import vethlab.linux.socket.KernelRefusal;
import vethlab.linux.view.LinkNames;
import vethlab.op.Errno;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;

/**
 * Has many operations done with few calls. What follows each other and goes the same way goes at
 * once: namespaces on one visit of their thread, messages to one namespace in one send, values of
 * sysctls on one visit, rules with one process a namespace, all namespaces at the same time. The
 * order is kept; what follows a refused operation is done all the same.
 */
final class Batch {
  /** The ways an operation can go. What differs in it can't be gathered. */
  private sealed interface Way {
    record Make() implements Way {}

    record Send(Ns ns) implements Way {}

    record Write() implements Way {}

    record Rules() implements Way {}

    /** Whole tables; of one namespace only once, as the second would empty what the first made. */
    record Tables() implements Way {}

    record Alone(int place) implements Way {}
  }

  private record Waiting(int place, Request request) {}

  private final Namespaces namespaces;
  private final Kernel kernel;
  private final List<Op> ops;
  private final Result[] results;
  private final BatchNames names;
  private final List<Waiting> waiting = new ArrayList<>();
  private Way way = new Way.Make();

  private Batch(LinuxKernel kernel, Namespaces namespaces, List<Op> ops) {
    this.kernel = kernel;
    this.namespaces = namespaces;
    this.ops = ops;
    this.results = new Result[ops.size()];
    this.names = new BatchNames(ns -> namespaces.get(ns).fd(), this::links);
  }

  /** Each operation's result, in their order. */
  static List<Result> apply(LinuxKernel kernel, Namespaces namespaces, List<Op> ops) {
    Batch batch = new Batch(kernel, namespaces, ops);
    for (int place = 0; place < ops.size(); place++) {
      batch.take(place);
    }
    batch.flush();
    return Arrays.asList(batch.results);
  }

  private void take(int place) {
    try {
      Op wanted = ops.get(place);
      if (!(wanted instanceof Op.NetnsAdd) && way instanceof Way.Make) {
        flush(); // what comes next may need the namespaces
      }
      Op op = names.numbered(wanted);
      Request request = Requests.of(op, names);
      Way next = way(request, place);
      if (!next.equals(way) || next instanceof Way.Tables && isWaiting(op.ns())) {
        flush();
        way = next;
      }
      waiting.add(new Waiting(place, request));
      names.note(op);
    } catch (Names.NoSuchDevice _) {
      results[place] = Result.refused(Errno.ENODEV);
    } catch (Kernel.NoSuchNamespace _) {
      results[place] = Result.refused(Errno.ENOENT);
    } catch (KernelRefusal e) {
      results[place] = e.why();
    }
  }

  /** The kernel is asked for links only when it has heard of all so far. */
  private Map<String, Integer> links(Ns ns) {
    flush();
    Map<String, Integer> links = new LinkedHashMap<>();
    LinkNames all = LinkNames.of(namespaces.get(ns).route());
    for (int index : all.indexes()) {
      links.put(all.name(index), index);
    }
    return links;
  }

  private boolean isWaiting(Ns ns) {
    return waiting.stream().anyMatch(w -> ops.get(w.place()).ns().equals(ns));
  }

  private static Way way(Request request, int place) {
    return switch (request) {
      case Request.MakeNamespace _ -> new Way.Make();
      case Request.Rtnetlink r -> new Way.Send(r.ns());
      case Request.WriteSysctl _ -> new Way.Write();
      case Request.ChangeRules(Op.IptDeleteTable _) -> new Way.Alone(place);
      case Request.ChangeRules _ -> new Way.Rules();
      case Request.RestoreRules _ -> new Way.Tables();
      case Request.Netfilter _, Request.DropNamespace _, Request.DeleteConnections _ ->
          new Way.Alone(place);
    };
  }

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    List<Waiting> now = List.copyOf(waiting);
    waiting.clear();
    List<Result> done =
        switch (way) {
          case Way.Make _ -> make(now);
          case Way.Send(Ns ns) -> send(ns, now);
          case Way.Write _ -> write(now);
          case Way.Rules _ -> rules(now);
          case Way.Tables _ -> atOnce(now);
          case Way.Alone _ -> now.stream().map(w -> kernel.apply(ops.get(w.place()))).toList();
        };
    for (int i = 0; i < now.size(); i++) {
      results[now.get(i).place()] = done.get(i);
    }
  }

  private List<Result> make(List<Waiting> now) {
    List<String> wanted =
        now.stream().map(w -> ((Request.MakeNamespace) w.request()).name()).toList();
    List<Result> done = namespaces.make(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      if (done.get(i).ok()) {
        names.made(new Ns(wanted.get(i)));
      }
    }
    return done;
  }

  private List<Result> send(Ns ns, List<Waiting> now) {
    List<Message> messages = new ArrayList<>(now.size());
    for (Waiting each : now) {
      messages.add(((Request.Rtnetlink) each.request()).message());
    }
    return namespaces.get(ns).route().requests(messages);
  }

  private List<Result> write(List<Waiting> now) {
    List<Integer> descriptors =
        now.stream().map(w -> names.fd(((Request.WriteSysctl) w.request()).ns())).toList();
    return namespaces
        .thread()
        .wander(() -> {
          List<Result> done = new ArrayList<>();
          int inside = -1;
          for (int i = 0; i < now.size(); i++) {
            if (descriptors.get(i) != inside) {
              inside = descriptors.get(i);
              Libc.setns(inside, Libc.CLONE_NEWNET);
            }
            Request.WriteSysctl r = (Request.WriteSysctl) now.get(i).request();
            done.add(Sysctls.write(r.key(), r.value()));
          }
          return done;
        });
  }

  /**
   * A refusal is that of all the changes to its namespace: which of them it was is in its words.
   */
  private List<Result> rules(List<Waiting> now) {
    Map<Ns, List<Op.Iptables>> changes = new LinkedHashMap<>();
    for (Waiting w : now) {
      Op.Iptables op = ((Request.ChangeRules) w.request()).op();
      changes.computeIfAbsent(op.ns(), _ -> new ArrayList<>()).add(op);
    }
    Map<Ns, Result> done = new ConcurrentHashMap<>();
    List<Thread> threads = new ArrayList<>();
    changes.forEach((ns, ops) -> {
      int fd = names.fd(ns);
      threads.add(
          Thread.ofPlatform()
              .start(() -> done.put(ns, IptablesTools.restore(fd, RestoreText.of(ops)))));
    });
    threads.forEach(Batch::join);
    return now.stream().map(w -> done.get(((Request.ChangeRules) w.request()).op().ns())).toList();
  }

  /** Each by a process of its own, all at the same time. */
  private List<Result> atOnce(List<Waiting> now) {
    Map<Integer, Result> done = new ConcurrentHashMap<>();
    List<Thread> threads =
        now.stream()
            .map(Waiting::place)
            .map(place ->
                Thread.ofPlatform().start(() -> done.put(place, kernel.apply(ops.get(place)))))
            .toList();
    threads.forEach(Batch::join);
    return now.stream().map(w -> done.get(w.place())).toList();
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
