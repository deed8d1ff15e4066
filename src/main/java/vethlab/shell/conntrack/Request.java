package vethlab.shell.conntrack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import vethlab.op.view.ConntrackView;

/** A command line that has been understood, as it grows. */
final class Request {
  /** How entries are printed. */
  enum Format {
    EXTENDED,
    TIMESTAMP,
    ID,
    KTIMESTAMP,
    LABELS,
    USERSPACE,
    XML,
    SAVE
  }

  Verb verb = Verb.NONE;
  String table = "conntrack";
  final Set<Flag> flags = EnumSet.noneOf(Flag.class);
  final Set<Format> formats = EnumSet.noneOf(Format.class);
  private final List<Predicate<ConntrackView>> criteria = new ArrayList<>();
  OptionalInt protocol = OptionalInt.empty();
  boolean ipv6;

  void also(Predicate<ConntrackView> criterion) {
    criteria.add(criterion);
  }

  boolean matches(ConntrackView view) {
    return !ipv6
        && (protocol.isEmpty() || protocol.getAsInt() == view.protocol())
        && criteria.stream().allMatch(each -> each.test(view));
  }

  /** add_command. */
  void verb(Verb wanted) {
    if (verb != Verb.NONE) {
      throw Mistake.parameter("Invalid commands combination");
    }
    verb = wanted;
  }

  /** generic_opt_check. */
  void check() {
    if (flags.contains(Flag.MASK_SRC) && !flags.contains(Flag.SRC)) {
      throw Mistake.parameter("Can't use --mask-src without --src");
    }
    if (flags.contains(Flag.MASK_DST) && !flags.contains(Flag.DST)) {
      throw Mistake.parameter("Can't use --mask-dst without --dst");
    }
    Set<Flag> allowed = Flag.allowed(verb);
    if (verb == Verb.DELETE && table.equals("expect")) {
      require(Flag.SRC);
    }
    if (verb == Verb.GET || verb == Verb.ADD) {
      require(Flag.PROTONUM);
    }
    for (Flag flag : flags) {
      if (!allowed.contains(flag)) {
        throw Mistake.parameter("Illegal option `--" + flag.word() + "' with this command");
      }
    }
  }

  private void require(Flag flag) {
    if (!flags.contains(flag)) {
      throw Mistake.parameter(
          "You need to supply the `--" + flag.word() + "' option for this command");
    }
  }
}
