package vethlab.op.iptables.parse;

import vethlab.op.iptables.Target;

/** An extension that makes a target. */
abstract class TargetExtension extends Extension {
  TargetExtension(String name, Opt... options) {
    super(name, options);
  }

  abstract Target target();
}
