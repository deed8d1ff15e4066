package vethlab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** {@code wire <- op <- sim, linux <- lab, shell <- cli, app}. */
@AnalyzeClasses(packages = "vethlab", importOptions = DoNotIncludeTests.class)
class RoomsTest {
  @ArchTest static final ArchRule wire_knows_no_other_room = room("wire");
  @ArchTest static final ArchRule op_knows_wire = room("op", "wire");
  @ArchTest static final ArchRule sim_does_not_know_linux = room("sim", "op", "wire");
  @ArchTest static final ArchRule linux_does_not_know_sim = room("linux", "op", "wire");

  @ArchTest
  static final ArchRule shell_knows_the_kernels =
      room("shell", "lab", "sim", "linux", "op", "wire");

  @ArchTest
  static final ArchRule lab_knows_the_kernels = room("lab", "shell", "sim", "linux", "op", "wire");

  @ArchTest
  static final ArchRule app_does_not_know_cli =
      room("app", "lab", "shell", "sim", "linux", "op", "wire");

  @ArchTest
  static final ArchRule rooms_know_each_other_one_way =
      slices().matching("vethlab.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_linux_uses_jna =
      noClasses()
          .that()
          .resideOutsideOfPackage("vethlab.linux..")
          .and()
          .resideInAPackage("vethlab..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.sun.jna..");

  @ArchTest
  static final ArchRule only_app_knows_javafx =
      noClasses()
          .that()
          .resideOutsideOfPackage("vethlab.app..")
          .and()
          .resideInAPackage("vethlab..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx..",
              "com.sun.javafx..",
              "com.sun.glass..",
              "org.controlsfx..",
              "impl.org.controlsfx..",
              "atlantafx..",
              "org.kordamp.ikonli..");

  /** This room uses itself and these others, of all the rooms. */
  private static ArchRule room(String name, String... others) {
    String[] allowed =
        Arrays.stream(others).map(other -> "vethlab." + other + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage("vethlab." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("vethlab..")
                .and(not(resideInAnyPackage("vethlab." + name + "..")))
                .and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true);
  }
}
