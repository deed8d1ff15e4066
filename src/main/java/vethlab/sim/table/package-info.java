/** Tables for the hot path: maps on long keys that remember the order of insertion. */
package vethlab.sim.table;
