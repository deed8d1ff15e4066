package vethlab.op.iptables.parse;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import vethlab.op.iptables.IptRule;

/** What an iptables command line asks for. */
public sealed interface Parsed {

  /** {@code -h}. */
  record Help() implements Parsed {}

  /** {@code -V}, and the joke for {@code ! -V}. */
  record Version(boolean not) implements Parsed {}

  /** A line for the other IP version in a restore. */
  record Ignored() implements Parsed {}

  /**
   * @param verbs one, or LIST or LIST_RULES with ZERO or ZERO_AT
   * @param chain empty: all chains
   * @param number of a rule, from 1; 0 where none was given
   * @param word the policy, or the chain's new name
   * @param rules one for each pair of addresses
   */
  record Request(
      EnumSet<Verb> verbs,
      String table,
      Optional<String> chain,
      int number,
      String word,
      List<IptRule> rules,
      Output output)
      implements Parsed {
    public boolean has(Verb verb) {
      return verbs.contains(verb);
    }
  }

  /** How things are printed. */
  record Output(int verbose, boolean numeric, boolean exact, boolean lineNumbers) {}
}
