package vethlab.op;

import static vethlab.op.Commands.word;

import java.util.List;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/** {@code ip addr}. */
final class AddrCommands {
  private AddrCommands() {}

  static List<String> add(Op.AddrAdd add) {
    Argv argv = Argv.in(add.ns(), "ip").add("addr", word(add.verb()));
    Prefix local = add.local();
    if (add.peer().isPresent()) {
      argv.add(local.address().toString(), "peer", add.peer().get() + "/" + local.length());
    } else {
      argv.add(local.address() + "/" + local.length());
    }
    add.broadcast().ifPresent(broadcast -> argv.add("brd", broadcast(add, broadcast)));
    boolean usual =
        add.scope() == Route.UNSET
            || add.scope()
                == (local.address().isLoopback() ? Route.SCOPE_HOST : Route.SCOPE_GLOBAL);
    argv.addIf(!usual, "scope", RouteCommands.scope(add.scope()))
        .add("dev", add.dev())
        .addIf(!add.label().isEmpty(), "label", add.label())
        .addIf(add.metric() != 0, "metric", "" + add.metric())
        .addIf(add.noPrefixRoute(), "noprefixroute");
    boolean forever =
        add.validSeconds() == Op.AddrAdd.FOREVER && add.preferredSeconds() == Op.AddrAdd.FOREVER;
    argv.addIf(
        !forever,
        "valid_lft",
        seconds(add.validSeconds()),
        "preferred_lft",
        seconds(add.preferredSeconds()));
    return argv.words();
  }

  private static String broadcast(Op.AddrAdd add, Ip4 broadcast) {
    boolean usual =
        add.peer().isEmpty()
            && add.local().length() <= 30
            && broadcast.equals(add.local().broadcast());
    return usual ? "+" : broadcast.toString();
  }

  private static String seconds(long seconds) {
    return seconds == Op.AddrAdd.FOREVER ? "forever" : "" + seconds;
  }

  static List<String> delete(Op.AddrDel del) {
    Argv argv = Argv.in(del.ns(), "ip").add("addr", "del");
    Ip4 local = del.local().address();
    int length = del.local().length();
    if (del.peer().isEmpty()) {
      argv.add(length == 32 ? local.toString() : local + "/" + length);
    } else if (del.peer().get().equals(local)) {
      argv.add(local + "/" + length);
    } else {
      argv.add(local.toString(), "peer", del.peer().get() + "/" + length);
    }
    return argv.add("dev", del.dev()).addIf(!del.label().isEmpty(), "label", del.label()).words();
  }
}
