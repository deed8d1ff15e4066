package vethlab.app.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vethlab.app.model.Screen;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.linux.agent.Launch;
import vethlab.op.Ns;
import vethlab.op.Op;

/** The internet lab on this machine's kernel, as the window runs it. */
class KernelRunTest {
  private static final Ns C2 = new Ns("c2");

  private final LinkedBlockingQueue<Runnable> told = new LinkedBlockingQueue<>();
  private final List<Lab> networks = new ArrayList<>();
  private KernelRun run;

  @BeforeEach
  void build() throws InterruptedException {
    Assumptions.assumeTrue(Launch.obstacle().isEmpty(), "no sandbox can be made here");
    Lab lab = LabFolder.at(Path.of("labs/container-to-internet")).read().lab().orElseThrow();
    run =
        new KernelRun(
            lab,
            told::add,
            new KernelRun.Listener() {
              @Override
              public void changed() {}

              @Override
              public void network(Lab now) {
                networks.add(now);
              }
            });
    run.build();
    until(() -> run.state() != KernelRun.State.BUILDING);
    assertThat(run.failure()).isEmpty();
    assertThat(run.state()).isEqualTo(KernelRun.State.READY);
  }

  @AfterEach
  void close() {
    if (run != null) {
      run.close();
    }
  }

  /** Does what is told, as the window's thread does, until something holds. */
  private void until(BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!holds.getAsBoolean() && System.nanoTime() < end) {
      Runnable task = told.poll(50, TimeUnit.MILLISECONDS);
      if (task != null) {
        task.run();
      }
    }
    assertThat(holds.getAsBoolean()).isTrue();
  }

  private RealTerminal type(Ns ns, String line) throws InterruptedException {
    RealTerminal terminal = run.terminal(ns);
    run.type(terminal, line);
    until(() -> !terminal.isRunning());
    return terminal;
  }

  @Test
  void aPingIsARealOneAndItsFramesAreThosePredicted() throws InterruptedException {
    RealTerminal terminal = type(C2, "ping -c 1 220.181.38.148");

    assertThat(terminal.lines())
        .extracting(Screen.Line::text)
        .contains(
            "c2 # ping -c 1 220.181.38.148",
            "1 packets transmitted, 1 received, 0% packet loss, time 0ms");
    assertThat(run.frames())
        .extracting(f -> f.ns() + "/" + f.device() + " " + f.direction())
        .contains(
            "c2/eth0 OUT", "host/veth2 IN", "host/docker0 IN", "host/eth0 OUT", "internet/up0 IN");
    assertThat(run.frames()).allSatisfy(frame -> assertThat(frame.step()).isPresent());
    Prediction prediction = run.prediction().orElseThrow();
    assertThat(prediction.lines()).isNotEmpty();
    assertThat(prediction.firstDifference()).as(prediction.toString()).isEmpty();
  }

  @Test
  void whatIsTypedChangesTheDrawingAndWhatIsDrawnChangesTheKernel() throws InterruptedException {
    type(C2, "ip addr add 192.0.2.7/24 dev eth0");
    assertThat(networks.getLast().namespace(C2).orElseThrow().interfaces().getFirst().addresses())
        .extracting(address -> address.prefix().toString())
        .contains("192.0.2.7/24");

    run.follow(List.of(new Op.NetnsAdd("drawn")));
    Op up = new Op.LinkSet(new Ns("drawn"), "lo", List.of(new vethlab.op.LinkChange.Up()));
    run.follow(List.of(up));
    assertThat(type(new Ns("drawn"), "ip -br link").lines())
        .anyMatch(line -> line.text().matches("lo +UNKNOWN .*"));
  }

  @Test
  void anEndlessPingEndsWithControlC() throws InterruptedException {
    RealTerminal terminal = run.terminal(C2);
    run.type(terminal, "ping 172.17.0.1");
    until(() -> terminal.lines().stream().anyMatch(line -> line.text().contains("icmp_seq=2")));
    run.interrupt(terminal, "");
    until(() -> !terminal.isRunning());
    assertThat(terminal.lines()).anyMatch(line -> line.text().contains("packets transmitted"));
  }
}
