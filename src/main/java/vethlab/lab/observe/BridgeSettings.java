package vethlab.lab.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.BridgeAttr;
import vethlab.op.LinkChange.BridgeSetting;
import vethlab.op.LinkKind;
import vethlab.op.view.BridgeView;

/** The settings of a bridge that are not as the kernel makes one. */
final class BridgeSettings {
  /** Those that a person sets; times in hundredths of a second. */
  private static final Map<BridgeAttr, Long> DEFAULTS =
      new java.util.TreeMap<>(
          Map.of(
              BridgeAttr.STP_STATE, 0L,
              BridgeAttr.FORWARD_DELAY, 1500L,
              BridgeAttr.AGEING_TIME, 30000L,
              BridgeAttr.PRIORITY, 32768L,
              BridgeAttr.VLAN_FILTERING, 0L,
              BridgeAttr.MCAST_SNOOPING, 1L));

  private BridgeSettings() {}

  static List<BridgeSetting> changed(BridgeView view, Optional<LinkKind> earlier) {
    List<BridgeSetting> said =
        earlier
            .filter(LinkKind.Bridge.class::isInstance)
            .map(kind -> ((LinkKind.Bridge) kind).settings())
            .orElse(List.of());
    List<BridgeSetting> settings = new ArrayList<>();
    for (BridgeSetting each : said) {
      settings.add(
          new BridgeSetting(each.attr(), view.settings().getOrDefault(each.attr(), each.value())));
    }
    DEFAULTS.forEach((attr, usual) -> {
      long now = view.settings().getOrDefault(attr, usual);
      boolean known = said.stream().anyMatch(s -> s.attr() == attr);
      if (now != usual && !known) {
        settings.add(new BridgeSetting(attr, now));
      }
    });
    return settings;
  }
}
