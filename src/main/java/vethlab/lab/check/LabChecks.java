package vethlab.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.SessionScript;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;

/**
 * What of a lab's folder its checks need.
 *
 * @param script session.sh
 */
public record LabChecks(
    List<Check> checks, Answers answers, SessionScript script, List<Problem> problems) {

  /** Reads checks.yaml, answers.yaml and session.sh, as far as they are there. */
  public static LabChecks read(LabFolder folder, Optional<Lab> lab) {
    Problems inChecks = new Problems(folder.file(LabFolder.CHECKS).toString());
    Problems inAnswers = new Problems(folder.file(LabFolder.ANSWERS).toString());
    List<Check> checks =
        folder
            .text(LabFolder.CHECKS, inChecks)
            .map(text -> ChecksReader.read(text, lab, inChecks))
            .orElse(List.of());
    Answers answers =
        folder
            .text(LabFolder.ANSWERS, inAnswers)
            .map(text -> Answers.read(text, inAnswers))
            .orElse(Answers.NONE);
    SessionScript script = SessionScript.of(folder.text(LabFolder.SESSION).orElse(""));
    List<Problem> problems = new ArrayList<>(inChecks.all());
    problems.addAll(inAnswers.all());
    return new LabChecks(checks, answers, script, problems);
  }
}
