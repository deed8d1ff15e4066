package vethlab.op;

import java.util.List;
import java.util.Optional;
import vethlab.wire.Ip4;
import vethlab.wire.Prefix;

/**
 * A route as {@code ip route} shows it. {@code metric} 0 is the kernel's default.
 *
 * @param table the table's number: 254 main, 255 local
 * @param protocol RTPROT_: 2 kernel, 3 boot, 4 static
 * @param scope RT_SCOPE_: 0 global, 253 link, 254 host; 255 (nowhere) in a request to delete: any;
 *     -1 in a request: the kernel's default for it
 */
public record Route(
    RouteType type,
    Prefix to,
    int tos,
    int table,
    int protocol,
    int scope,
    long metric,
    Optional<Ip4> source,
    List<NextHop> hops,
    RouteMetrics metrics) {

  public static final int MAIN = 254;
  public static final int LOCAL = 255;
  public static final int DEFAULT = 253;
  public static final int SCOPE_GLOBAL = 0;
  public static final int SCOPE_LINK = 253;
  public static final int SCOPE_HOST = 254;
  public static final int SCOPE_NOWHERE = 255;
  public static final int PROTO_UNSPEC = 0;
  public static final int PROTO_REDIRECT = 1;
  public static final int PROTO_KERNEL = 2;
  public static final int PROTO_BOOT = 3;
  public static final int PROTO_STATIC = 4;
  public static final int UNSET = -1;

  /** UNSPEC only in a request to delete: whatever the type. */
  public enum RouteType {
    UNSPEC,
    UNICAST,
    LOCAL,
    BROADCAST,
    ANYCAST,
    MULTICAST,
    BLACKHOLE,
    UNREACHABLE,
    PROHIBIT,
    THROW;

    private final String word = name().toLowerCase(java.util.Locale.ROOT);

    public String word() {
      return word;
    }
  }

  /**
   * @param flags RTNH_F_ as shown: {@link #ONLINK}, {@link #LINKDOWN}, {@link #DEAD}
   * @param weight 1 and up
   */
  public record NextHop(Optional<Ip4> gateway, Optional<String> dev, int weight, int flags) {
    public static final int DEAD = 1;
    public static final int ONLINK = 4;
    public static final int LINKDOWN = 16;
  }

  /** RTAX_ metrics in use; 0 means not set. */
  public record RouteMetrics(
      int mtu, boolean mtuLocked, int advmss, int window, int rtt, int hoplimit) {
    public static final RouteMetrics NONE = new RouteMetrics(0, false, 0, 0, 0, 0);
  }
}
