package vethlab.lab.read;

import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import vethlab.lab.yaml.YamlReader;
import vethlab.wire.Ip4;
import vethlab.wire.Mac;
import vethlab.wire.Prefix;

/** Network values in YAML. */
final class Values {
  /** IFNAMSIZ without the final zero. */
  private static final int NAME_BYTES = 15;

  private final YamlReader yaml;

  Values(YamlReader yaml) {
    this.yaml = yaml;
  }

  Optional<Ip4> address(Node node, String what) {
    Optional<String> text = yaml.text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Ip4.parse(text.get()));
    } catch (IllegalArgumentException e) {
      yaml.problems()
          .error(
              node, what + " must be an IPv4 address such as 10.0.0.1, not \"" + text.get() + "\"");
      return Optional.empty();
    }
  }

  /** An address with its subnet: 10.0.0.1/24. */
  Optional<Prefix> interfaceAddress(Node node, String what) {
    Optional<String> text = yaml.text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().contains("/")) {
      yaml.problems().error(node, what + " needs its subnet: " + text.get() + "/24 for example");
      return Optional.empty();
    }
    return prefix(node, what, text.get());
  }

  /** A destination: a prefix, an address, or default. */
  Optional<Prefix> destination(Node node, String what) {
    Optional<String> text = yaml.text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().equals("default")) {
      return Optional.of(new Prefix(Ip4.ANY, 0));
    }
    Optional<Prefix> prefix = prefix(node, what, text.get());
    if (prefix.isPresent() && !prefix.get().equals(prefix.get().network())) {
      yaml.problems()
          .error(
              node,
              what
                  + " "
                  + text.get()
                  + " has bits outside its mask; did you mean \""
                  + prefix.get().network()
                  + "\"?");
      return Optional.empty();
    }
    return prefix;
  }

  private Optional<Prefix> prefix(Node node, String what, String text) {
    try {
      return Optional.of(Prefix.parse(text));
    } catch (IllegalArgumentException e) {
      yaml.problems()
          .error(
              node, what + " must be an address/length such as 10.0.0.1/24, not \"" + text + "\"");
      return Optional.empty();
    }
  }

  Optional<Mac> mac(Node node, String what) {
    Optional<String> text = yaml.text(node, what);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (YamlReader.isPlain(node) && text.get().matches("[0-9:]+")) {
      yaml.problems()
          .warn(node, "put " + text.get() + " in quotes: some YAML readers take it for a number");
    }
    try {
      return Optional.of(Mac.parse(text.get()));
    } catch (IllegalArgumentException e) {
      yaml.problems()
          .error(
              node,
              what
                  + " must be an Ethernet address such as \"02:00:00:00:00:01\", not \""
                  + text.get()
                  + "\"");
      return Optional.empty();
    }
  }

  /** A name as the kernel takes it: dev_valid_name. */
  boolean interfaceName(Node at, String name) {
    int bytes = name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (bytes > NAME_BYTES) {
      yaml.problems()
          .error(
              at,
              "\""
                  + name
                  + "\" has "
                  + bytes
                  + " bytes; an interface's name has at most "
                  + NAME_BYTES);
      return false;
    }
    boolean odd = name.chars().anyMatch(c -> c == '/' || c == ':' || Character.isWhitespace(c));
    if (name.isEmpty() || odd || name.equals(".") || name.equals("..")) {
      yaml.problems().error(at, "\"" + name + "\" cannot be the name of an interface");
      return false;
    }
    return true;
  }

  /** A name as {@code ip netns} takes it. */
  boolean namespaceName(Node at, String name) {
    boolean odd = name.chars().anyMatch(c -> c == '/' || Character.isWhitespace(c));
    if (name.isEmpty() || name.length() > 255 || odd || name.equals(".") || name.equals("..")) {
      yaml.problems().error(at, "\"" + name + "\" cannot be the name of a namespace");
      return false;
    }
    return true;
  }
}
