/**
 * What will not work in a network though every part of it is allowed: no way back, forwarding off,
 * subnets that overlap. Start at {@link vethlab.lab.problem.Troubles}.
 */
package vethlab.lab.problem;
