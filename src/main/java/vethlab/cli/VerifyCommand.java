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
import vethlab.lab.compare.Difference;
import vethlab.linux.agent.Launch;

/** {@code vethlab verify}: does the simulated kernel do what the real one does? */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Run labs' sessions, or scripts, on the real kernel (in a sandbox) and on the simulated one,",
      "and compare what they print, every frame, and the tables that are left."
    })
final class VerifyCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "LAB|SCRIPT", description = "Folders of labs, scripts.")
  private List<Path> paths = List.of();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Launch.obstacle()
        .ifPresent(why -> {
          throw new Failure(
              ExitCodes.NEEDS_PRIVILEGE,
              "the real kernel can't be asked here: " + why + " (see vethlab doctor)");
        });
    List<Map<String, Object>> rows = new ArrayList<>();
    boolean equal = true;
    for (Path path : paths) {
      BothKernels.Verdict verdict = verdict(path);
      equal &= verdict.differences().isEmpty();
      if (json) {
        rows.add(row(path, verdict));
      } else {
        print(path, verdict);
      }
    }
    if (json) {
      System.out.println(new JsonMapper().writeValueAsString(rows));
    }
    return equal ? ExitCodes.OK : ExitCodes.DIFFERS;
  }

  private static BothKernels.Verdict verdict(Path path) {
    Path script = Files.isDirectory(path) ? path.resolve(LabFolder.SESSION) : path;
    try {
      return BothKernels.run(script.getFileName().toString(), Files.readAllBytes(script));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Failure(ExitCodes.USAGE, "there is no " + e.getMessage());
    } catch (IOException e) {
      throw new Failure(ExitCodes.FAILED, script + ": " + e.getMessage());
    }
  }

  private static void print(Path path, BothKernels.Verdict verdict) {
    if (verdict.lostFrames() > 0) {
      System.out.println(
          path + ": the recording missed " + verdict.lostFrames() + " frames; run it again");
    }
    if (verdict.differences().isEmpty()) {
      System.out.println(path + ": equal");
    }
    for (BothKernels.Differs differs : verdict.differences()) {
      Difference where = differs.where();
      String section = where.section().isEmpty() ? "" : " (" + where.section() + ")";
      System.out.println(path + ": " + differs.what() + " differ, line " + where.line() + section);
      System.out.println("  the kernel:    " + orEnd(where.expected()));
      System.out.println("  the simulator: " + orEnd(where.actual()));
    }
  }

  private static String orEnd(String line) {
    return line.isEmpty() ? "(nothing)" : line;
  }

  private static Map<String, Object> row(Path path, BothKernels.Verdict verdict) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("path", path.toString());
    row.put("equal", verdict.differences().isEmpty());
    row.put("lost_frames", verdict.lostFrames());
    List<Map<String, Object>> differences = new ArrayList<>();
    for (BothKernels.Differs each : verdict.differences()) {
      Map<String, Object> difference = new LinkedHashMap<>();
      difference.put("what", each.what());
      difference.put("line", each.where().line());
      difference.put("section", each.where().section());
      difference.put("kernel", each.where().expected());
      difference.put("simulator", each.where().actual());
      differences.add(difference);
    }
    row.put("differences", differences);
    return row;
  }
}
