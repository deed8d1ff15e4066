package vethlab.lab;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;
import vethlab.op.Ns;

/** What a lab says that answers, in a sandbox on the real kernel. */
public final class RealServices {
  private record Service(Ns ns, Lab.Listen listen) {
    void start(Sandbox sandbox) throws IOException {
      sandbox.listen(ns, transport(), listen.port());
    }

    void stop(Sandbox sandbox) throws IOException {
      sandbox.stopListening(ns, transport(), listen.port());
    }

    private Talk.Transport transport() {
      return switch (listen.protocol()) {
        case TCP -> Talk.Transport.TCP;
        case UDP -> Talk.Transport.UDP;
      };
    }
  }

  private RealServices() {}

  /**
   * Starts all of it; it answers for as long as the sandbox lives.
   *
   * @throws IOException with the kernel's reason where something can't listen
   */
  public static void listen(Sandbox sandbox, Lab lab) throws IOException {
    change(sandbox, Lab.empty(lab.name()), lab);
  }

  /**
   * From what one lab says to what another one does.
   *
   * @throws IOException with the kernel's reason where something can't listen; then all is as it
   *     was
   */
  public static void change(Sandbox sandbox, Lab from, Lab to) throws IOException {
    Set<Service> gone = of(from);
    gone.removeAll(of(to));
    Set<Service> fresh = of(to);
    fresh.removeAll(of(from));
    Set<Service> started = new LinkedHashSet<>();
    try {
      for (Service each : fresh) {
        each.start(sandbox);
        started.add(each);
      }
    } catch (IOException e) {
      stop(sandbox, started);
      throw e;
    }
    stop(sandbox, gone);
  }

  /** Does the same answer in both? */
  public static boolean same(Lab a, Lab b) {
    return of(a).equals(of(b));
  }

  private static void stop(Sandbox sandbox, Set<Service> services) throws IOException {
    for (Service each : services) {
      each.stop(sandbox);
    }
  }

  private static Set<Service> of(Lab lab) {
    Set<Service> services = new LinkedHashSet<>();
    for (Lab.Namespace each : lab.namespaces()) {
      each.listen().forEach(listen -> services.add(new Service(each.ns(), listen)));
    }
    return services;
  }
}
