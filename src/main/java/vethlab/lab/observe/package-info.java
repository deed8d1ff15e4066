/**
 * What a kernel holds, as a {@link vethlab.lab.Lab}: for saving a drawing, for import, for reading
 * back what was deployed. Start at {@link vethlab.lab.observe.Observer}.
 */
package vethlab.lab.observe;
