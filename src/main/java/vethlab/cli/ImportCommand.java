package vethlab.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
import vethlab.lab.SimulatedLab;
import vethlab.lab.observe.Photograph;
import vethlab.lab.write.LabText;
import vethlab.linux.LinuxKernel;
import vethlab.linux.agent.Launch;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.netns.NetnsSearch;
import vethlab.linux.netns.NetnsSearch.Found;
import vethlab.op.Ns;

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
      return found.stream().filter(each -> !each.origin().equals("process")).toList();
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
    Path names = Files.createTempDirectory("vethlab-import");
    try {
      for (Found each : chosen) {
        Files.createSymbolicLink(names.resolve(each.name()), each.path());
      }
      try (LinuxKernel kernel = new LinuxKernel(new Namespaces(names, Naming.SYMBOLIC_LINK))) {
        write(Photograph.of(kernel, namespaces(chosen), name()));
      }
    } finally {
      delete(names);
    }
    return ExitCodes.OK;
  }

  private List<Ns> namespaces(List<Found> chosen) {
    List<Ns> namespaces = new ArrayList<>();
    if (wanted.isEmpty() || wanted.contains("host")) {
      namespaces.add(Ns.HOST);
    }
    chosen.forEach(each -> namespaces.add(new Ns(each.name())));
    return namespaces;
  }

  private String name() {
    return folder.toAbsolutePath().normalize().getFileName().toString();
  }

  private void write(Photograph.Taken taken) throws IOException {
    List<String> remarks = new ArrayList<>(taken.remarks());
    SimulatedLab.of(taken.lab())
        .refusals()
        .forEach(refusal -> remarks.add(refusal.ns() + ": " + refusal.sentence()));
    StringBuilder text = new StringBuilder();
    text.append("# Photographed on ").append(machine()).append(", ").append(LocalDate.now());
    text.append(", by vethlab import.\n");
    remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(LabFolder.LAB), text + LabText.of(taken.lab()).strip() + "\n");
    remarks.forEach(System.err::println);
    LabFolder.at(folder).read().problems().forEach(System.err::println);
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException e) {
      return "this machine";
    }
  }

  private static void delete(Path names) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(names)) {
      for (Path each : entries) {
        Files.delete(each);
      }
    }
    Files.delete(names);
  }
}
