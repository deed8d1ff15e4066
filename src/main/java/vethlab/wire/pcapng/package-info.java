/**
 * Capture files in the pcapng format (draft-ietf-opsawg-pcapng): start at {@link
 * vethlab.wire.pcapng.Capture}. {@link vethlab.wire.pcapng.CaptureBuilder} collects frames, {@link
 * vethlab.wire.pcapng.PcapngWriter} and {@link vethlab.wire.pcapng.PcapngReader} are the format.
 *
 * <p>Not modelled: name resolution, statistics, decryption secrets and custom blocks, which are
 * skipped; the classic pcap format, which is refused by name.
 */
@NullMarked
package vethlab.wire.pcapng;

import org.jspecify.annotations.NullMarked;
