/**
 * The bridge: net/bridge.
 */
package vethlab.sim.bridge;
