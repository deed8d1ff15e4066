package vethlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.sim.World;

/**
 * A copy made at any moment goes on exactly as the original does, and neither disturbs the other.
 */
class CopyingTest {
  private static final String WAITING =
      """
      (sleep 0.3; echo late) & first=$!
      yes | head -100 | wc -l
      for i in 1 2 3; do (sleep 0.0$i; echo "job $i") & done
      x=$(sleep 0.02; echo sub; sleep 0.01; echo more)
      echo "$x"
      printf '%s\\n' b a c | while read -r l; do sleep 0.01; echo "got $l"; done
      trap 'echo usr' USR1
      { sleep 0.05; kill -USR1 $$; } &
      wait $first; echo "wait $?"
      wait
      timeout 0.1 sleep 3; echo "timeout $?"
      seq 20 | xargs -n5 echo | sort -r | awk '{ s += $1; print NR, s }'
      f() { local n=$1; [ "$n" -eq 0 ] || { echo "f $n"; sleep 0.01; f $((n - 1)); }; }
      f 3 > file; cat file
      sed '$!N;s/\\n/ /' file
      exit 3
      """;

  static Stream<String> scripts() throws IOException {
    List<String> texts = new ArrayList<>(List.of(WAITING));
    try (Stream<Path> all = Files.list(Path.of("src/test/shell"))) {
      for (Path script : all.filter(p -> p.toString().endsWith(".sh")).sorted().toList()) {
        texts.add(Files.readString(script));
      }
    }
    return texts.stream();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_copy_goes_on_as_the_original(String script) {
    Sessions.Outcome expected = Sessions.run(script);
    Random random = new Random(script.hashCode());
    for (int round = 0; round < 5; round++) {
      World world = new World();
      int task = Sessions.spawn(world, "script.sh", script, List.of());
      List<World> copies = new ArrayList<>();
      int steps = 0;
      while (Sessions.session(world, task).exitStatus().isEmpty() && steps++ < 100_000) {
        if (copies.size() < 4 && random.nextInt(12) == 0) {
          copies.add(world.copy());
        }
        world.step();
      }
      assertThat(Sessions.finish(world, task)).isEqualTo(expected);
      for (World copy : copies) {
        assertThat(Sessions.finish(copy, task)).isEqualTo(expected);
      }
    }
  }
}
