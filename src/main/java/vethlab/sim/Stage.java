package vethlab.sim;

/** Where a packet stands on its way through a namespace, in the kernel's order. */
public enum Stage {
  /** A frame has arrived on a device: net/core/dev.c __netif_receive_skb_core. */
  RECEIVE,
  /** The device belongs to a bridge, macvlan …: its rx_handler takes the frame. */
  RX_HANDLER,
  /** A bridge has a frame from a port: br_input.c br_handle_frame. */
  BRIDGE_INPUT,
  /** Learn, look up, decide: br_input.c br_handle_frame_finish. */
  BRIDGE_DECIDE,
  /** Out by a port, after br_netfilter's FORWARD: br_forward.c __br_forward. */
  BRIDGE_FORWARD,
  /** br_netfilter's POSTROUTING, then out: br_forward.c br_forward_finish. */
  BRIDGE_FORWARD_FINISH,
  /** br_dev_queue_push_xmit: the frame leaves by the port. */
  BRIDGE_TRANSMIT,
  /** For the bridge itself: br_input.c br_pass_frame_up. */
  BRIDGE_PASS_UP,
  /** br_netfilter's way back after PREROUTING on a bridged packet. */
  BRIDGE_NF_PREROUTED,
  /** The host sends through its bridge: br_device.c br_dev_xmit. */
  BRIDGE_SEND,
  /** By Ethernet type to its protocol. */
  PROTOCOL,
  /** arp.c arp_rcv, arp_process. */
  ARP,
  /** ip_input.c ip_rcv: is it a sane packet, is it for this machine's Ethernet address? */
  IP_RECEIVE,
  /** A netfilter hook: the functions registered there, one after the other. */
  HOOK,
  /** ip_input.c ip_rcv_finish, route.c ip_route_input. */
  ROUTE_INPUT,
  /** ip_input.c ip_local_deliver. */
  LOCAL_DELIVER,
  /** ip_input.c ip_local_deliver_finish: to ICMP, UDP, TCP, raw sockets. */
  TRANSPORT,
  /** ip_forward.c ip_forward. */
  FORWARD,
  /** ip_forward.c ip_forward_finish. */
  FORWARD_FINISH,
  /** ip_output.c __ip_local_out. */
  LOCAL_OUT,
  /** ip_output.c ip_output. */
  OUTPUT,
  /** ip_output.c ip_finish_output: MTU, fragments. */
  FINISH_OUTPUT,
  /** ip_output.c ip_finish_output2, neighbour.c neigh_resolve_output. */
  NEIGHBOUR,
  /** dev.c dev_queue_xmit: the frame leaves by a device. */
  TRANSMIT,
  /** The driver's ndo_start_xmit. */
  DRIVER,
  /** Nothing more happens to this packet here. */
  DONE
}
