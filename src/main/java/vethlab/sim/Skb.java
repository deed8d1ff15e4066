package vethlab.sim;

import vethlab.sim.fib.RouteDecision;
import vethlab.sim.netfilter.ConnRef;
import vethlab.wire.Frame;
import vethlab.wire.Ip4;
import vethlab.wire.Ipv4;
import vethlab.wire.Mac;

/**
 * A packet being handled: struct sk_buff. Its bytes are immutable values ({@link #frame}, {@link
 * #packet}) that are replaced when something rewrites them; the rest is where it stands.
 */
public final class Skb {
  /** No device. */
  public static final int NO_DEVICE = 0;

  public Stage stage;

  /** The namespace that handles it (Netns id). */
  public int netns;

  /** skb->dev: the device it is on now (NetDevice id). */
  public int dev;

  /** skb->skb_iif: the device it came in by, {@link #NO_DEVICE} if it was made here. */
  public int inDev;

  /** The device it is going to leave by, once routed. */
  public int outDev;

  /** The whole frame: as received, or as it will leave. */
  public Frame frame;

  /** The IPv4 packet once the frame is unpacked; from then on this is the truth, not the frame. */
  public Ipv4 packet;

  /** What routing decided. */
  public RouteDecision route = RouteDecision.NONE;

  /** Whom to ask ARP for: the gateway, or the destination. */
  public Ip4 nextHop = Ip4.ANY;

  public int mark;
  public ConnRef conn = ConnRef.NONE;

  /** The hook being run, the next function there, and the stage that follows the hook. */
  public Hook hook = Hook.PREROUTING;

  public int hookAt;
  public Stage afterHook = Stage.DONE;

  /** IPSKB_ and similar bits, see the constants. */
  public int flags;

  /** Largest fragment seen when it was put together here (IPCB->frag_max_size), else 0. */
  public int fragMaxSize;

  /** nf_bridge: the port it came in by and leaves by while br_netfilter has it, else NO_DEVICE. */
  public int physIn;

  public int physOut;

  /** nf_bridge->neigh_header: the sender's Ethernet address while the receiver's is asked for. */
  public Mac bridgedSource = Mac.ZERO;

  /** The socket (id) that sent it and hears of errors, 0 for none. */
  public int socket;

  /** Numbers the packets of a run in the order they were made or received, for traces. */
  public long id;

  /** IPCB(skb)->flags IPSKB_FORWARDED. */
  public static final int FORWARDED = 1;

  /** IPSKB_DOREDIRECT: the sender could have asked the gateway itself. */
  public static final int DO_REDIRECT = 2;

  /** pkt_type PACKET_OTHERHOST: seen, but addressed to another station. */
  public static final int OTHERHOST = 4;

  /** pkt_type PACKET_BROADCAST or PACKET_MULTICAST. */
  public static final int GROUP_ADDRESSED = 8;

  /** nf_bridge_info: the packet is bridged, br_netfilter shows it to iptables. */
  public static final int BRIDGED = 16;

  /** br_netfilter: DNAT moved it, it is bridged by MAC rather than routed. */
  public static final int BRIDGED_DNAT = 32;

  /** pkt_type was OTHERHOST before br_netfilter pretended otherwise. */
  public static final int WAS_OTHERHOST = 64;

  /** BR_INPUT_SKB_CB(skb)->src_port_isolated. */
  public static final int SOURCE_ISOLATED = 128;

  /** Sent by the machine itself. */
  public static final int LOCALLY_MADE = 256;

  /** skb->ignore_df: fragment although DF is set. */
  public static final int IGNORE_DF = 512;

  /** PACKET_LOOPBACK: a copy of what this machine sent to a group, or what it sent to itself. */
  public static final int LOOPED_BACK = 1 << 16;

  /** BR_INPUT_SKB_CB(skb)->vlan_filtered: the tag says which VLAN of the bridge it is in. */
  public static final int VLAN_FILTERED = 1 << 13;

  /** nf_bridge's sabotage: br_netfilter has shown it to PREROUTING, IP shall not do so again. */
  public static final int BRIDGE_PREROUTED = 1 << 14;

  /** BR_INPUT_SKB_CB(skb)->proxyarp_replied: ports that suppress neighbours do not get it. */
  public static final int ARP_SUPPRESSED = 1 << 15;

  /** IPCB(skb)->opt.rr_needaddr: this machine has a place in the record route option. */
  public static final int RECORDS_ROUTE = 1 << 17;

  public Skb(Stage stage, int netns) {
    this.stage = stage;
    this.netns = netns;
  }

  public boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /** A copy that goes its own way from here, as skb_clone makes one: the same packet elsewhere. */
  public Skb copy() {
    Skb copy = new Skb(stage, netns);
    copy.dev = dev;
    copy.inDev = inDev;
    copy.outDev = outDev;
    copy.frame = frame;
    copy.packet = packet;
    copy.route = route;
    copy.nextHop = nextHop;
    copy.mark = mark;
    copy.conn = conn;
    copy.hook = hook;
    copy.hookAt = hookAt;
    copy.afterHook = afterHook;
    copy.flags = flags;
    copy.fragMaxSize = fragMaxSize;
    copy.physIn = physIn;
    copy.physOut = physOut;
    copy.bridgedSource = bridgedSource;
    copy.socket = socket;
    copy.id = id;
    return copy;
  }
}
