package vethlab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import vethlab.lab.LabFolder;
import vethlab.lab.observe.MachineImport;
import vethlab.lab.observe.Photograph;
import vethlab.linux.agent.Launch;
import vethlab.linux.netns.NetnsSearch;
import vethlab.linux.netns.NetnsSearch.Found;

/** {@code vethlab import}: the running machine as a lab; nothing of it is changed. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Photograph this machine's network as a lab that can be opened and simulated. Reads only.",
      "Without names: the machine itself, its named namespaces and its containers."
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAMESPACE",
      description = "host, or a name that --list shows; of Docker's and Podman's the container's.")
  private List<String> wanted = List.of();

  @Option(names = "-o", paramLabel = "FOLDER", description = "The lab's folder, to be made.")
  private Path folder = Path.of("");

  @Option(names = "--list", description = "Only list the namespaces there are.")
  private boolean list;

  @Option(names = "--json", description = "With --list: as JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    List<Found> found = NetnsSearch.all(Path.of("/"));
    if (list) {
      show(found);
      return ExitCodes.OK;
    }
    if (folder.toString().isEmpty()) {
      throw new Failure(ExitCodes.USAGE, "say with -o FOLDER where the lab is to be written");
    }
    if (Files.exists(folder)) {
      throw new Failure(ExitCodes.NOT_OURS, folder + " exists already; nothing was written");
    }
    if (!Launch.root()) {
      throw new Failure(
          ExitCodes.NEEDS_PRIVILEGE, "looking into namespaces and at iptables needs root (sudo)");
    }
    List<Found> chosen = chosen(found);
    return RealMode.guarded(() -> photograph(chosen));
  }

  private void show(List<Found> found) {
    if (json) {
      List<Map<String, String>> rows = new ArrayList<>();
      for (Found each : found) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", each.name());
        row.put("origin", each.origin());
        row.put("path", each.path().toString());
        rows.add(row);
      }
      System.out.println(new JsonMapper().writeValueAsString(rows));
    } else {
      System.out.printf("%-16s%-11s%s%n", "host", "machine", "");
      found.forEach(f -> System.out.printf("%-16s%-11s%s%n", f.name(), f.origin(), f.path()));
    }
  }

  /** Namespaces that are only some program's own are photographed when they are asked for. */
  private List<Found> chosen(List<Found> found) {
    if (wanted.isEmpty()) {
      return MachineImport.usual(found);
    }
    List<Found> chosen = new ArrayList<>();
    for (String name : wanted) {
      if (!name.equals("host")) {
        chosen.add(
            found.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                    new Failure(
                        ExitCodes.USAGE,
                        "no namespace is called " + name + " (see vethlab import --list)")));
      }
    }
    return chosen;
  }

  private int photograph(List<Found> chosen) throws IOException {
    Photograph.Taken taken = MachineImport.photograph(namespaces(chosen), name());
    MachineImport.write(folder, taken).forEach(System.err::println);
    LabFolder.at(folder).read().problems().forEach(System.err::println);
    return ExitCodes.OK;
  }

  /** The machine itself first, where it was asked for. */
  private List<Found> namespaces(List<Found> chosen) {
    List<Found> all = new ArrayList<>(chosen);
    if (wanted.isEmpty() || wanted.contains("host")) {
      all.addFirst(MachineImport.HOST);
    }
    return all;
  }

  private String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }
}
