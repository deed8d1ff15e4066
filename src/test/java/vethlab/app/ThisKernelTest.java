package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.events.KeyEvent;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vethlab.app.doc.Document;
import vethlab.app.model.Screen;
import vethlab.app.real.KernelRun;
import vethlab.app.real.RealTerminal;
import vethlab.app.scene.Item;
import vethlab.app.view.ImportSheet;
import vethlab.linux.agent.Launch;
import vethlab.op.Ns;

/** The window's switch from the simulated kernel to this machine's. */
class ThisKernelTest extends WindowTest {

  @Test
  void theOpenLabRunsOnThisKernelAndComesBack() throws Exception {
    Assumptions.assumeTrue(Launch.obstacle().isEmpty(), "no sandbox can be made here");
    inWindow((window, hand) -> {
      window.open(Path.of("labs/container-to-internet"));
      hand.settle();
      hand.click(node(window, "#mode-kernel")).settle();
      KernelRun run = window.studio().kernel().run().orElseThrow();
      assertThat(run.state())
          .as("nothing happens before somebody says so")
          .isEqualTo(KernelRun.State.PLANNED);

      hand.click(node(window, "#kernel-run"));
      hand.await(() -> node(window, "#real-input") != null);
      hand.click(node(window, "#real-input"));
      hand.type("ip netns exec c2 ping -c 1 220.181.38.148").key(KeyEvent.VK_ENTER);
      hand.await(() -> run.prediction().isPresent());

      ListView<?> frames = (ListView<?>) node(window, "#frames");
      assertThat(frames.getItems()).hasSizeGreaterThan(10);
      assertThat(run.prediction().orElseThrow().firstDifference()).isEmpty();
      hand.click(firstRow(frames));
      assertThat(window.studio().current()).isPresent();

      hand.click(node(window, "#kernel-leave")).settle();
      assertThat(window.studio().kernel().run()).isEmpty();
      assertThat(run.state()).isEqualTo(KernelRun.State.CLOSED);
      assertThat(node(window, "#events")).as("the simulator's events again").isNotNull();
    });
  }

  @Test
  void whatIsTakenBackInTheDrawingIsTakenBackOnTheKernel() throws Exception {
    Assumptions.assumeTrue(Launch.obstacle().isEmpty(), "no sandbox can be made here");
    inWindow((window, hand) -> {
      window.open(Path.of("labs/container-to-internet"));
      hand.settle();
      hand.click(node(window, "#mode-kernel")).settle();
      hand.click(node(window, "#kernel-run"));
      hand.await(() -> node(window, "#real-input") != null);
      KernelRun run = window.studio().kernel().run().orElseThrow();
      assertThat(there(run, hand, "ip -n c1 -br addr show eth0")).contains("172.17.0.2/16");

      window.view().focusCanvas();
      window.studio().select(new Item.Namespace(new Ns("c1")));
      hand.key(Hand.DELETE).settle();
      assertThat(there(run, hand, "ip netns list")).doesNotContain("c1");

      window.view().focusCanvas();
      hand.key('Z', Hand.CONTROL).settle();
      assertThat(there(run, hand, "ip -n c1 -br addr show eth0")).contains("172.17.0.2/16");
      assertThat(there(run, hand, "ip netns exec c1 ping -c 1 220.181.38.148"))
          .as("routes, the bridge's port and all")
          .contains("1 received");

      window.view().focusCanvas();
      hand.key('Y', Hand.CONTROL).settle();
      assertThat(there(run, hand, "ip netns list")).doesNotContain("c1");
      assertThat(run.failure()).isEmpty();
    });
  }

  /** What a command prints on the kernel, on the host. */
  private static String there(KernelRun run, Hand hand, String line) {
    RealTerminal terminal = run.terminal(Ns.HOST);
    int before = terminal.lines().size();
    run.type(terminal, line);
    hand.await(() -> !terminal.isRunning());
    return terminal.lines().stream()
        .skip(before + 1)
        .map(Screen.Line::text)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatIsChosenOfThisMachineBecomesALab() throws Exception {
    Assumptions.assumeTrue(Launch.root(), "needs root");
    inWindow((window, hand) -> {
      window.allActions().get("import").run().run();
      hand.await(() -> node(window, "#import-host") != null);
      CheckBox host = (CheckBox) node(window, "#import-host");
      assertThat(host.isSelected()).as("the machine itself is offered").isTrue();
      for (Node each : window.scene().getRoot().lookupAll(".import-list .check-box")) {
        if (each != host && ((CheckBox) each).isSelected()) {
          ((CheckBox) each).fire();
        }
      }
      hand.click(host).click(host);
      Document before = doc(window);
      hand.click(node(window, "#import-go"));
      hand.await(() -> window.studio().document().filter(d -> d != before).isPresent());
      assertThat(doc(window).scene().node(Ns.HOST)).isPresent();
      assertThat(doc(window).kernel().namespaces())
          .as("nothing but what was chosen, and the outside world")
          .allMatch(ns -> ns.name().equals("internet"));
      assertThat(doc(window).isSaved()).isFalse();
    });
  }

  @Test
  void withoutThePrivilegeTheImportSaysWhatIsMissing() throws Exception {
    inWindow((window, hand) -> {
      window
          .view()
          .overlay(
              new ImportSheet(
                  window.studio().words(), Optional.of("needs root"), () -> {}, picture -> {}));
      hand.await(() -> node(window, "#import-host") != null);
      assertThat(((Label) node(window, "#import-state")).getText()).isEqualTo("needs root");
      assertThat(node(window, "#import-go").isDisabled()).isTrue();
    });
  }

  private static Node firstRow(ListView<?> list) {
    return list.lookupAll(".list-cell").stream().findFirst().orElseThrow();
  }

  private static Node node(VethlabWindow window, String id) {
    return window.scene().lookup(id);
  }
}
