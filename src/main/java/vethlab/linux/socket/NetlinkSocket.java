package vethlab.linux.socket;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vethlab.linux.libc.Errnos;
import vethlab.linux.libc.Libc;
import vethlab.linux.libc.LibcException;
import vethlab.linux.netlink.Message;
import vethlab.linux.netlink.MessageType;
import vethlab.linux.netlink.NlFlags;
import vethlab.linux.netlink.Reply;
import vethlab.op.Result;

/**
 * A netlink socket. It stays in the namespace of the thread that opened it, whichever thread uses
 * it later. A request is done when the call that sent it returns: the kernel handles it within
 * sendmsg.
 */
public final class NetlinkSocket implements AutoCloseable {
  public static final int ROUTE = 0;
  public static final int SOCK_DIAG = 4;
  public static final int NETFILTER = 12;

  private static final int SOL_NETLINK = 270;
  private static final int CAP_ACK = 10;
  private static final int EXT_ACK = 11;
  private static final int GET_STRICT_CHK = 12;
  private static final int SO_RCVTIMEO = 20;
  private static final int RECEIVE_BUFFER = 4 << 20;

  /** The answer is there when the call returns; waiting longer is a mistake of ours. */
  private static final byte RECEIVE_SECONDS = 30;

  private static final int DUMP_ATTEMPTS = 20;

  private final int fd;
  private final Transport transport;
  private int sequence;
  private boolean closed;

  private NetlinkSocket(int fd, Transport transport) {
    this.fd = fd;
    this.transport = transport;
  }

  /** Opens a socket in the calling thread's namespace. */
  public static NetlinkSocket open(int protocol) {
    return open(protocol, Transport.KERNEL);
  }

  /** As {@link #open(int)}, with another way to the kernel. */
  public static NetlinkSocket open(int protocol, Transport transport) {
    int fd =
        LibcException.check(
            "socket", Libc.socket(Libc.AF_NETLINK, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, protocol));
    NetlinkSocket socket = new NetlinkSocket(fd, transport);
    LibcException.check("bind", Libc.bind(fd, anyPort(), 12));
    socket.option(SOL_NETLINK, EXT_ACK, 1);
    socket.option(SOL_NETLINK, CAP_ACK, 1);
    socket.option(SOL_NETLINK, GET_STRICT_CHK, 1);
    if (!socket.option(Libc.SOL_SOCKET, Libc.SO_RCVBUFFORCE, RECEIVE_BUFFER)) {
      socket.option(Libc.SOL_SOCKET, Libc.SO_RCVBUF, RECEIVE_BUFFER);
    }
    socket.option(Libc.SOL_SOCKET, Libc.SO_SNDBUFFORCE, 2 * Buffers.SEND);
    byte[] patience = {RECEIVE_SECONDS, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    Libc.setsockopt(fd, Libc.SOL_SOCKET, SO_RCVTIMEO, patience, patience.length);
    return socket;
  }

  /** struct sockaddr_nl: without a port of its own a socket hears no multicasts. */
  private static byte[] anyPort() {
    return new byte[] {Libc.AF_NETLINK, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
  }

  private boolean option(int level, int name, int value) {
    byte[] bytes = {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    return Libc.setsockopt(fd, level, name, bytes, 4) == 0;
  }

  /** Joins a multicast group: what changes is then received by {@link #receive}. */
  public void join(int group) {
    if (!option(SOL_NETLINK, 1, group)) {
      throw new LibcException("setsockopt", Libc.errno());
    }
  }

  public int fd() {
    return fd;
  }

  /** Has one request done. */
  public Result request(Message message) {
    return requests(List.of(message)).getFirst();
  }

  /**
   * Has requests done in their order; those after a refused one are done all the same. Only the
   * last of each send asks for an acknowledgement: the errors of the others come anyway.
   *
   * @return each request's result, in their order
   */
  public synchronized List<Result> requests(List<Message> messages) {
    Result[] results = new Result[messages.size()];
    Arrays.fill(results, Result.OK);
    Buffers buffers = Buffers.take();
    try {
      int next = 0;
      while (next < messages.size()) {
        next = sendSome(messages, next, results, buffers);
      }
    } finally {
      buffers.giveBack();
    }
    return Arrays.asList(results);
  }

  private int sendSome(List<Message> messages, int from, Result[] results, Buffers buffers) {
    int to = from;
    int size = 0;
    while (to < messages.size()
        && (to == from || size + messages.get(to).length() <= Buffers.SEND)) {
      size += messages.get(to++).length();
    }
    int first = sequence + 1;
    buffers.send.clear();
    for (int i = from; i < to; i++) {
      Message message = messages.get(i);
      int flags = message.flags() | (i == to - 1 ? NlFlags.ACK : 0);
      message.writeTo(buffers.send, flags, ++sequence);
    }
    send(buffers);
    int base = from - first;
    boolean acknowledged = false;
    while (!acknowledged) {
      for (Reply reply : receive(buffers)) {
        int place = base + reply.sequence();
        if (!reply.is(MessageType.NLMSG_ERROR) || place < from || place >= to) {
          continue;
        }
        if (reply.errno() != 0) {
          results[place] = refused(reply);
        }
        acknowledged |= reply.sequence() == sequence;
      }
    }
    return to;
  }

  /**
   * Has netfilter requests done whole or not at all, between the messages that begin and end a
   * batch.
   *
   * @return the first refusal
   */
  public synchronized Result transaction(Message begin, List<Message> inside, Message end) {
    Buffers buffers = Buffers.take();
    try {
      buffers.send.clear();
      begin.writeTo(buffers.send, ++sequence);
      for (Message message : inside) {
        boolean last = message == inside.getLast();
        message.writeTo(buffers.send, message.flags() | (last ? NlFlags.ACK : 0), ++sequence);
      }
      int acknowledged = sequence;
      end.writeTo(buffers.send, ++sequence);
      send(buffers);
      Result result = Result.OK;
      while (true) {
        for (Reply reply : receive(buffers)) {
          if (reply.is(MessageType.NLMSG_ERROR) && reply.errno() != 0 && result.ok()) {
            result = refused(reply);
          }
          if (reply.sequence() == acknowledged) {
            return result;
          }
        }
      }
    } finally {
      buffers.giveBack();
    }
  }

  /** Asks one question whose answer is one message, and reads it. */
  public synchronized <T> T ask(Message question, Function<Reply, T> read) {
    Buffers buffers = Buffers.take();
    try {
      buffers.send.clear();
      question.writeTo(buffers.send, question.flags() | NlFlags.REQUEST, ++sequence);
      send(buffers);
      while (true) {
        for (Reply reply : receive(buffers)) {
          if (reply.sequence() != sequence) {
            continue;
          }
          if (reply.is(MessageType.NLMSG_ERROR)) {
            throw new KernelRefusal(refused(reply));
          }
          return read.apply(reply);
        }
      }
    } finally {
      buffers.giveBack();
    }
  }

  /**
   * Asks for a whole table. When the kernel says that it changed while it was read, it is read
   * anew.
   *
   * @param read what to keep of a message; it must not keep the reply itself
   */
  public synchronized <T> List<T> dump(Message question, Function<Reply, Optional<T>> read) {
    Buffers buffers = Buffers.take();
    try {
      for (int attempt = 1; ; attempt++) {
        List<T> table = new ArrayList<>();
        if (dumpOnce(question, read, table, buffers) || attempt == DUMP_ATTEMPTS) {
          return table;
        }
      }
    } finally {
      buffers.giveBack();
    }
  }

  private <T> boolean dumpOnce(
      Message question, Function<Reply, Optional<T>> read, List<T> table, Buffers buffers) {
    buffers.send.clear();
    question.writeTo(buffers.send, question.flags() | NlFlags.REQUEST | NlFlags.DUMP, ++sequence);
    send(buffers);
    boolean consistent = true;
    while (true) {
      for (Reply reply : receive(buffers)) {
        if (reply.sequence() != sequence) {
          continue;
        }
        consistent &= (reply.flags() & NlFlags.DUMP_INTR) == 0;
        if (reply.is(MessageType.NLMSG_ERROR)
            || reply.is(MessageType.NLMSG_DONE) && reply.errno() != 0) {
          throw new KernelRefusal(refused(reply));
        }
        if (reply.is(MessageType.NLMSG_DONE)) {
          return consistent;
        }
        read.apply(reply).ifPresent(table::add);
      }
    }
  }

  /** What has arrived unasked, on a socket that joined a group; empty when there is nothing. */
  public synchronized <T> List<T> drain(Function<Reply, Optional<T>> read) {
    Buffers buffers = Buffers.take();
    try {
      List<T> news = new ArrayList<>();
      while (true) {
        long length = transport.receive(fd, buffers.receive, Libc.MSG_DONTWAIT);
        if (length <= 0) {
          return news;
        }
        for (Reply reply : Reply.parse(buffers.receive, (int) length)) {
          read.apply(reply).ifPresent(news::add);
        }
      }
    } finally {
      buffers.giveBack();
    }
  }

  private void send(Buffers buffers) {
    ByteBuffer out = buffers.send.flip();
    LibcException.check("send", transport.send(fd, out));
  }

  private List<Reply> receive(Buffers buffers) {
    long length = transport.receive(fd, buffers.receive, 0);
    return Reply.parse(buffers.receive, (int) LibcException.check("recv", length));
  }

  private static Result.Refused refused(Reply reply) {
    return new Result.Refused(Errnos.of(reply.errno()), reply.sentence());
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      Libc.close(fd);
    }
  }
}
