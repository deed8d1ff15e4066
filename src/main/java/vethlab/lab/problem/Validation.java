package vethlab.lab.problem;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.SimulatedLab;
import vethlab.lab.check.LabChecks;
import vethlab.lab.lesson.Walkthrough;
import vethlab.lab.read.Places;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;

/** Everything about a lab that its author should know, at once. */
public final class Validation {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle(
          "vethlab.lab.problem",
          Locale.ENGLISH,
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

  private final LabFolder folder;
  private final List<Problem> problems = new ArrayList<>();

  private Validation(LabFolder folder) {
    this.folder = folder;
  }

  /** Mistakes in its files; where there are none, what the simulator finds. */
  public static List<Problem> of(LabFolder folder) {
    Validation validation = new Validation(folder);
    LabFolder.Read read = folder.read();
    validation.problems.addAll(read.problems());
    validation.problems.addAll(LabChecks.read(folder, read.lab()).problems());
    validation.problems.addAll(Walkthrough.of(folder).problems());
    if (read.isSound()) {
      validation.simulate(read.lab().orElseThrow());
    }
    return validation.problems;
  }

  private void simulate(Lab lab) {
    Places places = new Places(folder.text(LabFolder.LAB).orElse(""));
    SimulatedLab built = SimulatedLab.of(lab);
    problems.addAll(folder.refused(built.refusals()));
    Problems warnings = new Problems(folder.file(LabFolder.LAB).toString());
    for (Trouble trouble : Troubles.of(built.world().kernel())) {
      if (trouble.kind() == Trouble.Kind.DOWN) {
        continue; // a lab's interfaces are up unless it says otherwise
      }
      Places.Place at = places.of(trouble.ns(), trouble.device());
      warnings.warn(at.line(), at.column(), sentence(trouble));
    }
    problems.addAll(warnings.all());
  }

  private static String sentence(Trouble trouble) {
    Object[] words = trouble.arguments().stream().map(String::valueOf).toArray();
    return new MessageFormat(WORDS.getString(trouble.kind().key()), Locale.ROOT).format(words);
  }
}
