package vethlab.sim.netfilter;

import vethlab.op.iptables.AddressMask;
import vethlab.op.iptables.IpMatch;
import vethlab.op.iptables.IptRule;
import vethlab.op.iptables.Is;
import vethlab.op.iptables.Match;
import vethlab.op.iptables.Target;

/** A rule made ready to be asked quickly. Immutable; what it remembers lies in its chain. */
final class CompiledRule {
  private static final long[] NOTHING = {};

  /** As it was given, without counters. */
  final IptRule rule;

  final Action action;

  /** The chain it jumps or goes to, empty if none. */
  final String jump;

  private final int source;
  private final int sourceMask;
  private final boolean notSource;
  private final int destination;
  private final int destinationMask;
  private final boolean notDestination;
  private final int protocol;
  private final boolean notProtocol;
  private final DeviceTest in;
  private final DeviceTest out;
  private final IpMatch.Fragment fragment;
  private final RuleTest[] tests;
  private final long[] memory;

  private CompiledRule(IptRule rule, RuleTest[] tests, Action action, String jump, long[] memory) {
    this.rule = rule;
    this.tests = tests;
    this.action = action;
    this.jump = jump;
    this.memory = memory;
    IpMatch ip = rule.ip();
    source = ip.source().value().address().bits();
    sourceMask = ip.source().value().mask().bits();
    notSource = ip.source().not();
    destination = ip.destination().value().address().bits();
    destinationMask = ip.destination().value().mask().bits();
    notDestination = ip.destination().not();
    protocol = ip.protocol().value();
    notProtocol = ip.protocol().not();
    in = DeviceTest.of(ip.in());
    out = DeviceTest.of(ip.out());
    fragment = ip.fragment();
  }

  static CompiledRule of(IptRule given) {
    IptRule rule = new IptRule(given.ip(), given.matches(), given.target());
    Memory memory = new Memory();
    RuleTest[] tests = new RuleTest[rule.matches().size()];
    for (int i = 0; i < tests.length; i++) {
      tests[i] = MatchCompiler.compile(rule.matches().get(i), memory);
    }
    String jump =
        switch (rule.target()) {
          case Target.Jump to -> to.chain();
          case Target.Goto to -> to.chain();
          default -> "";
        };
    return new CompiledRule(
        rule, tests, TargetCompiler.compile(rule.target()), jump, memory.initial());
  }

  /** The same rule, jumping to a chain under its new name. */
  CompiledRule jumpingTo(String chain) {
    Target target =
        rule.target() instanceof Target.Goto ? new Target.Goto(chain) : new Target.Jump(chain);
    return of(new IptRule(rule.ip(), rule.matches(), target));
  }

  long[] freshMemory() {
    return memory.length == 0 ? NOTHING : memory.clone();
  }

  /** Whether a NAT target or a connection's match needs connections to be tracked. */
  boolean needsConntrack() {
    return ConntrackUse.of(rule);
  }

  /** Asks each test at most once: some of them count. */
  boolean matches(Evaluation e) {
    e.failed = Evaluation.NO_TEST;
    if ((e.source & sourceMask) == source == notSource
        || (e.destination & destinationMask) == destination == notDestination) {
      return false;
    }
    if (protocol != 0 && (e.protocol == protocol) == notProtocol) {
      return false;
    }
    if (!in.accepts(e.in) || !out.accepts(e.out)) {
      return false;
    }
    if (fragment != IpMatch.Fragment.ANY
        && (e.packet.fragmentOffset() != 0) != (fragment == IpMatch.Fragment.FURTHER)) {
      return false;
    }
    for (int i = 0; i < tests.length; i++) {
      if (!tests[i].test(e)) {
        e.failed = i;
        return false;
      }
    }
    return true;
  }

  /**
   * The part of the rule that did not hold when {@link #matches} was asked last, as it is written;
   * for explanations.
   */
  String failing(Evaluation e) {
    if (e.failed != Evaluation.NO_TEST) {
      Match match = rule.matches().get(e.failed);
      return "-m " + match.name() + vethlab.op.iptables.MatchText.options(match);
    }
    IpMatch ip = rule.ip();
    if (!holds(ip.source(), e.source)) {
      return part(ip.source(), "-s");
    }
    if (!holds(ip.destination(), e.destination)) {
      return part(ip.destination(), "-d");
    }
    if (!in.accepts(e.in)) {
      return part(ip.in(), "-i");
    }
    if (!out.accepts(e.out)) {
      return part(ip.out(), "-o");
    }
    if (protocol != 0 && (e.protocol == protocol) == notProtocol) {
      return part(new Is<>(vethlab.op.iptables.Protocols.name(protocol), notProtocol), "-p");
    }
    return "-f";
  }

  private static boolean holds(Is<AddressMask> is, int address) {
    return is.value().contains(new vethlab.wire.Ip4(address)) != is.not();
  }

  private static String part(Is<?> is, String option) {
    return (is.not() ? "! " : "") + option + " " + is.value();
  }
}
