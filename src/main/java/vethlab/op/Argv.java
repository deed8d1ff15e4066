package vethlab.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a command as they come together. */
final class Argv {
  private final List<String> words = new ArrayList<>();

  static Argv of(String... words) {
    return new Argv().add(words);
  }

  /** A tool that takes the namespace itself, as {@code ip -n NS}. */
  static Argv in(Ns ns, String tool) {
    Argv argv = of(tool);
    return ns.isHost() ? argv : argv.add("-n", ns.name());
  }

  /** A tool that has to be started in the namespace. */
  static Argv inside(Ns ns, String tool) {
    return ns.isHost() ? of(tool) : of("ip", "netns", "exec", ns.name(), tool);
  }

  Argv add(String... more) {
    words.addAll(List.of(more));
    return this;
  }

  Argv addAll(List<String> more) {
    words.addAll(more);
    return this;
  }

  /** A word and its value, where there is one. */
  Argv add(String word, Optional<?> value) {
    value.ifPresent(v -> add(word, v.toString()));
    return this;
  }

  Argv addIf(boolean holds, String... more) {
    return holds ? add(more) : this;
  }

  List<String> words() {
    return List.copyOf(words);
  }
}
