package vethlab.linux.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vethlab.linux.agent.Launch;
import vethlab.linux.agent.Sandbox;
import vethlab.linux.agent.Talk;
import vethlab.op.Kernel;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.op.iptables.parse.CommandLine;
import vethlab.wire.pcapng.CapturedFrame;

/** Tries what real mode needs, in a sandbox that is thrown away, and says what it found. */
public final class Doctor {
  private final List<Finding> findings = new ArrayList<>();

  private Doctor() {}

  public static List<Finding> examine() {
    Doctor doctor = new Doctor();
    doctor.tools();
    doctor.rights();
    return doctor.findings;
  }

  private void found(String name, Finding.Need need, boolean ok, String sentence) {
    findings.add(new Finding(name, need, ok, sentence));
  }

  private void tools() {
    tool("unshare", Finding.Need.ALWAYS, "util-linux", "sandboxes");
    tool("nsenter", Finding.Need.ALWAYS, "util-linux", "shells and rules inside namespaces");
    tool("bash", Finding.Need.WHERE_USED, "bash", "running scripts");
    tool("ip", Finding.Need.WHERE_USED, "iproute2", "scripts that call ip");
    tool("ping", Finding.Need.WHERE_USED, "iputils-ping", "scripts that call ping");
    tool("iptables-restore", Finding.Need.WHERE_USED, "iptables", "labs with iptables rules");
  }

  private void tool(String program, Finding.Need need, String of, String uses) {
    boolean there = Tools.find(program).isPresent();
    found(
        program,
        need,
        there,
        there
            ? program + " is there"
            : program + " (of " + of + ") is missing; needed for " + uses);
  }

  private void rights() {
    if (Launch.root()) {
      found("rights", Finding.Need.ALWAYS, true, "you are root");
    }
    Optional<String> obstacle = Launch.obstacle();
    if (obstacle.isPresent()) {
      String advice =
          Launch.root()
              ? "this system lets not even root make namespaces: " + obstacle.get()
              : "this system lets no user make namespaces ("
                  + obstacle.get()
                  + "); real mode needs sudo here";
      found("namespaces", Finding.Need.ALWAYS, false, advice);
      return;
    }
    found(
        "namespaces",
        Finding.Need.ALWAYS,
        true,
        Launch.root()
            ? "namespaces can be made"
            : "namespaces can be made without root: labs run in a sandbox of your own");
    try (Sandbox sandbox = Sandbox.start(Sandbox.Files.READ_ONLY)) {
      found("sandbox", Finding.Need.ALWAYS, true, "a sandbox starts");
      inside(sandbox);
    } catch (IOException e) {
      found("sandbox", Finding.Need.ALWAYS, false, "a sandbox does not start: " + e.getMessage());
    }
  }

  private void inside(Sandbox sandbox) throws IOException {
    Kernel kernel = sandbox.kernel();
    Result named = kernel.apply(new Op.NetnsAdd("probe"));
    found(
        "named namespaces",
        Finding.Need.ALWAYS,
        named.ok(),
        named.ok() ? "namespaces can be named" : "namespaces can't be named: " + named);
    findings.addAll(KindProbes.of(kernel));
    rules(kernel);
    capture(sandbox);
  }

  private void rules(Kernel kernel) {
    if (Tools.find("iptables-restore").isPresent()) {
      String version = Tools.version(Tools.find("iptables-restore").get(), "--version");
      Result nat =
          kernel.apply(
              new Op.IptAppend(
                  Ns.HOST, "nat", "POSTROUTING", CommandLine.rule("-s 10.0.0.0/8 -j MASQUERADE")));
      found(
          "iptables",
          Finding.Need.WHERE_USED,
          nat.ok(),
          nat instanceof Result.Refused refused
              ? "iptables rules can't be set: " + refused.message()
              : "iptables rules can be set (" + version + ")");
    }
    boolean bridgeCalls = kernel.sysctl(Ns.HOST, "net.bridge.bridge-nf-call-iptables").isPresent();
    found(
        "br_netfilter",
        Finding.Need.WHERE_USED,
        bridgeCalls,
        bridgeCalls
            ? "bridged packets can pass iptables"
            : "bridged packets can't pass iptables: the module br_netfilter is not loaded");
    try {
      kernel.conntrack(Ns.HOST);
      found("conntrack", Finding.Need.WHERE_USED, true, "connections can be listed");
    } catch (RuntimeException e) {
      found(
          "conntrack",
          Finding.Need.WHERE_USED,
          false,
          "connections can't be listed: " + e.getMessage());
    }
  }

  private void capture(Sandbox sandbox) {
    List<CapturedFrame> frames = Collections.synchronizedList(new ArrayList<>());
    try {
      sandbox.capture(frames::add);
      byte[] send = "echo > /dev/udp/127.0.0.1/9".getBytes(StandardCharsets.UTF_8);
      sandbox.run("probe", send, Talk.Streams.MERGED, printed -> {});
      boolean seen = !frames.isEmpty();
      found(
          "capture",
          Finding.Need.WHERE_USED,
          seen,
          seen ? "frames can be recorded" : "frames can't be recorded: none were seen");
    } catch (IOException e) {
      found(
          "capture", Finding.Need.WHERE_USED, false, "frames can't be recorded: " + e.getMessage());
    }
  }
}
