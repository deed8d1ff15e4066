package vethlab.op.view;

import java.util.Map;
import vethlab.op.BridgeAttr;

/**
 * A bridge's own facts.
 *
 * @param id the bridge id: priority in the upper 16 bits, address in the lower 48
 * @param helloTimer hundredths of a second, as the other timers
 * @param settings every attribute's value, in the order of the enum
 */
public record BridgeView(
    long id,
    long designatedRoot,
    int rootPort,
    int rootPathCost,
    boolean topologyChange,
    boolean topologyChangeDetected,
    long helloTimer,
    long tcnTimer,
    long topologyChangeTimer,
    long gcTimer,
    Map<BridgeAttr, Long> settings) {}
