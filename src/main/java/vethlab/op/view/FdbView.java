package vethlab.op.view;

import java.util.Optional;
import vethlab.op.FdbSpec;

/**
 * A forwarding entry. Times are seconds since it was used and updated.
 *
 * @param master the bridge's name, empty where none
 */
public record FdbView(
    FdbSpec entry,
    int ifindex,
    String master,
    boolean local,
    boolean offload,
    boolean externLearn,
    boolean sticky,
    long used,
    long updated,
    Optional<Integer> nhid) {}
