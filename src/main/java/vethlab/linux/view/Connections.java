package vethlab.linux.view;

import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.ConntrackFilter;
import vethlab.op.view.ConntrackView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Which connections a {@link ConntrackFilter} means. */
public final class Connections {
  private Connections() {}

  public static boolean matches(ConntrackFilter filter, ConntrackView c) {
    return same(filter.protocol(), c.protocol())
        && within(filter.originalSource(), c.original().src())
        && within(filter.originalDestination(), c.original().dst())
        && within(filter.replySource(), c.reply().src())
        && within(filter.replyDestination(), c.reply().dst())
        && same(filter.originalSourcePort(), c.original().sport())
        && same(filter.originalDestinationPort(), c.original().dport())
        && filter.state().map(s -> s.equals(c.state())).orElse(true)
        && same(filter.mark(), (int) c.mark());
  }

  private static boolean same(OptionalInt wanted, int is) {
    return wanted.isEmpty() || wanted.getAsInt() == is;
  }

  private static boolean within(Optional<Prefix> wanted, Ip4 is) {
    return wanted.map(p -> p.contains(is)).orElse(true);
  }
}
