package vethlab.shell.iproute;

import java.util.List;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.LinkKind;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/** The links of one namespace by name and by index, asked for when they are needed. */
final class LinkTable {
  private final Kernel kernel;
  private final Ns ns;
  private Optional<List<LinkView>> all = Optional.empty();

  LinkTable(Kernel kernel, Ns ns) {
    this.kernel = kernel;
    this.ns = ns;
  }

  List<LinkView> all() {
    if (all.isEmpty()) {
      all = Optional.of(List.copyOf(kernel.links(ns)));
    }
    return all.get();
  }

  /** By name; {@code if7} also means the link with index 7. */
  Optional<LinkView> find(String name) {
    Optional<LinkView> link = kernel.link(ns, name);
    if (link.isEmpty() && name.matches("if[0-9]{1,9}")) {
      return at(Integer.parseInt(name.substring(2)));
    }
    return link;
  }

  Optional<LinkView> at(int index) {
    return kernel.linkAt(ns, index);
  }

  String nameAt(int index) {
    return at(index).map(LinkView::name).orElse("if" + index);
  }

  Optional<LinkView> vrf(String name) {
    return find(name).filter(link -> link.kind() instanceof LinkKind.Vrf);
  }

  /** A name the kernel could give a link: up to 15 bytes, no slash, no blanks. */
  static boolean validName(String name) {
    return name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 16 && validAlias(name);
  }

  static boolean validAlias(String name) {
    return !name.isEmpty() && !name.matches("(?s).*[/ \\t\\n\\r\\f\\x0b].*");
  }
}
