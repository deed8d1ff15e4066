package vethlab.shell.iproute;

import java.util.List;
import vethlab.op.Ns;

/** What a command leaves to be done. */
sealed interface Outcome {

  /** Nothing; it ends with this status. */
  record Done(int status) implements Outcome {}

  /** To become another program in a namespace. */
  record Become(List<String> argv, Ns ns) implements Outcome {}

  /** To become another program in a VRF, given by its ifindex, 0 for none. */
  record BecomeInVrf(List<String> argv, int vrf) implements Outcome {}

  /** To run a program in each of the namespaces, one after the other. */
  record InEach(List<Ns> namespaces, List<String> argv) implements Outcome {}

  Outcome DONE = new Done(0);
}
