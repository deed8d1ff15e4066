package vethlab.op;

import static vethlab.op.Commands.word;

import java.util.List;

/** {@code ip neigh}. */
final class NeighCommands {
  private NeighCommands() {}

  static List<String> add(Op.NeighAdd add) {
    return words(Argv.in(add.ns(), "ip").add("neigh", word(add.verb())), add.entry());
  }

  static List<String> delete(Op.NeighDel del) {
    return words(Argv.in(del.ns(), "ip").add("neigh", "del"), del.entry());
  }

  private static List<String> words(Argv argv, NeighSpec entry) {
    return argv.addIf(entry.proxy(), "proxy")
        .add(entry.to().toString())
        .add("lladdr", entry.lladdr())
        .addIf(!entry.dev().isEmpty(), "dev", entry.dev())
        .addIf(entry.state() != NudState.PERMANENT, "nud", word(entry.state()))
        .words();
  }
}
