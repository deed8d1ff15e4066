package vethlab.shell.iproute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vethlab.op.LinkChange;

/** What {@code ip link add|set|delete} has read so far. */
final class LinkRequest {

  enum Verb {
    ADD,
    SET,
    REPLACE,
    DELETE;

    boolean creates() {
      return this == ADD || this == REPLACE;
    }
  }

  final Verb verb;
  final Host host;
  final List<LinkChange> changes = new ArrayList<>();
  Optional<String> name = Optional.empty();
  Optional<String> dev = Optional.empty();
  Optional<String> link = Optional.empty();
  Optional<String> type = Optional.empty();
  OptionalInt index = OptionalInt.empty();
  OptionalInt group = OptionalInt.empty();
  int addressLength;
  boolean shortBroadcast;
  boolean moves;

  LinkRequest(Verb verb, Host host) {
    this.verb = verb;
    this.host = host;
  }

  void change(LinkChange change) {
    changes.add(change);
  }

  /** Complains when a change of that kind has been read before. */
  void once(Class<? extends LinkChange> kind, String word, String value) {
    if (changes.stream().anyMatch(kind::isInstance)) {
      throw IpError.duplicate(word, value);
    }
  }

  boolean changesNothing() {
    return changes.isEmpty();
  }
}
