package vethlab.app.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.app.Words;
import vethlab.app.inspect.Sheet.Fact;
import vethlab.app.inspect.Sheet.Facts;
import vethlab.app.inspect.Sheet.Fixed;
import vethlab.app.inspect.Sheet.Page;
import vethlab.app.inspect.Sheet.Part;
import vethlab.app.inspect.Sheet.Rows;
import vethlab.app.scene.Item;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/** The sheet of whatever is chosen. */
public final class Sheets {
  private final Words words;
  private final Kernel kernel;

  public Sheets(Words words, Kernel kernel) {
    this.words = words;
    this.kernel = kernel;
  }

  /** Nothing where it is not there, or there is nothing to say about it. */
  public Optional<Sheet> of(Item item) {
    return switch (item) {
      case Item.Namespace n -> Optional.of(n.ns()).filter(kernel::exists).map(this::namespace);
      case Item.Device d -> link(d.ns(), d.name());
      case Item.Port p -> link(p.ns(), p.name());
      case Item.Link l -> link(l.a().ns(), l.a().name());
      case Item.Note n -> Optional.empty();
    };
  }

  private Optional<Sheet> link(Ns ns, String name) {
    return kernel.exists(ns)
        ? kernel.link(ns, name).map(link -> new LinkSheet(words, kernel, ns, link).sheet())
        : Optional.empty();
  }

  private Page page(String id, Part... parts) {
    return new Page(id, words.get("inspect." + id), List.of(parts));
  }

  private Sheet namespace(Ns ns) {
    NetTables tables = new NetTables(words, kernel, ns);
    String dev =
        kernel.links(ns).stream()
            .map(LinkView::name)
            .filter(name -> !name.equals("lo"))
            .findFirst()
            .orElse("eth0");
    List<Page> pages = new ArrayList<>();
    pages.add(page("links", tables.links(), forwarding(ns)));
    pages.add(page("routes", tables.routes(r -> true)));
    pages.add(page("rules", tables.rules()));
    pages.add(page("neighbours", tables.neighbours(n -> true, Optional.of(dev))));
    Rows fdb = tables.fdb(f -> !f.master().isEmpty(), dev);
    if (!fdb.lines().isEmpty()) {
      pages.add(page("fdb", fdb));
    }
    pages.add(
        new Page(
            "iptables",
            words.get("inspect.iptables"),
            new Firewall(words, kernel.iptables(ns)).parts()));
    pages.add(page("conntrack", tables.conntrack()));
    pages.add(page("sysctl", new Sysctls(words, kernel, ns).usual()));
    int links = kernel.links(ns).size() - 1;
    return new Sheet(ns, ns.toString(), "", true, words.get("inspect.namespace", links), pages);
  }

  private Facts forwarding(Ns ns) {
    String value = kernel.sysctl(ns, "net.ipv4.ip_forward").orElse("0");
    return new Facts(
        List.of(
            new Fact(
                "ip_forward",
                value,
                words.get(value.equals("1") ? "inspect.forwards" : "inspect.forwards-not"),
                new Sheet.OneOf(List.of("0", "1"), to -> "sysctl -w net.ipv4.ip_forward=" + to))));
  }

  /** Every table of a namespace, as state to watch. */
  public List<Rows> tables(Ns ns) {
    if (!kernel.exists(ns)) {
      return List.of();
    }
    NetTables tables = new NetTables(words, kernel, ns);
    List<Rows> all = new ArrayList<>();
    all.add(tables.neighbours(n -> true, Optional.empty()));
    Rows fdb = tables.fdb(f -> !f.master().isEmpty(), "eth0");
    if (!fdb.lines().isEmpty()) {
      all.add(fdb);
    }
    all.add(tables.routes(r -> true));
    if (kernel.rules(ns).size() > 3) {
      all.add(tables.rules());
    }
    all.addAll(new Firewall(words, kernel.iptables(ns)).chains(false));
    all.add(tables.conntrack());
    return all;
  }

  static Fact fact(String name, String value) {
    return new Fact(name, value, "", new Fixed());
  }
}
