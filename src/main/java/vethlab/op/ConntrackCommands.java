package vethlab.op;

import java.util.List;

/** {@code conntrack}. */
final class ConntrackCommands {
  private ConntrackCommands() {}

  static List<String> delete(Op.ConntrackDelete delete) {
    ConntrackFilter filter = delete.filter();
    return Argv.inside(delete.ns(), "conntrack")
        .add("-D")
        .addIf(filter.protocol().isPresent(), "-p", protocol(filter.protocol().orElse(0)))
        .add("-s", filter.originalSource().map(RouteCommands::prefix))
        .add("-d", filter.originalDestination().map(RouteCommands::prefix))
        .add("-r", filter.replySource().map(RouteCommands::prefix))
        .add("-q", filter.replyDestination().map(RouteCommands::prefix))
        .addIf(
            filter.originalSourcePort().isPresent(),
            "--sport",
            "" + filter.originalSourcePort().orElse(0))
        .addIf(
            filter.originalDestinationPort().isPresent(),
            "--dport",
            "" + filter.originalDestinationPort().orElse(0))
        .add("--state", filter.state())
        .addIf(filter.mark().isPresent(), "--mark", "" + filter.mark().orElse(0))
        .words();
  }

  private static String protocol(int number) {
    return switch (number) {
      case 1 -> "icmp";
      case 6 -> "tcp";
      case 17 -> "udp";
      default -> "" + number;
    };
  }
}
