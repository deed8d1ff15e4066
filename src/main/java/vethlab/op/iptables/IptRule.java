package vethlab.op.iptables;

import java.util.List;

/** One rule: what must match, and what is done then. Counters belong to the rule in its table. */
public record IptRule(List<Match> matches, Target target, long packets, long bytes) {}
