/**
 * What must hold in a lab: checks.yaml read ({@link vethlab.lab.check.ChecksReader}), asked of the
 * simulated or the real network ({@link vethlab.lab.check.Asking}), a whole lab at once ({@link
 * vethlab.lab.check.LabTest}). A window uses {@link vethlab.lab.check.LiveAsking}.
 */
package vethlab.lab.check;
