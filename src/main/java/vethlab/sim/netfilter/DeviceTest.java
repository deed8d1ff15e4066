package vethlab.sim.netfilter;

import vethlab.op.iptables.Is;

/** A rule's -i or -o. A device that is not there has an empty name. */
record DeviceTest(String name, boolean prefix, boolean not) {
  private static final DeviceTest ANY = new DeviceTest("", true, false);

  static DeviceTest of(Is<String> is) {
    String name = is.value();
    if (name.isEmpty()) {
      return ANY;
    }
    boolean prefix = name.endsWith("+");
    return new DeviceTest(prefix ? name.substring(0, name.length() - 1) : name, prefix, is.not());
  }

  boolean accepts(String device) {
    return this == ANY || (prefix ? device.startsWith(name) : device.equals(name)) != not;
  }
}
