package vethlab.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.app.doc.Document;
import vethlab.app.doc.Edits;
import vethlab.lab.Layout;
import vethlab.op.LinkChange;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Op.LinkAdd;
import vethlab.op.Op.LinkSet;
import vethlab.op.Op.NetnsAdd;
import vethlab.sim.World;
import vethlab.wire.Prefix;

/**
 * A large network: a switch of switches, hosts on each, and a second link from each host to the
 * next. A frame to nobody is flooded to all of it at once.
 */
final class Fabric {
  private static final int HOSTS = 24;
  private static final double CELL = 260;

  private final int switches;
  private final List<Op> ops = new ArrayList<>();
  private final Map<String, Layout.Place> places = new LinkedHashMap<>();

  private Fabric(int switches) {
    this.switches = switches;
  }

  /** About so many namespaces, and twice as many links. */
  static Document of(int namespaces) {
    return new Fabric(Math.max(1, namespaces / (HOSTS + 1))).build();
  }

  private Document build() {
    bridge("root", 0, 0);
    int across = (int) Math.ceil(Math.sqrt(switches));
    for (int s = 0; s < switches; s++) {
      int row = s / across;
      pod(s, 600 + s % across * CELL * 6, row * CELL * 6);
    }
    int hosts = switches * HOSTS;
    for (int h = 0; h < hosts; h++) {
      link(host(h), "right", host((h + 1) % hosts), "left");
    }
    ops.add(Edits.address(new Ns(host(0)), "eth0", Prefix.parse("10.0.0.1/8")));
    World world = new World();
    ops.forEach(op -> world.kernel().apply(op));
    Document document = new Document("fabric", world);
    document.place(new Layout(places), Map.of());
    return document;
  }

  private static String host(int number) {
    return "n" + number;
  }

  private void pod(int s, double x, double y) {
    String name = "sw" + s;
    bridge(name, x + CELL * 2, y + CELL * 2);
    link("root", "p" + s, name, "up");
    master("root", "p" + s);
    master(name, "up");
    for (int i = 0; i < HOSTS; i++) {
      int place = i < 12 ? i : i + 1;
      String host = host(s * HOSTS + i);
      int row = place / 5;
      namespace(host, x + place % 5 * CELL, y + row * CELL);
      link(name, "p" + i, host, "eth0");
      master(name, "p" + i);
    }
  }

  private void namespace(String name, double x, double y) {
    ops.add(new NetnsAdd(name));
    places.put(name, Layout.Place.at(x, y));
  }

  private void bridge(String name, double x, double y) {
    namespace(name, x, y);
    Ns ns = new Ns(name);
    ops.add(new LinkAdd(ns, "br0", new LinkKind.Bridge(List.of()), List.of()));
    ops.add(new LinkSet(ns, "br0", List.of(new LinkChange.Up())));
  }

  private void link(String a, String aName, String b, String bName) {
    Ns from = new Ns(a);
    Ns to = new Ns(b);
    List<LinkChange> there = List.of(new LinkChange.MoveTo(to));
    ops.add(new LinkAdd(from, aName, new LinkKind.Veth(bName, there), List.of()));
    ops.add(new LinkSet(from, aName, List.of(new LinkChange.Up())));
    ops.add(new LinkSet(to, bName, List.of(new LinkChange.Up())));
  }

  private void master(String ns, String port) {
    ops.add(new LinkSet(new Ns(ns), port, List.of(new LinkChange.Master("br0"))));
  }
}
