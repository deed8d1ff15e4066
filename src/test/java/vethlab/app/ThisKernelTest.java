package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.events.KeyEvent;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vethlab.app.real.KernelRun;
import vethlab.linux.agent.Launch;

/** The window's switch from the simulated kernel to this machine's. */
class ThisKernelTest extends WindowTest {

  @Test
  void theOpenLabRunsOnThisKernelAndComesBack() throws Exception {
    Assumptions.assumeTrue(Launch.obstacle().isEmpty(), "no sandbox can be made here");
    inWindow((window, hand) -> {
      window.open(Path.of("labs/container-to-internet"));
      hand.settle();
      hand.click(node(window, "#mode-kernel")).settle();
      KernelRun run = window.studio().kernelRun().orElseThrow();
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
      assertThat(window.studio().kernelRun()).isEmpty();
      assertThat(run.state()).isEqualTo(KernelRun.State.CLOSED);
      assertThat(node(window, "#events")).as("the simulator's events again").isNotNull();
    });
  }

  private static Node firstRow(ListView<?> list) {
    return list.lookupAll(".list-cell").stream().findFirst().orElseThrow();
  }

  private static Node node(VethlabWindow window, String id) {
    return window.scene().lookup(id);
  }
}
