package vethlab.app.doc;

import java.util.Set;
import java.util.stream.Collectors;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.view.LinkView;

/** Names that are free, in the way people count. */
public final class Names {
  /** IFNAMSIZ - 1. */
  public static final int LONGEST = 15;

  private Names() {}

  /** {@code ns1}, {@code ns2} …: the first that no namespace has. */
  public static String namespace(Kernel kernel, String stem) {
    Set<String> taken = kernel.namespaces().stream().map(Ns::name).collect(Collectors.toSet());
    return first(stem, 1, taken);
  }

  /** The first free name of a link in a namespace, counted from {@code from}. */
  public static String link(Kernel kernel, Ns ns, String stem, int from) {
    return link(kernel, ns, stem, from, Set.of());
  }

  static String link(Kernel kernel, Ns ns, String stem, int from, Set<String> also) {
    Set<String> taken = kernel.links(ns).stream().map(LinkView::name).collect(Collectors.toSet());
    taken.addAll(also);
    return first(stem, from, taken);
  }

  private static String first(String stem, int from, Set<String> taken) {
    int i = from;
    while (taken.contains(stem + i)) {
      i++;
    }
    return stem + i;
  }
}
