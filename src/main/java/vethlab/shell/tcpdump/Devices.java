package vethlab.shell.tcpdump;

import java.util.List;
import java.util.Optional;
import vethlab.sim.Netns;
import vethlab.sim.World;
import vethlab.sim.netdev.NetDevice;

/** What can be listened on: pcap_findalldevs. */
final class Devices {
  private static final List<String> OTHERS =
      List.of(
          "bluetooth-monitor (Bluetooth Linux Monitor) [Wireless]",
          "nflog (Linux netfilter log (NFLOG) interface) [none]",
          "nfqueue (Linux netfilter queue (NFQUEUE) interface) [none]",
          "dbus-system (D-Bus system bus) [none]",
          "dbus-session (D-Bus session bus) [none]");

  private Devices() {}

  /** By name, or by its number in the list. */
  static Optional<NetDevice> find(World world, Netns netns, String name) {
    return world.device(netns, name);
  }

  /** The one that is taken when none is named. */
  static String first(World world, Netns netns) {
    for (NetDevice dev : netns.devices(world)) {
      if (!dev.isLoopback() && dev.isUp()) {
        return dev.name;
      }
    }
    return "any";
  }

  static String list(World world, Netns netns) {
    StringBuilder text = new StringBuilder();
    int number = 1;
    for (NetDevice dev : netns.devices(world)) {
      if (!dev.isLoopback() && dev.isUp()) {
        String state = dev.isRunning() ? "Up, Running, Connected" : "Up, Disconnected";
        text.append(number++).append('.').append(dev.name).append(" [" + state + "]\n");
      }
    }
    text.append(number++).append(".any (Pseudo-device that captures on all interfaces)");
    text.append(" [Up, Running]\n");
    for (NetDevice dev : netns.devices(world)) {
      if (dev.isLoopback() && dev.isUp()) {
        text.append(number++).append('.').append(dev.name).append(" [Up, Running, Loopback]\n");
      }
    }
    for (NetDevice dev : netns.devices(world)) {
      if (!dev.isUp()) {
        text.append(number++).append('.').append(dev.name).append(" [none]\n");
      }
    }
    for (String other : OTHERS) {
      text.append(number++).append('.').append(other).append('\n');
    }
    return text.toString();
  }
}
