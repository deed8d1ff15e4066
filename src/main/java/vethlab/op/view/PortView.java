package vethlab.op.view;

import java.util.Map;
import vethlab.op.PortAttr;

/**
 * A link's facts as a bridge port.
 *
 * @param number port number within its bridge, from 1
 * @param state BR_STATE_: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
 * @param messageAgeTimer hundredths of a second, as the other timers
 */
public record PortView(
    String bridge,
    int number,
    int state,
    long designatedRoot,
    long designatedBridge,
    int designatedPort,
    int designatedCost,
    long messageAgeTimer,
    long forwardDelayTimer,
    long holdTimer,
    boolean topologyChangeAck,
    boolean configPending,
    Map<PortAttr, Long> settings) {}
