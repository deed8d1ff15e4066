package vethlab.shell;

import java.util.List;
import java.util.OptionalInt;
import vethlab.op.Ns;

/** Where a program stands after {@link Program#advance}. */
public sealed interface Progress {

  /** It has ended with this exit status, 0 to 255. */
  record Exited(int status) implements Progress {}

  /** It waits for something it asked to be woken by. */
  record Blocked() implements Progress {}

  /** It has more to do but lets the others run first, as a program does that never waits. */
  record Again() implements Progress {}

  /**
   * It becomes another command in this namespace, as execve does: sudo, env, ip netns exec.
   *
   * @param vrf the ifindex of the VRF it goes to, 0 to leave the one it is in
   */
  record Exec(List<String> argv, Ns netns, OptionalInt vrf) implements Progress {

    /** In the VRF that it is in already. */
    public Exec(List<String> argv, Ns netns) {
      this(argv, netns, OptionalInt.empty());
    }
  }

  Progress BLOCKED = new Blocked();
  Progress AGAIN = new Again();

  static Progress exited(int status) {
    return new Exited(status & 0xff);
  }
}
