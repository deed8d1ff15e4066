package vethlab.op.view;

import java.util.Optional;
import vethlab.op.LinkKind;
import vethlab.op.OperState;
import vethlab.wire.Mac;

/**
 * A link as {@code ip -d -s link} shows it.
 *
 * @param flags IFF_ bits, LOWER_UP included
 * @param link ifindex of the peer or the link below, 0 where none
 * @param linkNetns where {@code link} lives when that is another namespace
 * @param master the master's name, empty where none
 * @param allMulticast how many want all multicast frames
 * @param addrGenMode eui64 unless set
 */
public record LinkView(
    int index,
    String name,
    LinkKind kind,
    Mac address,
    Mac broadcast,
    int mtu,
    int minMtu,
    int maxMtu,
    int flags,
    OperState state,
    int link,
    Optional<LinkNetns> linkNetns,
    String master,
    String qdisc,
    int txQueueLength,
    int promiscuity,
    int allMulticast,
    String addrGenMode,
    int txQueues,
    int rxQueues,
    int carrierChanges,
    String alias,
    int group,
    LinkStats stats,
    Optional<BridgeView> bridge,
    Optional<PortView> port) {

  /**
   * @param name the namespace's name, empty where it has none (the host's, seen from inside)
   */
  public record LinkNetns(int nsid, String name) {}

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
