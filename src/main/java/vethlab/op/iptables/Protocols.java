package vethlab.op.iptables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Protocol names and numbers: iptables' own first, then those of /etc/protocols. */
public final class Protocols {
  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int DCCP = 33;
  public static final int SCTP = 132;
  public static final int UDPLITE = 136;

  private static final Map<String, Integer> OWN = new LinkedHashMap<>();
  private static final Map<String, Integer> FILE = new LinkedHashMap<>();

  static {
    fill(
        OWN,
        "tcp 6 sctp 132 udp 17 udplite 136 icmp 1 ipv6-icmp 58 icmpv6 58 esp 50 ah 51"
            + " mobility-header 135 ipv6-mh 135 mh 135 all 0");
    fill(
        FILE,
        "ip 0 hopopt 0 icmp 1 igmp 2 ggp 3 ipencap 4 st 5 tcp 6 egp 8 igp 9 pup 12 udp 17 hmp 20"
            + " xns-idp 22 rdp 27 iso-tp4 29 dccp 33 xtp 36 ddp 37 idpr-cmtp 38 ipv6 41"
            + " ipv6-route 43 ipv6-frag 44 idrp 45 rsvp 46 gre 47 esp 50 ah 51 skip 57"
            + " ipv6-icmp 58 ipv6-nonxt 59 ipv6-opts 60 rspf 73 vmtp 81 eigrp 88 ospf 89 ax.25 93"
            + " ipip 94 etherip 97 encap 98 pim 103 ipcomp 108 vrrp 112 l2tp 115 isis 124 sctp 132"
            + " fc 133 mobility-header 135 udplite 136 mpls-in-ip 137 manet 138 hip 139 shim6 140"
            + " wesp 141 rohc 142 ethernet 143");
  }

  private Protocols() {}

  private static void fill(Map<String, Integer> map, String words) {
    String[] each = words.split(" ");
    for (int i = 0; i < each.length; i += 2) {
      map.put(each[i], Integer.valueOf(each[i + 1]));
    }
  }

  /** The number of a name, as it is looked up: iptables' own names, then the file's. */
  public static OptionalInt number(String name) {
    for (Map<String, Integer> map : List.of(OWN, FILE)) {
      if (map.containsKey(name)) {
        return OptionalInt.of(map.getOrDefault(name, 0));
      }
    }
    return OptionalInt.empty();
  }

  /** The name iptables-save prints, or the number where there is none. */
  public static String name(int number) {
    return known(number).orElse(Integer.toString(number));
  }

  public static Optional<String> known(int number) {
    return own(number).or(() -> number == 0 ? Optional.empty() : first(FILE, number));
  }

  /** The name iptables knows without the file: all that -n prints where it prints names. */
  public static Optional<String> own(int number) {
    return first(OWN, number);
  }

  private static Optional<String> first(Map<String, Integer> map, int number) {
    return map.entrySet().stream()
        .filter(entry -> entry.getValue() == number)
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
