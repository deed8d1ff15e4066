package vethlab.shell.iproute;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.LinkKind;
import vethlab.op.view.LinkView;

/** The links of one namespace by name and by index. */
final class LinkTable {
  private final Map<String, LinkView> byName = new LinkedHashMap<>();
  private final Map<Integer, LinkView> byIndex = new LinkedHashMap<>();

  LinkTable(List<LinkView> links) {
    for (LinkView link : links) {
      byName.put(link.name(), link);
      byIndex.put(link.index(), link);
    }
  }

  List<LinkView> all() {
    return List.copyOf(byName.values());
  }

  /** By name; {@code if7} also means the link with index 7. */
  Optional<LinkView> find(String name) {
    LinkView link = byName.get(name);
    if (link == null && name.matches("if[0-9]{1,9}")) {
      link = byIndex.get(Integer.parseInt(name.substring(2)));
    }
    return Optional.ofNullable(link);
  }

  Optional<LinkView> at(int index) {
    return Optional.ofNullable(byIndex.get(index));
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
