package vethlab.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vethlab.sim.trace.DropReason;

class VerdictsTest {
  private static Provoked provoked;
  private static VerdictsPage page;

  @BeforeAll
  static void run() throws IOException {
    provoked = VerdictsPage.provoked();
    page = new VerdictsPage(provoked);
  }

  @Test
  void everyReasonIsProvokedByAScript() {
    assertThat(missing(page.reasons(), provoked.outcomes().keySet())).isEmpty();
  }

  @Test
  void everyReasonThatIsGivenHasASentence() {
    Set<String> given = new TreeSet<>(provoked.outcomes().keySet());
    given.remove("");
    assertThat(missing(given, page.reasons())).isEmpty();
  }

  @Test
  void everyReasonHasItsExactConditionAndAClassThatDecides() {
    assertThat(page.conditions()).isEqualTo(page.reasons());
    assertThat(page.reasons()).allSatisfy(key -> assertThat(page.classes(key)).isNotEmpty());
  }

  @Test
  void everyDropReasonIsProvoked() {
    assertThat(page.byDrop().keySet()).containsExactlyInAnyOrder(DropReason.values());
  }

  @Test
  void everyVerdictIsProvoked() {
    Set<String> words = new TreeSet<>();
    provoked
        .outcomes()
        .values()
        .forEach(all -> all.forEach(outcome -> words.add(outcome.verdict().split(" ")[0])));
    assertThat(words)
        .containsAll(
            List.of("passed", "dropped", "queued", "consumed", "rewritten", "sent", "answered"));
  }

  @Test
  void thePageIsWhatTheScriptsProvoke() throws IOException {
    assertThat(VerdictsPage.PAGE).content().isEqualTo(page.text());
    assertThat(Files.readString(VerdictsPage.PAGE)).doesNotContain("|  |");
  }

  private static Set<String> missing(Set<String> wanted, Set<String> there) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(there);
    return missing;
  }
}
