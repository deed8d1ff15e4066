package vethlab.linux.agent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the words after {@code ip link add}. */
final class LinkWords {
  /** Kinds that take their address from the ports or the parent. */
  private static final Set<String> BORROWING = Set.of("bridge", "vlan", "ipvlan");

  private static final Set<String> TAKING_A_WORD =
      Set.of(
          "link",
          "mtu",
          "txqueuelen",
          "txqlen",
          "qlen",
          "index",
          "numtxqueues",
          "numrxqueues",
          "id",
          "local",
          "remote",
          "dstport",
          "group",
          "mode",
          "master",
          "alias",
          "broadcast",
          "brd",
          "protocol",
          "table",
          "ttl",
          "vni");

  private IpWords.End own;
  private IpWords.End peer;
  private boolean peerSeen;
  private String kind = "";

  LinkWords(Optional<String> namespace) {
    own = IpWords.End.in(namespace);
    peer = IpWords.End.in(namespace);
  }

  IpWords read(List<String> words) {
    int at = 0;
    while (at < words.size()) {
      String next = at + 1 < words.size() ? words.get(at + 1) : "";
      at += word(words.get(at), next);
    }
    if (BORROWING.contains(kind) || kind.isEmpty()) {
      return new IpWords.Nothing();
    }
    boolean named = peerSeen && !peer.name().isEmpty();
    return new IpWords.LinkMade(own, named ? Optional.of(peer) : Optional.empty());
  }

  /** Reads one word and what belongs to it; answers how many that were. */
  private int word(String word, String next) {
    switch (word) {
      case "type" -> {
        kind = next;
        return 2;
      }
      case "peer" -> {
        peerSeen = true;
        if (next.equals("name") || next.isEmpty()) {
          return 1;
        }
        peer = peer.named(next);
        return 2;
      }
      case "name", "dev" -> {
        if (peerSeen) {
          peer = peer.named(next);
        } else if (kind.isEmpty()) {
          own = own.named(next);
        }
        return 2;
      }
      case "netns" -> {
        if (peerSeen) {
          peer = peer.moved(next);
        } else {
          own = own.moved(next);
        }
        return 2;
      }
      case "address" -> {
        if (peerSeen) {
          peer = peer.given();
        } else {
          own = own.given();
        }
        return 2;
      }
      default -> {
        if (TAKING_A_WORD.contains(word)) {
          return 2;
        }
        if (own.name().isEmpty() && kind.isEmpty()) {
          own = own.named(word);
        }
        return 1;
      }
    }
  }
}
