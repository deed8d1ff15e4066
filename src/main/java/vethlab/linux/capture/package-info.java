/**
 * Frames of whole namespaces, as AF_PACKET sees them: each on each device, in and out, with the
 * kernel's time. Start at {@link vethlab.linux.capture.LiveCapture}.
 */
package vethlab.linux.capture;
