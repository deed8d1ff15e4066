package vethlab.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import vethlab.linux.doctor.Doctor;
import vethlab.linux.doctor.Finding;

/** {@code vethlab doctor}: what real mode can do on this machine. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Tell what real mode can do on this machine. Nothing of the machine is changed.")
final class DoctorCommand implements Callable<Integer> {
  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine();
    boolean possible =
        findings.stream().allMatch(f -> f.ok() || f.need() == Finding.Need.WHERE_USED);
    if (json) {
      System.out.println(
          new JsonMapper().writeValueAsString(findings.stream().map(DoctorCommand::row).toList()));
    } else {
      findings.forEach(
          f -> System.out.printf("%-4s%-18s%s%n", f.ok() ? "ok" : "no", f.name(), f.sentence()));
      System.out.println(conclusion(possible, findings));
    }
    return possible ? ExitCodes.OK : ExitCodes.NEEDS_PRIVILEGE;
  }

  private static String conclusion(boolean possible, List<Finding> findings) {
    if (!possible) {
      return "Labs can be drawn and simulated here, but not deployed.";
    }
    List<String> missing = findings.stream().filter(f -> !f.ok()).map(Finding::name).toList();
    return missing.isEmpty()
        ? "Every lab can be deployed here."
        : "Labs can be deployed here; what they can't use: " + String.join(", ", missing) + ".";
  }

  private static Map<String, Object> row(Finding finding) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", finding.name());
    row.put("ok", finding.ok());
    row.put("need", finding.need().name().toLowerCase(Locale.ROOT));
    row.put("sentence", finding.sentence());
    return row;
  }
}
