package vethlab.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vethlab.app.doc.Document;
import vethlab.app.doc.Origin;
import vethlab.lab.Lab;
import vethlab.lab.LabFolder;
import vethlab.lab.LabOps;
import vethlab.lab.observe.Observer;
import vethlab.lab.write.LabEditor;
import vethlab.lab.write.LabText;
import vethlab.linux.golang.GoProgram;
import vethlab.op.Commands;
import vethlab.op.Op;

/**
 * A document as the files of a lab: what is there at the moment it shows. Learned entries, counters
 * and terminals are a run's, not the lab's.
 */
public record LabDraft(String lab, String layout) {
  private static final String NOTE = "note:";

  public static LabDraft of(Document document) {
    Origin origin = document.origin();
    return new LabDraft(
        LabEditor.update(origin.text(), lab(document)), LabText.layout(document.settledLayout()));
  }

  /** The lab that a document shows. */
  public static Lab lab(Document document) {
    Lab was = document.origin().lab();
    List<Lab.Note> notes = new ArrayList<>();
    for (Map.Entry<String, String> each : document.notes().entrySet()) {
      notes.add(new Lab.Note(each.getKey().substring(NOTE.length()), each.getValue()));
    }
    Lab earlier =
        new Lab(
            was.name(), document.title(), was.description(), was.namespaces(), was.links(), notes);
    return Observer.lab(document.kernel(), earlier);
  }

  /** Writes both files; a folder that is not there is made. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(LabFolder.LAB), lab);
    WholeFile.write(folder.resolve(LabFolder.LAYOUT), layout);
  }

  /** The commands that make what a document shows on an empty machine. */
  public static String script(Document document) {
    StringBuilder text = new StringBuilder("#!/bin/sh\n");
    text.append("# ").append(document.title().replace('\n', ' ')).append('\n');
    text.append("set -e\n");
    for (Op op : LabOps.build(lab(document))) {
      text.append(Commands.text(op)).append('\n');
    }
    return text.toString();
  }

  /** The same as a program in Go, on the libraries netlink and netns. */
  public static String goProgram(Document document) {
    return GoProgram.of(document.title().replace('\n', ' '), LabOps.build(lab(document)));
  }
}
