package vethlab.lab.problem;

import java.util.List;
import vethlab.op.Ns;
import vethlab.op.Op;

/**
 * Something in a network that will not work as it stands.
 *
 * @param device empty where it concerns the whole namespace
 * @param arguments of the sentences about it; the namespace first
 * @param fix what would repair it
 */
public record Trouble(Kind kind, Ns ns, String device, List<Object> arguments, List<Op> fix) {

  /** What it is; the key of its words. */
  public enum Kind {
    NO_WAY_BACK("no-way-back"),
    NO_FORWARD("no-forward"),
    UNMASKED("unmasked"),
    FORWARD_DROP("forward-drop"),
    DOWN("down"),
    OVERLAP("overlap"),
    MTU("mtu");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }
}
