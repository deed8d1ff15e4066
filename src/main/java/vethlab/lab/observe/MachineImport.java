package vethlab.lab.observe;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vethlab.lab.LabFolder;
import vethlab.lab.SimulatedLab;
import vethlab.lab.write.LabText;
import vethlab.linux.LinuxKernel;
import vethlab.linux.netns.Namespaces;
import vethlab.linux.netns.Naming;
import vethlab.linux.netns.NetnsSearch.Found;
import vethlab.op.Ns;

/** This machine's network photographed into a lab's folder; nothing of the machine is changed. */
public final class MachineImport {
  /** The namespace of the calling thread. */
  public static final Found HOST =
      new Found("host", Path.of("/proc/thread-self/ns/net"), "machine");

  private MachineImport() {}

  /** Those that are photographed unasked: not what is only some program's own. */
  public static List<Found> usual(List<Found> found) {
    return found.stream().filter(each -> !each.origin().equals("process")).toList();
  }

  /** Looks into namespaces, {@link #HOST} perhaps among them; needs root. */
  public static Photograph.Taken photograph(List<Found> chosen, String name) throws IOException {
    Path names = Files.createTempDirectory("vethlab-import");
    try {
      for (Found each : chosen) {
        if (!each.equals(HOST)) {
          Files.createSymbolicLink(names.resolve(each.name()), each.path());
        }
      }
      List<Ns> namespaces = chosen.stream().map(each -> Ns.named(each.name())).toList();
      try (LinuxKernel kernel = new LinuxKernel(new Namespaces(names, Naming.SYMBOLIC_LINK))) {
        return Photograph.of(kernel, namespaces, name);
      }
    } finally {
      delete(names);
    }
  }

  /** Writes the lab into a new folder; what was left out or made up, as sentences. */
  public static List<String> write(Path folder, Photograph.Taken taken) throws IOException {
    List<String> remarks = remarks(taken);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(LabFolder.LAB), text(taken, remarks));
    return remarks;
  }

  /** What was left out or made up, and what the simulator refuses, as sentences. */
  public static List<String> remarks(Photograph.Taken taken) {
    List<String> remarks = new ArrayList<>(taken.remarks());
    SimulatedLab.of(taken.lab())
        .refusals()
        .forEach(refusal -> remarks.add(refusal.ns() + ": " + refusal.sentence()));
    return remarks;
  }

  /** Its lab.yaml, with where it comes from and the remarks in front. */
  public static String text(Photograph.Taken taken, List<String> remarks) {
    StringBuilder text = new StringBuilder();
    text.append("# Photographed on ").append(machine()).append(", ").append(LocalDate.now());
    text.append(", by vethlab import.\n");
    remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
    return text + LabText.of(taken.lab()).strip() + "\n";
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
