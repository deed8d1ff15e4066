package vethlab.app.doc;

import java.util.ArrayList;
import java.util.List;
import vethlab.op.Op;

/** Ops as the commands a person would type. */
final class OpText {
  private OpText() {}

  static List<String> of(List<Op> ops) {
    List<String> lines = new ArrayList<>();
    ops.forEach(op -> lines.add(op.toString()));
    return lines;
  }
}
