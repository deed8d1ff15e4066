package vethlab.wire.pcapng;

import vethlab.wire.Mac;

/**
 * A device that frames were seen on.
 *
 * @param name NETNS/IFNAME in captures of ours
 * @param mac {@link Mac#ZERO} if it has none
 * @param linkType {@link #ETHERNET} or another number of the pcap registry
 */
public record CaptureInterface(String name, Mac mac, int linkType) {
  public static final int ETHERNET = 1;

  public static CaptureInterface ethernet(String name, Mac mac) {
    return new CaptureInterface(name, mac, ETHERNET);
  }
}
