/**
 * What travels: immutable values for Ethernet frames, ARP, IPv4, ICMP, UDP and TCP, and how they
 * become bytes and text.
 *
 * <p>Start at {@link vethlab.wire.Frame}; its {@link vethlab.wire.Payload} may be an {@link
 * vethlab.wire.Ipv4} packet, which has a {@link vethlab.wire.Transport}. {@link
 * vethlab.wire.FrameWriter} and {@link vethlab.wire.FrameReader} turn values into bytes and back;
 * {@link vethlab.wire.Summary} and {@link vethlab.wire.Layers} turn them into words.
 *
 * <p>Lengths and checksums are no part of a value: they follow from it and are computed when it is
 * written. Not modelled: IPv6, Ethernet padding, the TCP urgent pointer (a segment with what a
 * {@link vethlab.wire.Tcp} cannot hold stays a {@link vethlab.wire.RawTransport}, byte for byte).
 */
package vethlab.wire;
