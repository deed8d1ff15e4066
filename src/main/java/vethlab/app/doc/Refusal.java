package vethlab.app.doc;

import java.util.List;
import java.util.Optional;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.sim.World;

/** What went wrong, in the kernel's words. */
public record Refusal(Op op, Result.Refused why) {
  /** The first change that a network refuses to make; it takes those before. */
  static Optional<Refusal> of(World trial, List<Op> ops) {
    for (Op op : ops) {
      if (trial.kernel().apply(op) instanceof Result.Refused refused) {
        return Optional.of(new Refusal(op, refused));
      }
    }
    return Optional.empty();
  }

  /** The kernel's sentence. */
  public String said() {
    String kernel = why.errno().text();
    return why.message().isEmpty() ? kernel : kernel + ": " + why.message();
  }
}
