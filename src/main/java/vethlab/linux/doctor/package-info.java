/**
 * What this machine's kernel and tools can do for real mode, found out by trying. Start at {@link
 * vethlab.linux.doctor.Doctor}.
 */
package vethlab.linux.doctor;
