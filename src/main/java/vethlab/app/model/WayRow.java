package vethlab.app.model;

import vethlab.sim.Stage;
import vethlab.sim.trace.Step;

/** A station on a packet's way through a namespace, as it is drawn. */
public enum WayRow {
  PROCESS,
  RECEIVE,
  BRIDGE,
  ARP,
  PREROUTING,
  ROUTING,
  INPUT,
  FORWARD,
  OUTPUT,
  POSTROUTING,
  NEIGHBOUR,
  TRANSMIT;

  /** The station where a step is made. */
  public static WayRow of(Step step) {
    if (step.stage() == Stage.HOOK) {
      return hook(step.hook());
    }
    return switch (step.stage()) {
      case RECEIVE, RX_HANDLER, PROTOCOL, IP_RECEIVE -> RECEIVE;
      case BRIDGE_INPUT,
          BRIDGE_DECIDE,
          BRIDGE_FORWARD,
          BRIDGE_FORWARD_FINISH,
          BRIDGE_TRANSMIT,
          BRIDGE_PASS_UP,
          BRIDGE_NF_PREROUTED,
          BRIDGE_SEND ->
          BRIDGE;
      case ARP -> ARP;
      case ROUTE_INPUT -> ROUTING;
      case LOCAL_DELIVER, TRANSPORT -> PROCESS;
      case FORWARD, FORWARD_FINISH -> FORWARD;
      case LOCAL_OUT -> isRouted(step) ? ROUTING : OUTPUT;
      case OUTPUT, FINISH_OUTPUT -> POSTROUTING;
      case NEIGHBOUR -> NEIGHBOUR;
      case TRANSMIT, DRIVER, DONE -> TRANSMIT;
      case HOOK -> hook(step.hook());
    };
  }

  private static boolean isRouted(Step step) {
    return step.decided().table() == vethlab.sim.trace.Row.Table.ROUTE;
  }

  private static WayRow hook(String hook) {
    String name = hook.substring(hook.lastIndexOf(' ') + 1).toUpperCase(java.util.Locale.ROOT);
    return switch (name) {
      case "INPUT", "LOCAL_IN" -> INPUT;
      case "FORWARD" -> FORWARD;
      case "OUTPUT", "LOCAL_OUT" -> OUTPUT;
      case "POSTROUTING" -> POSTROUTING;
      default -> PREROUTING;
    };
  }

  /** Names of the kernel's own are not translated. */
  public boolean isKernelName() {
    return switch (this) {
      case PREROUTING, INPUT, FORWARD, OUTPUT, POSTROUTING -> true;
      default -> false;
    };
  }

  public String word() {
    return isKernelName() ? name() : name().toLowerCase(java.util.Locale.ROOT);
  }
}
