package vethlab.op.view;

import java.util.Optional;
import vethlab.wire.Ip4;

/**
 * A socket as {@code ss} shows it.
 *
 * @param kind tcp, udp, raw, icmp (ping), packet
 * @param state LISTEN, ESTAB, SYN-SENT, UNCONN …
 * @param process the owner's name
 */
public record SocketView(
    String kind,
    String state,
    long receiveQueue,
    long sendQueue,
    Ip4 local,
    int localPort,
    Ip4 peer,
    int peerPort,
    Optional<String> dev,
    String process,
    int pid,
    int fd) {}
