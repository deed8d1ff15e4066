package vethlab.cli.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static final List<String> LINES =
      IntStream.range(0, 40).mapToObj(i -> "line " + i).toList();

  @Test
  void keepsOnlyTheLinesThatShowTheDifference() {
    List<String> small =
        Shrinker.shrink(LINES, less -> less.containsAll(List.of("line 3", "line 31")), () -> true);

    assertThat(small).containsExactly("line 3", "line 31");
  }

  @Test
  void endsWithWhatItHasWhenTimeIsUp() {
    AtomicInteger asked = new AtomicInteger();

    List<String> small =
        Shrinker.shrink(
            LINES,
            less -> {
              asked.incrementAndGet();
              return less.contains("line 3");
            },
            () -> asked.get() < 4);

    assertThat(asked).hasValue(4);
    assertThat(small).contains("line 3").hasSizeLessThan(LINES.size());
  }
}
