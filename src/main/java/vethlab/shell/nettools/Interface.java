package vethlab.shell.nettools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vethlab.op.LinkFlags;
import vethlab.op.view.AddrView;
import vethlab.op.view.LinkView;

/**
 * An interface as the ioctls know it: a link, or an alias, which is an address with a label of its
 * own.
 *
 * @param address the first address labelled with the name
 */
record Interface(String name, LinkView link, Optional<AddrView> address) {
  private static final Pattern ALIAS = Pattern.compile("(.*):(\\d{1,9})");
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparing(Interface::base)
          .thenComparing(Interface::number)
          .thenComparing(Comparator.naturalOrder());

  /** All links and aliases in the order in which they are shown. */
  static List<Interface> all(Tool tool) {
    TreeSet<String> names = new TreeSet<>(BY_NUMBER);
    tool.links().forEach(link -> names.add(link.name()));
    tool.addresses().forEach(address -> names.add(address.label()));
    List<Interface> found = new ArrayList<>();
    names.forEach(name -> find(tool, name).ifPresent(found::add));
    return found;
  }

  /** An alias that has no address is found too, as a link without one. */
  static Optional<Interface> find(Tool tool, String name) {
    return tool.link(device(name))
        .map(link ->
            new Interface(
                name,
                link,
                tool.addresses().stream()
                    .filter(a -> a.ifindex() == link.index() && a.label().equals(name))
                    .findFirst()));
  }

  /** The link's name: what stands before a colon. */
  static String device(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  boolean isAlias() {
    return name.contains(":");
  }

  boolean has(int flag) {
    return link.has(flag);
  }

  boolean up() {
    return has(LinkFlags.UP);
  }

  private static String base(String name) {
    Matcher alias = ALIAS.matcher(name);
    return (alias.matches() ? alias.group(1) : name).replaceFirst("\\d+$", "");
  }

  private static long number(String name) {
    Matcher alias = ALIAS.matcher(name);
    String device = alias.matches() ? alias.group(1) : name;
    String digits = device.substring(device.replaceFirst("\\d+$", "").length());
    long own = digits.isEmpty() || digits.length() > 9 ? -1 : Long.parseLong(digits);
    long index = alias.reset().matches() ? Long.parseLong(alias.group(2)) + 1 : 0;
    return (own + 1) * 10_000_000_000L + index;
  }
}
