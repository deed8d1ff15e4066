/**
 * Back and forth in a run: checkpoints are whole copies of the world, everything between is run
 * again. Start at {@link vethlab.sim.timeline.Timeline}.
 */
package vethlab.sim.timeline;
