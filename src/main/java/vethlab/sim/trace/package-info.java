/** Why: a packet's way as data. Start at {@link vethlab.sim.trace.Step}. */
package vethlab.sim.trace;
