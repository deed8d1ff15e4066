package vethlab.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Same inputs, same bytes out: the simulated kernel and its shell know no clock, no threads, no
 * chance, no order that differs from run to run, and nothing of the machine they run on.
 */
@AnalyzeClasses(packages = "vethlab", importOptions = DoNotIncludeTests.class)
class DeterminismTest {
  private static final String[] SIMULATION = {"vethlab.sim..", "vethlab.shell.."};

  @ArchTest
  static final ArchRule time_is_virtual =
      never(
          calls(System.class, "currentTimeMillis|nanoTime")
              .or(
                  callsWhere(
                      "the wall clock",
                      call ->
                          call.getTargetOwner().getPackageName().equals("java.time")
                              && call.getName().matches("now|system.*|tick.*"))));

  @ArchTest
  static final ArchRule nothing_is_random =
      never(
          calls(Math.class, "random")
              .or(calls(UUID.class, "randomUUID"))
              .or(calls(System.class, "identityHashCode"))
              .or(
                  callsWhere(
                      "an unseeded Random",
                      call ->
                          call.getTargetOwner().isEquivalentTo(Random.class)
                              && call.getName().equals("<init>")
                              && call.getTarget().getRawParameterTypes().isEmpty())));

  @ArchTest
  static final ArchRule collections_have_an_order =
      never(
          calls(HashMap.class, "<init>|newHashMap")
              .or(calls(HashSet.class, "<init>|newHashSet"))
              .or(calls(IdentityHashMap.class, "<init>"))
              .or(calls(WeakHashMap.class, "<init>"))
              .or(calls(Map.class, "ofEntries|copyOf"))
              .or(calls(Map.class, "of").and(parameters(3)))
              .or(calls(Set.class, "copyOf"))
              .or(calls(Set.class, "of").and(parameters(2)))
              .or(calls(Collectors.class, "toSet|toUnmodifiable(Set|Map)"))
              .or(calls(Collectors.class, "toMap").and(not(parameters(4))))
              .or(calls(Collectors.class, "groupingBy").and(not(parameters(3)))));

  @ArchTest
  static final ArchRule there_are_no_threads =
      noClasses()
          .that()
          .resideInAnyPackage(SIMULATION)
          .should()
          .dependOnClassesThat(
              type(Thread.class)
                  .or(type(ThreadLocal.class))
                  .or(resideInAnyPackage("java.util.concurrent..")))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule a_script_cannot_touch_the_machine =
      noClasses()
          .that()
          .resideInAnyPackage(SIMULATION)
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("java.nio.file..", "java.net..", "java.nio.channels..")
                  .or(type(File.class))
                  .or(nameMatching("java\\.io\\.(File.+|RandomAccessFile)"))
                  .or(type(ProcessBuilder.class))
                  .or(type(Runtime.class)))
          .allowEmptyShould(true);

  private static ArchRule never(DescribedPredicate<JavaCall<?>> call) {
    return noClasses()
        .that()
        .resideInAnyPackage(SIMULATION)
        .should()
        .callCodeUnitWhere(call)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String names) {
    return callsWhere(
        owner.getSimpleName() + "." + names,
        call -> call.getTargetOwner().isEquivalentTo(owner) && call.getName().matches(names));
  }

  private static DescribedPredicate<JavaCall<?>> parameters(int atLeast) {
    return callsWhere(
        atLeast + " parameters or more",
        call -> call.getTarget().getRawParameterTypes().size() >= atLeast);
  }

  private static DescribedPredicate<JavaCall<?>> callsWhere(
      String description, Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe(description, test);
  }
}
