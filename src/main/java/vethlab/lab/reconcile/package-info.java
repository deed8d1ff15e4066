/**
 * From a network that stands to another one, by the fewest changes. Start at {@link
 * vethlab.lab.reconcile.Reconcile}.
 */
package vethlab.lab.reconcile;
