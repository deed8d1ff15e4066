package vethlab.lab;

import java.io.IOException;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;

/** What a lab says that answers, in a sandbox on the real kernel. */
public final class RealServices {
  private RealServices() {}

  /**
   * Starts all of it; it answers for as long as the sandbox lives.
   *
   * @throws IOException with the kernel's reason where something can't listen
   */
  public static void listen(Sandbox sandbox, Lab lab) throws IOException {
    for (Lab.Namespace each : lab.namespaces()) {
      for (Lab.Listen listen : each.listen()) {
        sandbox.listen(each.ns(), transport(listen.protocol()), listen.port());
      }
    }
  }

  private static Talk.Transport transport(Lab.Protocol protocol) {
    return switch (protocol) {
      case TCP -> Talk.Transport.TCP;
      case UDP -> Talk.Transport.UDP;
    };
  }
}
