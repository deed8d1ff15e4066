package vethlab.app.doc;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Commands;
import vethlab.op.Op;

/** Ops as the commands a person would type. */
final class OpText {
  private OpText() {}

  static List<String> of(List<Op> ops) {
    List<String> lines = new ArrayList<>();
    ops.forEach(op -> lines.add(Commands.text(op)));
    return lines;
  }
}
