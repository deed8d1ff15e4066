package vethlab.app.doc;

import vethlab.lab.Lab;

/** The lab.yaml that a document was read from or saved to: what it says, and its letters. */
public record Origin(Lab lab, String text) {
  public static final Origin NONE = new Origin(Lab.empty("lab"), "");
}
