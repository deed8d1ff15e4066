package vethlab.linux.capture;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vethlab.linux.netlink.Header;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.Reply;
import vethlab.linux.netlink.attr.Ifla;
import vethlab.linux.netns.Netns;
import vethlab.linux.socket.NetlinkSocket;
import vethlab.linux.view.LinkNames;
import vethlab.op.Ns;
import vethlab.wire.Bytes;
import vethlab.wire.pcapng.CapturedFrame;
import vethlab.wire.pcapng.Direction;

/** The frames of one namespace, with the names that its devices have when they are read. */
final class Tap implements AutoCloseable {
  private static final int RTNLGRP_LINK = 1;

  private final Ns ns;
  private final PacketRing ring;
  private final NetlinkSocket news;
  private final Map<Integer, String> devices = new HashMap<>();
  private long lost;

  private Tap(Ns ns, PacketRing ring, NetlinkSocket news) {
    this.ns = ns;
    this.ring = ring;
    this.news = news;
  }

  /** Frames are kept from when this returns. */
  static Tap open(Ns ns, Netns netns, int blockSize, int blocks) {
    Tap tap =
        netns.inside(() -> {
          NetlinkSocket news = NetlinkSocket.open(NetlinkSocket.ROUTE);
          news.join(RTNLGRP_LINK);
          try {
            return new Tap(ns, PacketRing.open(blockSize, blocks), news);
          } catch (RuntimeException e) {
            news.close();
            throw e;
          }
        });
    LinkNames names = LinkNames.of(netns.route());
    names.indexes().forEach(index -> tap.devices.put(index, tap.device(names.name(index))));
    return tap;
  }

  private String device(String link) {
    return ns + "/" + link;
  }

  Ns ns() {
    return ns;
  }

  int fd() {
    return ring.fd();
  }

  void drain(FrameOrder order) {
    news.drain(this::note);
    ring.drain((nanos, ifindex, outgoing, data, originalLength) ->
        order.add(
            new CapturedFrame(
                nanos,
                devices.computeIfAbsent(ifindex, i -> device("if" + i)),
                outgoing ? Direction.OUT : Direction.IN,
                Bytes.wrap(data),
                originalLength,
                "")));
  }

  /** A device that goes keeps its name: frames of it may still come. */
  private Optional<String> note(Reply reply) {
    if (reply.is(MessageType.RTM_NEWLINK)) {
      int index = Header.IfInfo.read(reply.in(), reply.from()).index();
      String name = reply.attributes(16).string(Ifla.IFNAME);
      if (!name.isEmpty()) {
        devices.put(index, device(name));
      }
    }
    return Optional.empty();
  }

  /** Frames that the kernel could not keep. */
  long lost() {
    lost += ring.lost();
    return lost;
  }

  @Override
  public void close() {
    ring.close();
    news.close();
  }
}
