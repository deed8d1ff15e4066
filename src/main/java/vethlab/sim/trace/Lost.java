package vethlab.sim.trace;

/** A row that was looked at and did not decide, and why not. */
public record Lost(Row row, Why why) {}
