package vethlab.app.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.app.doc.Document;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.sim.Stage;
import vethlab.sim.World;
import vethlab.sim.trace.Row;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.Verdict;

/** The steps of a document around the moment it shows, by packet. */
public class PacketSteps {
  /** How far a packet's other steps are looked for. */
  private static final int REACH = 3_000;

  private final Document document;

  public PacketSteps(Document document) {
    this.document = document;
  }

  public Optional<Step> current() {
    return document.current();
  }

  /** A packet's steps in its namespace, and how many of them have happened. */
  public record Course(List<Step> steps, int here) {}

  /** What the packet of the present step has done and will do in its namespace. */
  public Course course() {
    return course(document.eventsHere() - 1);
  }

  Course course(int at) {
    Step now = document.event(at);
    int from = (int) Math.max(document.timeline().firstKept(), at - REACH);
    List<Step> near = document.timeline().steps(from, Math.min(document.eventCount(), at + REACH));
    List<Step> steps = new ArrayList<>();
    int here = 0;
    for (int i = 0; i < near.size(); i++) {
      Step step = near.get(i);
      if (step.packetId() == now.packetId() && step.ns().equals(now.ns())) {
        steps.add(step);
        if (from + i <= at) {
          here = steps.size();
        }
      }
    }
    return new Course(steps, here);
  }

  /** The rule by which NAT deals with the present packet, where it has just gone through it. */
  public Optional<Row> natRule() {
    Course course = course();
    return course.steps().subList(0, course.here()).stream()
        .map(Step::decided)
        .filter(row -> row.table() == Row.Table.IPTABLES && row.where().startsWith("nat "))
        .filter(row -> row.number() > 0)
        .reduce((a, b) -> b);
  }

  /** The way through a namespace: of the packet that is in it, or the usual one. */
  public Way way(Ns ns) {
    Optional<Step> now = current().filter(step -> step.ns().equals(ns));
    if (now.isPresent()) {
      Course course = course();
      return Way.of(course.steps(), course.here(), bridges(document, ns));
    }
    return usual(document, ns);
  }

  private static boolean bridges(Document document, Ns ns) {
    return document.kernel().links(ns).stream().anyMatch(l -> l.kind() instanceof LinkKind.Bridge);
  }

  private static Way usual(Document document, Ns ns) {
    boolean bridges = bridges(document, ns);
    boolean routes =
        document.kernel().sysctl(ns, "net.ipv4.ip_forward").filter("1"::equals).isPresent();
    return Way.idle(ns, routes || bridges, bridges);
  }

  /** The virtual time of the moment. */
  public long time() {
    return document.timeline().world().now();
  }

  /** What was put on links and has not arrived yet, but for what the present step is about. */
  public List<Step> onLinks(Optional<Step> but) {
    long now = document.timeline().world().now();
    List<Step> sent = new ArrayList<>();
    if (document.timeline().world().framesInFlight() == 0) {
      return sent;
    }
    for (int i = document.eventsHere() - 1; i >= document.timeline().firstKept(); i--) {
      Step step = document.event(i);
      if (step.time() < now - World.LINK_NANOS) {
        break;
      }
      boolean flies = step.verdict() instanceof Verdict.Sent && step.stage() != Stage.RECEIVE;
      if (flies && (but.isEmpty() || step != but.get()) && sent.size() < 1_000) {
        sent.add(step);
      }
    }
    return sent;
  }

  /** What a real kernel let be seen: one frame, and no reasons. */
  public static final class Seen extends PacketSteps {
    private final Optional<Step> frame;
    private final Document document;

    public Seen(Document document, Optional<Step> frame) {
      super(document);
      this.document = document;
      this.frame = frame;
    }

    @Override
    public Optional<Step> current() {
      return frame;
    }

    @Override
    public Course course() {
      return new Course(frame.stream().toList(), frame.isPresent() ? 1 : 0);
    }

    @Override
    public Way way(Ns ns) {
      return usual(document, ns);
    }

    @Override
    public List<Step> onLinks(Optional<Step> but) {
      return List.of();
    }
  }
}
