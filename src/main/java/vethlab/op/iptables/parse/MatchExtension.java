package vethlab.op.iptables.parse;

import vethlab.op.iptables.Match;

/** An extension that makes a match. */
abstract class MatchExtension extends Extension {
  MatchExtension(String name, Opt... options) {
    super(name, options);
  }

  abstract Match match();
}
