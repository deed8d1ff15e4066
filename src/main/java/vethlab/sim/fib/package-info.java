/** Routing tables and rules: net/ipv4/fib_*.c, net/core/fib_rules.c. */
package vethlab.sim.fib;
