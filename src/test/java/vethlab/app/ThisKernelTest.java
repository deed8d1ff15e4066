package vethlab.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.events.KeyEvent;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vethlab.app.doc.Document;
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

  @Test
  void theMachineIsPhotographedAndOpened(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(Launch.root(), "needs root");
    Path lab = folder.resolve("machine");
    inWindow((window, hand) -> {
      window
          .desk()
          .dialogs(
              new FileDialogs() {
                @Override
                public Optional<Path> open(String title) {
                  return Optional.empty();
                }

                @Override
                public Optional<Path> save(String title, String name) {
                  return Optional.of(lab);
                }
              });
      window.allActions().get("import").run().run();
      hand.await(() -> window.studio().document().flatMap(Document::file).isPresent());
      assertThat(lab.resolve("lab.yaml")).content().contains("host:");
      assertThat(doc(window).scene().nodes()).isNotEmpty();
    });
  }

  private static Node firstRow(ListView<?> list) {
    return list.lookupAll(".list-cell").stream().findFirst().orElseThrow();
  }

  private static Node node(VethlabWindow window, String id) {
    return window.scene().lookup(id);
  }
}
