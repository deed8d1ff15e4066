package vethlab.sim.ipv4;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The values of {@link NetSysctl} in one namespace, and of a few IPv6 keys that are only kept. */
public final class NetSysctls {
  private static final int[] NO_GROUPS = {};
  private static final int[] INITIAL = new int[NetSysctl.values().length];

  static {
    for (NetSysctl each : NetSysctl.values()) {
      INITIAL[each.ordinal()] = each.initial();
    }
  }

  /** Never written in place, so that copies share it. */
  private int[] numbers = INITIAL;

  private Map<NetSysctl, String> texts = Map.of();
  private Map<String, String> others = Map.of();

  /** Replaced, never written. */
  private int[] groups = NO_GROUPS;

  public NetSysctls copy() {
    NetSysctls copy = new NetSysctls();
    copy.numbers = numbers;
    copy.texts = texts;
    copy.others = others;
    copy.groups = groups;
    return copy;
  }

  public int get(NetSysctl key) {
    return numbers[key.ordinal()];
  }

  /** By the dotted key, for rooms that read one seldom. */
  public String getOr(String key, String otherwise) {
    return NetSysctl.of(key).map(this::text).orElse(otherwise);
  }

  public void set(NetSysctl key, int value) {
    numbers = numbers.clone();
    numbers[key.ordinal()] = value;
  }

  public String text(NetSysctl key) {
    return key.isNumber() ? Integer.toString(get(key)) : texts.getOrDefault(key, key.initialText());
  }

  public void set(NetSysctl key, String text) {
    Map<NetSysctl, String> next = new EnumMap<>(NetSysctl.class);
    next.putAll(texts);
    next.put(key, text);
    texts = next;
  }

  /** A key that no room reads (net.ipv6.*). */
  String otherOr(String key, String otherwise) {
    return others.getOrDefault(key, otherwise);
  }

  void putOther(String key, String value) {
    Map<String, String> next = new TreeMap<>(others);
    next.put(key, value);
    others = next;
  }

  /** Whether some link of the namespace belongs to the multicast group; all do to 224.0.0.1. */
  public boolean isJoined(int group) {
    if (group == 0xe0000001) {
      return true;
    }
    for (int each : groups) {
      if (each == group) {
        return true;
      }
    }
    return false;
  }

  /** A link joins a group (a vxlan its group of far ends); it may be joined more than once. */
  public void join(int group) {
    groups = Arrays.copyOf(groups, groups.length + 1);
    groups[groups.length - 1] = group;
  }

  public void leave(int group) {
    int[] fewer = new int[groups.length];
    int kept = 0;
    boolean left = false;
    for (int each : groups) {
      if (each == group && !left) {
        left = true;
      } else {
        fewer[kept++] = each;
      }
    }
    groups = Arrays.copyOf(fewer, kept);
  }
}
