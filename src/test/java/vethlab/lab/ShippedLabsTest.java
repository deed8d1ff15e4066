package vethlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabText;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.shell.Limits;
import vethlab.shell.Scripts;
import vethlab.shell.Session;
import vethlab.sim.World;

/** Every lab under labs/ is sound, can be built, and says in both its files the same. */
class ShippedLabsTest {
  static List<Path> labs() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("labs"))) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Lab read(Path folder) {
    LabFolder.Read read = LabFolder.at(folder).read();
    assertThat(read.problems()).isEmpty();
    return read.lab().orElseThrow();
  }

  private static World built(Lab lab) {
    World world = new World();
    for (Op op : LabOps.build(lab)) {
      assertThat(world.kernel().apply(op)).as(op.toString()).isEqualTo(Result.OK);
    }
    return world;
  }

  @ParameterizedTest
  @MethodSource("labs")
  void a_lab_is_built_without_a_refusal_and_read_back_the_same(Path folder) {
    Lab lab = read(folder);
    Lab observed = Observer.lab(built(lab).kernel(), lab);
    assertThat(LabText.of(observed)).isEqualTo(LabText.of(lab));
  }

  @ParameterizedTest
  @MethodSource("labs")
  void the_sessions_setup_makes_what_the_lab_file_holds(Path folder) throws IOException {
    Lab lab = read(folder);
    String session = Files.readString(folder.resolve(LabFolder.SESSION));
    int from = session.indexOf("#: setup\n");
    int to = session.indexOf("#: session\n");
    String setup = from < 0 ? "" : session.substring(from, to);
    World world = new World();
    Session shell =
        Scripts.session("setup.sh", setup.getBytes(StandardCharsets.UTF_8), Limits.USUAL);
    world.wakeAt(0, world.spawn(shell), 0);
    while (shell.exitStatus().isEmpty() && world.hasWork(Long.MAX_VALUE)) {
      world.step();
    }
    assertThat(shell.exitStatus()).hasValue(0);
    assertThat(LabText.of(Observer.lab(world.kernel(), lab))).isEqualTo(LabText.of(lab));
  }
}
