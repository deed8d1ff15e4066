package vethlab.op;

import java.util.Optional;
import java.util.OptionalInt;
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
    OptionalInt mark) {
  public static final ConntrackFilter ALL =
      new ConntrackFilter(
          OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(),
          OptionalInt.empty());
}
