package vethlab.linux.golang;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Ns;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Values as Go writes them. */
final class GoText {
  /** The fields of a struct literal, in the order in which they were given. */
  static final class Fields {
    private final List<String> fields = new ArrayList<>();

    Fields add(String name, Object value) {
      fields.add(name + ": " + value);
      return this;
    }

    Fields addIf(boolean wanted, String name, Object value) {
      return wanted ? add(name, value) : this;
    }

    String of(String type) {
      return type + "{" + String.join(", ", fields) + "}";
    }
  }

  private GoText() {}

  static Fields fields() {
    return new Fields();
  }

  static String string(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append(String.format("\\x%02x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  /** A text of several lines; a back quote cannot stand in a raw string. */
  static String lines(String text) {
    return text.contains("`") ? string(text) : "`" + text + "`";
  }

  static String ip(Ip4 address) {
    return "net.ParseIP(" + string(address.toString()) + ")";
  }

  static String mac(Mac mac) {
    return "mac(" + string(mac.toString()) + ")";
  }

  static String net(Prefix prefix) {
    return "cidr(" + string(prefix.toString()) + ")";
  }

  static String ns(Ns ns) {
    return string(ns.toString());
  }

  /** The handle of a namespace. */
  static String at(Ns ns) {
    return "at(" + ns(ns) + ")";
  }

  static String link(Ns ns, String name) {
    return "link(" + ns(ns) + ", " + string(name) + ")";
  }

  static String index(Ns ns, String name) {
    return link(ns, name) + ".Attrs().Index";
  }
}
