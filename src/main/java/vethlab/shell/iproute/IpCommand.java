package vethlab.shell.iproute;

import java.util.List;
import vethlab.shell.Command;
import vethlab.shell.Program;

/** {@code ip}: finds the object that is meant and hands it the rest of the words. */
public final class IpCommand implements Command {

  /** In the order they are compared with what was typed. */
  private static final List<String> OBJECTS =
      List.of(
          "address",
          "addrlabel",
          "maddress",
          "route",
          "rule",
          "neighbor",
          "neighbour",
          "ntable",
          "ntbl",
          "link",
          "l2tp",
          "fou",
          "ila",
          "macsec",
          "tunnel",
          "tunl",
          "tuntap",
          "tap",
          "token",
          "tcpmetrics",
          "tcp_metrics",
          "monitor",
          "xfrm",
          "mroute",
          "mrule",
          "netns",
          "netconf",
          "vrf",
          "sr",
          "nexthop",
          "mptcp",
          "ioam",
          "help",
          "stats");

  @Override
  public Program start(List<String> argv) {
    return new ToolProgram(Host.Tool.IP, IpCommand::run);
  }

  private static Outcome run(Host host, Args args) {
    String word = args.take();
    String object =
        OBJECTS.stream()
            .filter(name -> Args.matches(word, name))
            .findFirst()
            .orElseThrow(
                () -> new IpError("Object \"" + word + "\" is unknown, try \"ip help\".\n", 1));
    switch (object) {
      case "address" -> new IpAddr(host).run(args);
      case "route" -> new IpRoute(host).run(args);
      case "rule" -> new IpRule(host).run(args);
      case "neighbor", "neighbour" -> new IpNeigh(host).run(args);
      case "link" -> new IpLink(host).run(args);
      case "vrf" -> {
        return new IpVrf(host).run(args);
      }
      case "netns" -> {
        return new IpNetns(host).run(args);
      }
      case "help" -> throw Help.of("ip");
      default -> throw IpError.notModelled("ip " + object);
    }
    return Outcome.DONE;
  }
}
