package vethlab.lab.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vethlab.lab.Lab;
import vethlab.lab.Lab.Namespace;
import vethlab.lab.LabFolder;
import vethlab.lab.write.LabText;

/**
 * A shipped lab, solved, with one route, address or rule taken out does not pass, and what is said
 * names what is missing; but for what the solution itself added: naming that is the student's work.
 */
class TakenOutTest {
  /** With the solution's rule for what is established, nothing depends on this one. */
  private static final String REDUNDANT = "-A INPUT -p icmp -m icmp --icmp-type 0";

  @TempDir static Path folder;

  /**
   * @param names words of it, one of which a message must have
   */
  private record TakenOut(String what, Lab without, List<String> names) {}

  @TestFactory
  Stream<DynamicTest> each() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> labs = Files.list(Path.of("labs"))) {
      for (Path lab : labs.filter(Files::isDirectory).sorted().toList()) {
        List<String> found = takenOut(LabFolder.at(lab)).stream().map(TakenOut::what).toList();
        for (TakenOut each : takenOut(LabFolder.at(lab).solved())) {
          if (each.what().contains(REDUNDANT)) {
            continue;
          }
          boolean wasThere = found.contains(each.what());
          tests.add(
              DynamicTest.dynamicTest(
                  lab.getFileName() + " without " + each.what(),
                  () -> {
                    String said = isToldOf(lab, each);
                    if (wasThere) {
                      assertThat(each.names()).as(said).anyMatch(said::contains);
                    }
                  }));
        }
      }
    }
    return tests.stream();
  }

  private static String isToldOf(Path lab, TakenOut out) throws IOException {
    Path copy = Files.createTempDirectory(folder, "lab");
    LabFolder solved = LabFolder.at(lab).solved();
    for (String file : List.of(LabFolder.CHECKS, LabFolder.ANSWERS, LabFolder.SESSION)) {
      if (Files.exists(solved.file(file))) {
        Files.copy(solved.file(file), copy.resolve(file));
      }
    }
    Files.writeString(copy.resolve(LabFolder.LAB), LabText.of(out.without()));
    LabTest.Report report = LabTest.of("lab", LabFolder.at(copy), LabTest.Kernels.SIMULATED);
    assertThat(report.passes()).as("passes").isFalse();
    return said(report);
  }

  private static String said(LabTest.Report report) {
    CheckSentences sentences = CheckSentences.in(Locale.ENGLISH);
    StringBuilder said = new StringBuilder();
    report.problems().forEach(problem -> said.append(problem).append('\n'));
    report.hints().forEach(hint -> said.append(sentences.text(hint)).append('\n'));
    for (LabTest.Asked each : report.asked()) {
      if (each.outcome() instanceof Outcome.Fails fails) {
        fails.seen().forEach(remark -> said.append(sentences.text(remark)).append('\n'));
      }
    }
    return said.toString();
  }

  // --- what can be taken out ---------------------------------------------------------------------

  private static List<TakenOut> takenOut(LabFolder folder) {
    Lab lab = folder.read().lab().orElseThrow();
    List<TakenOut> all = new ArrayList<>();
    for (Namespace each : lab.namespaces()) {
      for (Lab.RouteEntry route : each.routes()) {
        String to = route.to().length() == 0 ? "default" : route.to().toString();
        String way =
            route
                .via()
                .map(via -> "via " + via)
                .or(() -> route.dev().map(dev -> "dev " + dev))
                .orElse("");
        all.add(
            new TakenOut(
                each.ns() + "'s route " + to,
                with(lab, each, n -> routes(n, minus(n.routes(), route))),
                List.of(to + " " + way)));
      }
      for (Lab.Interface i : each.interfaces()) {
        for (Lab.Address address : i.addresses()) {
          all.add(
              new TakenOut(
                  each.ns() + "'s address " + address.prefix(),
                  with(lab, each, n -> address(n, i, address)),
                  List.of(address.prefix().toString())));
        }
      }
      List<String> rules = each.iptables().map(text -> text.lines().toList()).orElse(List.of());
      for (String rule : rules) {
        if (rule.strip().startsWith("-A")) {
          all.add(
              new TakenOut(
                  each.ns() + "'s rule " + rule,
                  with(lab, each, n -> iptables(n, String.join("\n", minus(rules, rule)) + "\n")),
                  List.of(rule.strip())));
        }
      }
    }
    return all;
  }

  private static <T> List<T> minus(List<T> all, T one) {
    List<T> rest = new ArrayList<>(all);
    rest.remove(one);
    return rest;
  }

  private static Lab with(Lab lab, Namespace changed, UnaryOperator<Namespace> change) {
    List<Namespace> all =
        lab.namespaces().stream().map(n -> n.equals(changed) ? change.apply(n) : n).toList();
    return new Lab(lab.name(), lab.title(), lab.description(), all, lab.links(), lab.notes());
  }

  private static Namespace routes(Namespace n, List<Lab.RouteEntry> routes) {
    return new Namespace(
        n.ns(),
        n.interfaces(),
        routes,
        n.rules(),
        n.neighbours(),
        n.fdb(),
        n.sysctls(),
        n.iptables(),
        n.ruleset(),
        n.listen());
  }

  private static Namespace iptables(Namespace n, String text) {
    return new Namespace(
        n.ns(),
        n.interfaces(),
        n.routes(),
        n.rules(),
        n.neighbours(),
        n.fdb(),
        n.sysctls(),
        Optional.of(text),
        n.ruleset(),
        n.listen());
  }

  private static Namespace address(Namespace n, Lab.Interface changed, Lab.Address gone) {
    List<Lab.Interface> all =
        IntStream.range(0, n.interfaces().size())
            .mapToObj(at -> n.interfaces().get(at))
            .map(i ->
                i != changed
                    ? i
                    : new Lab.Interface(
                        i.name(),
                        i.kind(),
                        minus(i.addresses(), gone),
                        i.mac(),
                        i.mtu(),
                        i.master(),
                        i.state(),
                        i.port(),
                        i.vlans(),
                        i.alias()))
            .toList();
    return new Namespace(
        n.ns(),
        all,
        n.routes(),
        n.rules(),
        n.neighbours(),
        n.fdb(),
        n.sysctls(),
        n.iptables(),
        n.ruleset(),
        n.listen());
  }
}
