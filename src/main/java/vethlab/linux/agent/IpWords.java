package vethlab.linux.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a command line of {@code ip} made that the sandbox must know of. */
sealed interface IpWords {
  record NamespaceMade(String name) implements IpWords {}

  record NamespaceDeleted(String name) implements IpWords {}

  record LinkSet() implements IpWords {}

  record Nothing() implements IpWords {}

  /**
   * A link that needs an address.
   *
   * @param peer a veth's other end, where it was given a name
   */
  record LinkMade(End end, Optional<End> peer) implements IpWords {}

  /**
   * @param namespace empty: the one in which the command ran
   */
  record End(String name, Optional<String> namespace, boolean addressGiven) {
    static End in(Optional<String> namespace) {
      return new End("", namespace, false);
    }

    End named(String name) {
      return new End(name, namespace, addressGiven);
    }

    End moved(String namespace) {
      return new End(name, Optional.of(namespace), addressGiven);
    }

    End given() {
      return new End(name, namespace, true);
    }
  }

  static IpWords of(List<String> words) {
    int at = 0;
    Optional<String> namespace = Optional.empty();
    while (at < words.size() && words.get(at).startsWith("-")) {
      String option = words.get(at);
      boolean takesWord =
          Set.of("-f", "-family", "-l", "-loops", "-rc", "-rcvbuf").contains(option);
      if (option.startsWith("-n") && !option.startsWith("-nu") && at + 1 < words.size()) {
        namespace = Optional.of(words.get(at + 1));
        takesWord = true;
      }
      at += takesWord ? 2 : 1;
    }
    if (at + 1 >= words.size()) {
      return new Nothing();
    }
    String object = words.get(at);
    String verb = words.get(at + 1);
    List<String> rest = words.subList(at + 2, words.size());
    if (abbreviates("link", object)) {
      return link(verb, rest, namespace);
    }
    return abbreviates("netns", object)
            && !object.equals("n")
            && !object.equals("ne")
            && !rest.isEmpty()
        ? netns(verb, rest.getFirst())
        : new Nothing();
  }

  private static boolean abbreviates(String whole, String word) {
    return !word.isEmpty() && whole.startsWith(word);
  }

  private static IpWords netns(String verb, String name) {
    if (abbreviates("add", verb)) {
      return new NamespaceMade(name);
    }
    return abbreviates("delete", verb) ? new NamespaceDeleted(name) : new Nothing();
  }

  private static IpWords link(String verb, List<String> rest, Optional<String> namespace) {
    if (abbreviates("add", verb)) {
      return new LinkWords(namespace).read(rest);
    }
    return abbreviates("set", verb) ? new LinkSet() : new Nothing();
  }
}
