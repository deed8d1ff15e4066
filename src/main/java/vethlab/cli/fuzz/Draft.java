package vethlab.cli.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A script in the making: its lines, the namespaces it has made, and the dice. */
final class Draft {
  private static final List<String> PREFIXES =
      List.of("24", "24", "24", "24", "24", "25", "16", "30", "8");

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private int subnets;
  private int links;

  /** A namespace with the addresses and links it was given; the host's name is empty. */
  record Node(String name, List<String> addresses, List<String> devices) {
    static Node of(String name) {
      return new Node(name, new ArrayList<>(), new ArrayList<>());
    }

    String ip() {
      return name.isEmpty() ? "ip" : "ip -n " + name;
    }

    String exec() {
      return name.isEmpty() ? "" : "ip netns exec " + name + " ";
    }

    /** How {@code ip link} says that a link is born there. */
    String born() {
      return name.isEmpty() ? "" : " netns " + name;
    }
  }

  Draft(long seed) {
    random = new Random(seed);
    nodes.add(Node.of(""));
  }

  List<String> lines() {
    return lines;
  }

  void add(String line) {
    lines.add(line);
  }

  // --- dice ------------------------------------------------------------------------------------

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  // --- places ----------------------------------------------------------------------------------

  Node host() {
    return nodes.getFirst();
  }

  List<Node> nodes() {
    return nodes;
  }

  Node any() {
    return pick(nodes);
  }

  /** A namespace that has links. */
  Node connected() {
    List<Node> some = nodes.stream().filter(node -> !node.devices().isEmpty()).toList();
    return some.isEmpty() ? host() : pick(some);
  }

  String device(Node node) {
    return node.devices().isEmpty() || chance(4) ? "lo" : pick(node.devices());
  }

  Node namespace() {
    Node node = Node.of("n" + (nodes.size() - 1));
    nodes.add(node);
    add("ip netns add " + node.name());
    if (chance(85)) {
      add(node.ip() + " link set lo up");
    }
    return node;
  }

  /** A veth pair between two places; the names of its ends in their order. */
  List<String> veth(Node a, Node b) {
    int number = links++;
    String left = "l" + number;
    String right = chance(50) && !b.devices().contains("eth0") ? "eth0" : "r" + number;
    if (chance(60)) {
      add("ip link add " + left + a.born() + " type veth peer name " + right + b.born());
    } else {
      add("ip link add " + left + " type veth peer name " + right);
      move(left, a);
      move(right, b);
    }
    a.devices().add(left);
    b.devices().add(right);
    return List.of(left, right);
  }

  private void move(String link, Node to) {
    if (!to.name().isEmpty()) {
      add("ip link set " + link + " netns " + to.name());
    }
  }

  void up(Node node, String dev) {
    if (chance(97)) {
      add(node.ip() + " link set " + dev + " up");
    }
  }

  /** Gives an address, mostly with the prefix length that fits. */
  void address(Node node, String dev, String address) {
    add(node.ip() + " addr add " + address + "/" + pick(PREFIXES) + " dev " + dev);
    node.addresses().add(address);
  }

  String subnet() {
    return "10.0." + ++subnets;
  }

  /** A subnet of the script, or one beside them. */
  String foreignNet() {
    return "10.0." + (1 + random.nextInt(subnets + 1)) + ".0/24";
  }

  /** An address in one of the subnets, somebody's or nobody's. */
  String foreignHost() {
    return "10.0." + (1 + random.nextInt(subnets + 1)) + "." + (1 + random.nextInt(6));
  }

  /** Mostly an address that somebody has. */
  String target() {
    Node to = any();
    return to.addresses().isEmpty() || chance(12) ? foreignHost() : pick(to.addresses());
  }

  void sysctl(Node node, String key, String value) {
    add(node.exec() + "sysctl -w net.ipv4." + key + "=" + value);
  }
}
