package vethlab.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vethlab.app.canvas.CanvasView;
import vethlab.app.doc.Edit;
import vethlab.app.doc.Edits;
import vethlab.app.doc.Edits.Target;
import vethlab.app.doc.Names;
import vethlab.app.doc.Recreate;
import vethlab.app.scene.Item;
import vethlab.app.scene.Scene;
import vethlab.app.scene.Scene.Box;
import vethlab.app.scene.Scene.NodeBox;
import vethlab.lab.Layout;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.view.LinkView;

/** What the tools, keys and menus do to the drawing; all of it can be undone by name. */
public final class Drawing {
  private final Studio studio;
  private Optional<CanvasView> canvas = Optional.empty();
  private Consumer<Item> renamer = item -> {};
  private Optional<Copied> copied = Optional.empty();
  private Set<Item> kept = Set.of();
  private Set<Item> expected = Set.of();

  /** Namespaces as they were when they were copied, and where they stood. */
  private record Copied(Kernel kernel, Map<Ns, Box> boxes) {}

  public Drawing(Studio studio) {
    this.studio = studio;
  }

  public void canvas(CanvasView view) {
    canvas = Optional.of(view);
  }

  public Optional<CanvasView> canvas() {
    return canvas;
  }

  public void renamer(Consumer<Item> renamer) {
    this.renamer = renamer;
  }

  public void startRename() {
    studio.chosen().ifPresent(renamer);
  }

  private Words words() {
    return studio.words();
  }

  private Scene scene() {
    return studio.doc().scene();
  }

  // --- making ----------------------------------------------------------------------------------

  /** What a tool does at a point of the canvas. */
  public void drop(Tool tool, double x, double y) {
    Optional<NodeBox> inside =
        scene().nodes().stream().filter(n -> n.box().contains(x, y)).reduce((a, b) -> b);
    switch (tool) {
      case NAMESPACE -> namespace(x - 75, y - 20);
      case BRIDGE -> bridge(inside.map(NodeBox::ns), x, y);
      case UPLINK -> uplink(inside.map(NodeBox::ns), x, y);
      case NOTE -> note(x, y);
      case MORE -> more(inside.map(NodeBox::ns));
      case LINK -> inside.ifPresent(n -> studio.select(new Item.Namespace(n.ns())));
      case SELECT -> {}
    }
    if (tool != Tool.LINK) {
      studio.tool(Tool.SELECT);
    }
  }

  /** Where there is room: right of everything, or in the middle of an empty canvas. */
  public double[] freePlace() {
    if (scene().nodes().isEmpty()) {
      return new double[] {120, 120};
    }
    Box all = scene().bounds();
    return new double[] {all.x(), all.bottom() + 40};
  }

  private static double snap(double value) {
    return Math.rint(value / 10) * 10;
  }

  public Ns namespace(double x, double y) {
    String name = Names.namespace(studio.doc().kernel(), "ns");
    studio.edit(words().get("edit.add", name), studio.edits().namespace(name, snap(x), snap(y)));
    studio.select(new Item.Namespace(new Ns(name)));
    return new Ns(name);
  }

  /** A bridge in a namespace; on empty canvas in the machine's own, which then is shown there. */
  private void bridge(Optional<Ns> inside, double x, double y) {
    Ns ns = inside.orElse(Ns.HOST);
    String name = Names.link(studio.doc().kernel(), ns, "br", 0);
    Edit edit = studio.edits().bridge(ns, name);
    if (inside.isEmpty() && scene().node(ns).isEmpty()) {
      edit = edit.placing(ns.toString(), snap(x - 100), snap(y - 60));
    }
    if (studio.edit(words().get("edit.add", name), edit)) {
      studio.select(new Item.Device(ns, name));
    }
  }

  private void uplink(Optional<Ns> inside, double x, double y) {
    Ns ns = inside.or(() -> studio.chosenNamespaces().stream().findFirst()).orElse(Ns.HOST);
    Optional<Box> box = scene().node(ns).map(NodeBox::box);
    double left = inside.isPresent() ? box.map(b -> b.right() + 90).orElse(x) : x;
    double top = inside.isPresent() ? box.map(Box::y).orElse(y) : y - 20;
    studio.edit(words().get("edit.uplink", ns), studio.edits().uplink(ns, snap(left), snap(top)));
  }

  private void note(double x, double y) {
    int i = 1;
    while (studio.doc().notes().containsKey("note:" + i)) {
      i++;
    }
    String id = "note:" + i;
    Edit edit = Edit.note(id, words().get("note.new")).placing(id, snap(x), snap(y));
    studio.edit(words().get("edit.note"), edit);
    studio.select(new Item.Note(id));
    renamer.accept(new Item.Note(id));
  }

  private Consumer<Ns> moreChooser = ns -> {};

  /** Who asks which of the rarer kinds of link shall be made in a namespace. */
  public void moreChooser(Consumer<Ns> chooser) {
    moreChooser = chooser;
  }

  private void more(Optional<Ns> inside) {
    moreChooser.accept(
        inside.or(() -> studio.chosenNamespaces().stream().findFirst()).orElse(Ns.HOST));
  }

  /** The rarer kinds of link. */
  public enum More {
    MACVLAN,
    IPVLAN,
    VLAN,
    VXLAN,
    DUMMY,
    VETH_INSIDE;

    /** Whether it stands on another link. */
    public boolean needsParent() {
      return this == MACVLAN || this == IPVLAN || this == VLAN;
    }
  }

  /** What a link of a kind can stand on in a namespace. */
  public List<String> parents(Ns ns) {
    return studio.doc().kernel().links(ns).stream()
        .map(LinkView::name)
        .filter(name -> !name.equals("lo"))
        .toList();
  }

  /** Makes a link of a rarer kind, on {@code parent} where it needs one. */
  public void make(More kind, Ns ns, String parent) {
    Edits edits = studio.edits();
    Edit edit =
        switch (kind) {
          case MACVLAN -> edits.macvlan(ns, parent, ns);
          case IPVLAN -> edits.ipvlan(ns, parent);
          case VLAN -> edits.vlan(ns, parent, edits.freeVlan(ns, parent));
          case VXLAN -> edits.vxlan(ns);
          case DUMMY -> edits.dummy(ns);
          case VETH_INSIDE -> edits.connect(new Target.Namespace(ns), new Target.Namespace(ns));
        };
    studio.edit(
        words().get("edit.add", words().get("more." + kind.name().toLowerCase(Locale.ROOT))), edit);
  }

  /** The link that was let go over nothing ends in something new there. */
  public void linkToNew(Target from, Tool tool, double x, double y) {
    if (tool == Tool.NAMESPACE) {
      String name = Names.namespace(studio.doc().kernel(), "ns");
      Edit make = studio.edits().namespace(name, snap(x), snap(y - 50));
      Edit both = make.and(Edit.of(connectAfter(make, from, new Target.Namespace(new Ns(name)))));
      studio.edit(words().get("edit.connect-new", DrawLabel.of(from), name), both);
      return;
    }
    String name = Names.link(studio.doc().kernel(), Ns.HOST, "br", 0);
    Edit make = studio.edits().bridge(Ns.HOST, name);
    if (scene().node(Ns.HOST).isEmpty()) {
      make = make.placing(Ns.HOST.toString(), snap(x), snap(y - 50));
    }
    Edit both = make.and(Edit.of(connectAfter(make, from, new Target.Bridge(Ns.HOST, name))));
    studio.edit(words().get("edit.connect-new", DrawLabel.of(from), name), both);
  }

  /** The changes that connect two targets once {@code first} is done. */
  private List<Op> connectAfter(Edit first, Target from, Target to) {
    vethlab.sim.World trial = studio.doc().timeline().world().copy();
    first.ops().forEach(op -> trial.kernel().apply(op));
    return new Edits(trial.kernel()).connect(from, to).ops();
  }

  /** Whether what is chosen are two things that a link can join. */
  public boolean canConnect() {
    return targets().size() == 2;
  }

  private List<Target> targets() {
    return studio.selection().stream().map(this::target).flatMap(Optional::stream).toList();
  }

  /** Connects the two things that are chosen, or one with itself. */
  public void connectChosen() {
    List<Target> targets = targets();
    if (targets.isEmpty() || targets.size() > 2) {
      studio.message(words().get("message.two"));
      return;
    }
    Target from = targets.getFirst();
    Target to = targets.getLast();
    String name = words().get("edit.connect", DrawLabel.of(from), DrawLabel.of(to));
    studio.edit(name, studio.edits().connect(from, to));
  }

  private Optional<Target> target(Item item) {
    return switch (item) {
      case Item.Namespace n -> Optional.of(new Target.Namespace(n.ns()));
      case Item.Device d ->
          scene().device(d.ns(), d.name()).filter(box -> box.kind().equals("bridge")).isPresent()
              ? Optional.of(new Target.Bridge(d.ns(), d.name()))
              : Optional.of(new Target.Namespace(d.ns()));
      case Item.Port p -> Optional.of(new Target.Namespace(p.ns()));
      case Item.Link l -> Optional.empty();
      case Item.Note n -> Optional.empty();
    };
  }

  private static final class DrawLabel {
    static String of(Target target) {
      return target instanceof Target.Bridge b ? b.name() : target.ns().toString();
    }
  }

  // --- changing --------------------------------------------------------------------------------

  public void delete() {
    Edit all = Edit.NOTHING;
    Set<Ns> gone = new LinkedHashSet<>(studio.chosenNamespaces());
    for (Item item : studio.selection()) {
      all = all.and(deletion(item, gone));
    }
    if (!studio.selection().isEmpty()) {
      studio.edit(words().get("edit.delete", label(studio.selection())), all);
    }
  }

  private Edit deletion(Item item, Set<Ns> gone) {
    boolean goesAnyway = item.owner().filter(gone::contains).isPresent();
    return switch (item) {
      case Item.Namespace n ->
          n.ns().isHost() ? Edit.NOTHING : studio.edits().removeNamespace(n.ns());
      case Item.Device d -> goesAnyway ? Edit.NOTHING : studio.edits().removeLink(d.ns(), d.name());
      case Item.Port p -> goesAnyway ? Edit.NOTHING : studio.edits().removeLink(p.ns(), p.name());
      case Item.Link l ->
          goesAnyway || gone.contains(l.b().ns())
              ? Edit.NOTHING
              : isMember(l)
                  ? Edit.of(
                      Edits.set(l.a().ns(), l.a().name(), new vethlab.op.LinkChange.NoMaster()))
                  : studio.edits().removeLink(l.a().ns(), l.a().name());
      case Item.Note n -> Edit.note(n.id(), "");
    };
  }

  private boolean isMember(Item.Link link) {
    return scene().wires().stream()
        .anyMatch(w ->
            w.a().equals(link.a()) && w.b().equals(link.b()) && w.kind() == Scene.WireKind.MEMBER);
  }

  private String label(Set<Item> items) {
    return items.size() == 1
        ? nameOf(items.iterator().next()).orElse("")
        : words().get("edit.things", items.size());
  }

  /** The name of something, or the text of a note. */
  public Optional<String> nameOf(Item item) {
    return switch (item) {
      case Item.Namespace n -> Optional.of(n.ns().toString());
      case Item.Device d -> Optional.of(d.name());
      case Item.Port p -> Optional.of(p.name());
      case Item.Link l -> Optional.of(l.a().name() + " – " + l.b().name());
      case Item.Note n -> Optional.ofNullable(studio.doc().notes().get(n.id()));
    };
  }

  /** Where something is on the canvas. */
  public Optional<Box> boxOf(Item item) {
    return switch (item) {
      case Item.Namespace n -> scene().node(n.ns()).map(NodeBox::box);
      case Item.Device d -> scene().device(d.ns(), d.name()).map(Scene.DeviceBox::box);
      case Item.Port p ->
          scene()
              .port(p.ns(), p.name())
              .map(port -> new Box(port.x() - 10, port.y() - 20, 120, 30));
      case Item.Link l -> Optional.empty();
      case Item.Note n ->
          scene().notes().stream()
              .filter(b -> b.id().equals(n.id()))
              .map(Scene.NoteBox::box)
              .findFirst();
    };
  }

  public void rename(Item item, String name) {
    String title = words().get("edit.rename", nameOf(item).orElse(""), name);
    switch (item) {
      case Item.Namespace n when !n.ns().isHost() -> {
        Edit edit = new Recreate(studio.doc().kernel()).renamed(n.ns(), new Ns(name));
        if (studio.edit(title, edit)) {
          studio.select(new Item.Namespace(new Ns(name)));
        }
      }
      case Item.Namespace n -> studio.message(words().get("message.host-name"));
      case Item.Device d -> studio.edit(title, studio.edits().renameLink(d.ns(), d.name(), name));
      case Item.Port p -> studio.edit(title, studio.edits().renameLink(p.ns(), p.name(), name));
      case Item.Link l -> {}
      case Item.Note n -> studio.edit(words().get("edit.note"), Edit.note(n.id(), name));
    }
  }

  public void copy() {
    Set<Ns> chosen = new LinkedHashSet<>(studio.chosenNamespaces());
    chosen.remove(Ns.HOST);
    if (!chosen.isEmpty()) {
      copied = Optional.of(taken(chosen));
    }
  }

  private Copied taken(Set<Ns> namespaces) {
    Map<Ns, Box> boxes = new LinkedHashMap<>();
    for (NodeBox node : scene().nodes()) {
      if (namespaces.contains(node.ns())) {
        boxes.put(node.ns(), node.box());
      }
    }
    return new Copied(studio.doc().timeline().world().copy().kernel(), boxes);
  }

  public void cut() {
    copy();
    delete();
  }

  public void paste() {
    copied.ifPresent(this::paste);
  }

  public void duplicate() {
    Set<Ns> chosen = new LinkedHashSet<>(studio.chosenNamespaces());
    chosen.remove(Ns.HOST);
    paste(taken(chosen));
  }

  private void paste(Copied from) {
    if (from.boxes().isEmpty()) {
      return;
    }
    Recreate.Copy copy =
        new Recreate(from.kernel()).copy(from.boxes().keySet(), studio.doc().kernel());
    Edit edit = copy.edit();
    for (Map.Entry<Ns, Ns> each : copy.names().entrySet()) {
      Box box = from.boxes().get(each.getKey());
      double by = each.getKey().equals(each.getValue()) ? 0 : 40;
      edit = edit.placing(each.getValue().toString(), box.x() + by, box.y() + by);
    }
    if (studio.edit(words().get("edit.duplicate", copy.names().size()), edit)) {
      Set<Item> made = new LinkedHashSet<>();
      copy.names().values().forEach(ns -> made.add(new Item.Namespace(ns)));
      studio.select(made);
    }
  }

  public void selectAll() {
    Set<Item> all = new LinkedHashSet<>();
    scene().nodes().forEach(node -> all.add(new Item.Namespace(node.ns())));
    scene().notes().forEach(note -> all.add(new Item.Note(note.id())));
    studio.select(all);
  }

  /** What is chosen stays so while the next is looked for; again: it no longer does. */
  public void keep() {
    if (studio.selection().equals(kept)) {
      kept = Set.of();
    } else {
      kept = new LinkedHashSet<>(studio.selection());
    }
    expected = studio.selection();
    studio.note(kept.isEmpty() ? "" : words().get("message.kept", label(kept)));
  }

  /** The next thing after the one that is chosen, or the one before it, beside what is kept. */
  public void selectNext(int by) {
    if (!studio.selection().equals(expected)) {
      kept = Set.of();
    }
    List<Item> all = new ArrayList<>(everything());
    Optional<Item> last = studio.selection().stream().reduce((a, b) -> b);
    int at = last.map(all::indexOf).orElse(by > 0 ? -1 : 0);
    if (all.isEmpty()) {
      return;
    }
    Item next = all.get(Math.floorMod(at + by, all.size()));
    Set<Item> chosen = new LinkedHashSet<>(kept);
    chosen.remove(next);
    chosen.add(next);
    studio.select(chosen);
    expected = studio.selection();
    boxOf(next).ifPresent(box -> canvas.ifPresent(c -> c.reveal(box)));
  }

  /** All that can be chosen, namespace by namespace. */
  public List<Item> everything() {
    List<Item> all = new ArrayList<>();
    for (NodeBox node : scene().nodes()) {
      all.add(new Item.Namespace(node.ns()));
      node.devices().forEach(d -> all.add(new Item.Device(d.ns(), d.name())));
      node.ports().forEach(p -> all.add(new Item.Port(p.ns(), p.name())));
    }
    scene().notes().forEach(note -> all.add(new Item.Note(note.id())));
    return all;
  }

  /** Chooses something and shows where it is; {@code also}: beside what was chosen. */
  public void find(Item item, Set<Item> also) {
    Set<Item> chosen = new LinkedHashSet<>(also);
    chosen.remove(item);
    chosen.add(item);
    studio.select(chosen);
    boxOf(item).ifPresent(box -> canvas.ifPresent(c -> c.reveal(box)));
  }

  public void nudge(double dx, double dy) {
    Map<String, double[]> from = places();
    if (!from.isEmpty()) {
      String name = words().get("edit.move", label(studio.selection()));
      studio.edit(name, Edit.moving(layout -> shifted(layout, from, dx, dy)));
    }
  }

  private Map<String, double[]> places() {
    Map<String, double[]> places = new LinkedHashMap<>();
    for (Item item : studio.selection()) {
      switch (item) {
        case Item.Namespace n ->
            boxOf(n).ifPresent(b -> places.put(n.ns().toString(), new double[] {b.x(), b.y()}));
        case Item.Note n ->
            boxOf(n).ifPresent(b -> places.put(n.id(), new double[] {b.x(), b.y()}));
        case Item.Device d -> {
          Box home = scene().node(d.ns()).orElseThrow().box();
          boxOf(d)
              .ifPresent(b ->
                  places.put(
                      d.ns() + "/" + d.name(), new double[] {b.x() - home.x(), b.y() - home.y()}));
        }
        case Item.Port p -> {}
        case Item.Link l -> {}
      }
    }
    return places;
  }

  private static Layout shifted(Layout layout, Map<String, double[]> from, double dx, double dy) {
    Layout moved = layout;
    for (Map.Entry<String, double[]> each : from.entrySet()) {
      moved =
          moved.with(
              each.getKey(), Layout.Place.at(each.getValue()[0] + dx, each.getValue()[1] + dy));
    }
    return moved;
  }

  /** Left edges, middles or tops in one line. */
  public enum Line {
    LEFT,
    TOP,
    SPREAD
  }

  public void align(Line line) {
    List<NodeBox> boxes =
        scene().nodes().stream()
            .filter(n -> studio.selection().contains(new Item.Namespace(n.ns())))
            .sorted(java.util.Comparator.comparingDouble(n -> n.box().x()))
            .toList();
    if (boxes.size() < 2) {
      return;
    }
    double left = boxes.stream().mapToDouble(n -> n.box().x()).min().orElse(0);
    double top = boxes.stream().mapToDouble(n -> n.box().y()).min().orElse(0);
    double last = boxes.getLast().box().x();
    Map<String, double[]> to = new LinkedHashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i).box();
      double[] at =
          switch (line) {
            case LEFT -> new double[] {left, box.y()};
            case TOP -> new double[] {box.x(), top};
            case SPREAD -> new double[] {left + (last - left) * i / (boxes.size() - 1), box.y()};
          };
      to.put(boxes.get(i).ns().toString(), at);
    }
    studio.edit(words().get("edit.align"), Edit.moving(layout -> shifted(layout, to, 0, 0)));
  }

  public void arrange() {
    studio.edit(words().get("edit.arrange"), Edit.moving(studio.doc().arranged()));
    canvas.ifPresent(CanvasView::fit);
  }
}
