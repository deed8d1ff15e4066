package vethlab.linux.agent;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import vethlab.linux.libc.LibcException;

/**
 * The process in the sandbox. It lives as long as whoever started it: when its standard input ends,
 * it ends, and the kernel takes down all it held. With {@code --listen SOCKET} whoever may open the
 * socket may talk to it, and once it is told to be kept it stays until it is told to quit. With
 * {@code --protect} nothing in the sandbox can write the machine's files.
 */
public final class AgentMain {
  private AgentMain() {}

  public static void main(String[] args) {
    List<String> words = List.of(args);
    int listen = words.indexOf("--listen");
    try {
      if (words.contains("--protect")) {
        SandboxMounts.readOnly();
      }
      if (listen >= 0) {
        listen(Path.of(words.get(listen + 1)));
      } else {
        AgentServer server = AgentServer.start();
        server.serve(
            new Connection(
                new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out)));
      }
    } catch (IOException | LibcException e) {
      System.err.println("vethlab agent: " + e.getMessage());
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }

  /** The socket is bound before the sandbox's own /run hides the machine's. */
  private static void listen(Path path) throws IOException {
    try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      door.bind(UnixDomainSocketAddress.of(path));
      AgentServer server = AgentServer.start();
      Thread.ofPlatform().name("starter").daemon().start(() -> endWithStarter(server));
      while (true) {
        SocketChannel visitor = door.accept();
        Connection connection =
            new Connection(Channels.newInputStream(visitor), Channels.newOutputStream(visitor));
        Thread.ofPlatform().name("visitor").daemon().start(() -> server.serve(connection));
      }
    }
  }

  private static void endWithStarter(AgentServer server) {
    try (FileInputStream starter = new FileInputStream(FileDescriptor.in)) {
      while (starter.read() >= 0) {
        continue;
      }
    } catch (IOException _) {
      return; // there is no starter to wait for
    }
    if (!server.kept()) {
      Runtime.getRuntime().halt(0);
    }
  }
}
