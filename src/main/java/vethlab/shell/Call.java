package vethlab.shell;

import java.util.List;
import java.util.Optional;
import vethlab.op.Kernel;
import vethlab.op.Ns;

/**
 * One call of an {@link Instant} command.
 *
 * @param process the process it runs in
 * @param input the whole standard input where the command asked for it, else empty
 */
public record Call(Process process, String input) {

  /** The command's name as it was typed, without a directory. */
  public String name() {
    String word = process.argv().getFirst();
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /** The words after the name. */
  public List<String> args() {
    return process.argv().subList(1, process.argv().size());
  }

  public Ns netns() {
    return process.netns();
  }

  public Kernel kernel() {
    return process.kernel();
  }

  public Output out() {
    return process.out();
  }

  public Output err() {
    return process.err();
  }

  public Files files() {
    return process.files();
  }

  public Optional<String> env(String name) {
    return process.env(name);
  }
}
