package vethlab.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The simulator does with a script what the kernel did: frame for frame, line for line. */
class FidelityTest {
  @TestFactory
  Stream<DynamicTest> the_simulator_does_what_the_kernel_did() {
    return FidelityCase.in(Path.of("src/test/fidelity")).stream().map(FidelityTest::test);
  }

  private static DynamicTest test(FidelityCase each) {
    return DynamicTest.dynamicTest(
        each.name(),
        () -> {
          FidelityCase.Outcome expected = each.expected();
          FidelityCase.Outcome simulated = each.simulated();
          assertThat(simulated.out()).isEqualTo(expected.out());
          assertThat(simulated.trace()).isEqualTo(expected.trace());
        });
  }
}
