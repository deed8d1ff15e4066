package vethlab.linux.deploy;

import java.util.List;
import vethlab.op.Kernel;
import vethlab.op.Op;

/** Knows what makes a kernel again as the text of a lab says. */
public interface Reconciler {
  /** The operations; none where nothing differs. */
  List<Op> to(Kernel kernel, String lab);
}
