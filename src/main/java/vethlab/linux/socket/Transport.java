package vethlab.linux.socket;

import java.nio.ByteBuffer;
import vethlab.linux.libc.Libc;

/**
 * How the messages of netlink sockets and their replies travel. Where a call fails {@link
 * Libc#errno()} says why.
 */
public interface Transport {
  /** To the kernel and back. */
  Transport KERNEL =
      new Transport() {
        @Override
        public long send(int fd, ByteBuffer messages) {
          return Libc.send(fd, messages, messages.limit(), 0);
        }

        @Override
        public long receive(int fd, ByteBuffer into, int flags) {
          return Libc.recv(fd, into, into.capacity(), flags);
        }
      };

  /** Sends what is in the buffer from 0 to its limit. */
  long send(int fd, ByteBuffer messages);

  /** Receives one datagram at the buffer's beginning, and answers its length. */
  long receive(int fd, ByteBuffer into, int flags);
}
