package vethlab.op.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ICMP type with the codes that are meant. */
public record IcmpType(int type, int firstCode, int lastCode) {
  public static final IcmpType ANY = new IcmpType(255, 0, 255);

  /** A name that iptables knows for a type. Source: iptables libxt_icmp.h. */
  public record Named(String name, IcmpType type) {}

  public static final List<Named> NAMES = names();

  public boolean isAny() {
    return type == 255;
  }

  /** The first name of exactly this. */
  public Optional<String> known() {
    return NAMES.stream().filter(n -> n.type().equals(this)).map(Named::name).findFirst();
  }

  /** As iptables-save prints it. */
  @Override
  public String toString() {
    boolean allCodes = firstCode == 0 && lastCode == 255;
    return isAny() ? "any" : allCodes ? "" + type : type + "/" + firstCode;
  }

  private static List<Named> names() {
    String table =
        "any 255 echo-reply 0 pong 0 destination-unreachable 3 network-unreachable 3/0"
            + " host-unreachable 3/1 protocol-unreachable 3/2 port-unreachable 3/3"
            + " fragmentation-needed 3/4 source-route-failed 3/5 network-unknown 3/6"
            + " host-unknown 3/7 network-prohibited 3/9 host-prohibited 3/10"
            + " TOS-network-unreachable 3/11 TOS-host-unreachable 3/12"
            + " communication-prohibited 3/13 host-precedence-violation 3/14"
            + " precedence-cutoff 3/15 source-quench 4 redirect 5 network-redirect 5/0"
            + " host-redirect 5/1 TOS-network-redirect 5/2 TOS-host-redirect 5/3 echo-request 8"
            + " ping 8 router-advertisement 9 router-solicitation 10 time-exceeded 11"
            + " ttl-exceeded 11 ttl-zero-during-transit 11/0 ttl-zero-during-reassembly 11/1"
            + " parameter-problem 12 ip-header-bad 12/0 required-option-missing 12/1"
            + " timestamp-request 13 timestamp-reply 14 address-mask-request 17"
            + " address-mask-reply 18";
    List<Named> names = new ArrayList<>();
    String[] words = table.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      String[] number = words[i + 1].split("/");
      int type = Integer.parseInt(number[0]);
      int code = number.length > 1 ? Integer.parseInt(number[1]) : -1;
      names.add(new Named(words[i], new IcmpType(type, Math.max(code, 0), code < 0 ? 255 : code)));
    }
    return List.copyOf(names);
  }
}
