package vethlab.op;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vethlab.op.view.ConntrackView;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** Which connections {@code conntrack -L/-D} means; an absent criterion matches all. */
public record ConntrackFilter(
    OptionalInt protocol,
    Optional<Prefix> originalSource,
    Optional<Prefix> originalDestination,
    Optional<Prefix> replySource,
    Optional<Prefix> replyDestination,
    OptionalInt originalSourcePort,
    OptionalInt originalDestinationPort,
    Optional<String> state,
    OptionalInt mark,
    OptionalLong id) {
  public static final ConntrackFilter ALL = of(OptionalLong.empty());

  /** The one with that {@link ConntrackView#id}. */
  public static ConntrackFilter one(long id) {
    return of(OptionalLong.of(id));
  }

  private static ConntrackFilter of(OptionalLong id) {
    return new ConntrackFilter(
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        id);
  }

  public boolean matches(ConntrackView view) {
    return is(protocol, view.protocol())
        && within(originalSource, view.original().src())
        && within(originalDestination, view.original().dst())
        && within(replySource, view.reply().src())
        && within(replyDestination, view.reply().dst())
        && is(originalSourcePort, view.original().sport())
        && is(originalDestinationPort, view.original().dport())
        && state.map(wanted -> wanted.equals(view.state())).orElse(true)
        && is(mark, (int) view.mark())
        && (id.isEmpty() || id.getAsLong() == view.id());
  }

  private static boolean is(OptionalInt wanted, int value) {
    return wanted.isEmpty() || wanted.getAsInt() == value;
  }

  private static boolean within(Optional<Prefix> wanted, Ip4 address) {
    return wanted.map(prefix -> prefix.contains(address)).orElse(true);
  }
}
