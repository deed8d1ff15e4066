package vethlab.linux.agent;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import vethlab.linux.LinuxKernel;
import vethlab.linux.netns.Namespaces;
import vethlab.op.Kernel;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.wire.Mac;

/**
 * Stands before {@code ip} in a script's PATH. The real command runs first; then this is told its
 * words and does what a script must not have to wait for itself: a new namespace is recorded from
 * its first frame, new links get the addresses 02:00:00:00:00:01, 02…, a deleted namespace is let
 * go.
 */
final class IpHook implements AutoCloseable {
  private static final long ADDRESSES = 0x020000000000L;

  /** The kernel notices a carrier a little later than the command that made it returns. */
  private static final long CARRIER_MILLIS = 50;

  private final Path work;
  private final LinuxKernel kernel;
  private final Namespaces namespaces;
  private final Recorder recorder;
  private final RandomAccessFile ask;
  private int links;

  private IpHook(Path work, LinuxKernel kernel, Namespaces namespaces, Recorder recorder)
      throws IOException {
    this.work = work;
    this.kernel = kernel;
    this.namespaces = namespaces;
    this.recorder = recorder;
    this.ask = new RandomAccessFile(work.resolve("ask").toFile(), "rw");
  }

  static IpHook install(Path work, LinuxKernel kernel, Namespaces namespaces, Recorder recorder)
      throws IOException, InterruptedException {
    Path bin = Files.createDirectory(work.resolve("bin"));
    String hook = resource("ip-hook.sh");
    executable(bin.resolve("ip"), hook.replace("@REAL@", real("ip")).replace("@WORK@", work + ""));
    executable(bin.resolve("apt-get"), resource("no-install.sh"));
    executable(bin.resolve("apt"), resource("no-install.sh"));
    executable(bin.resolve("sudo"), "#!/bin/sh\nexec \"$@\"\n");
    new ProcessBuilder("mkfifo", work.resolve("ask") + "", work.resolve("answer") + "")
        .start()
        .waitFor();
    IpHook made = new IpHook(work, kernel, namespaces, recorder);
    Thread.ofPlatform().name("ip hook").daemon().start(made::loop);
    return made;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = IpHook.class.getResourceAsStream("/vethlab/linux/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String real(String command) {
    String path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin";
    return Arrays.stream(path.split(":"))
        .map(directory -> Path.of(directory, command))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElse("/sbin/" + command);
  }

  /** What a script's PATH must be. */
  String path() {
    return work.resolve("bin")
        + ":"
        + System.getenv().getOrDefault("PATH", "")
        + ":/usr/sbin:/sbin";
  }

  private void loop() {
    try {
      while (true) {
        String line = ask.readLine();
        if (line == null) {
          return;
        }
        String text =
            new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String[] words = text.split("\u001f", -1);
        answer(done(words[0], List.of(words).subList(1, words.length)));
      }
    } catch (IOException _) {
      return; // closed
    }
  }

  private void answer(String text) throws IOException {
    try (FileOutputStream out = new FileOutputStream(work.resolve("answer").toFile())) {
      out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * @param caller the namespace in which ip ran: what /proc/self/ns/net links to
   */
  private String done(String caller, List<String> words) {
    try {
      switch (IpWords.of(words)) {
        case IpWords.NamespaceMade made -> namespaces.announce(new Ns(made.name()));
        case IpWords.NamespaceDeleted _ -> namespaces.sweep().forEach(recorder::gone);
        case IpWords.LinkMade made -> number(made, namespace(caller));
        case IpWords.LinkSet _ -> Thread.sleep(CARRIER_MILLIS);
        case IpWords.Nothing _ -> {}
      }
    } catch (Kernel.NoSuchNamespace e) {
      return e.getMessage();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return "ok";
  }

  private Ns namespace(String caller) {
    String inode = caller.replaceAll("\\D", "");
    for (Ns ns : kernel.namespaces()) {
      if (String.valueOf(kernel.netns(ns).inode()).equals(inode)) {
        return ns;
      }
    }
    return Ns.HOST;
  }

  private void number(IpWords.LinkMade made, Ns caller) {
    if (made.end().name().isEmpty()) {
      return;
    }
    address(made.end(), caller);
    made.peer().ifPresent(peer -> address(peer, caller));
  }

  private void address(IpWords.End end, Ns caller) {
    if (!end.addressGiven()) {
      Mac mac = new Mac(ADDRESSES + ++links);
      Ns ns = end.namespace().map(Ns::new).orElse(caller);
      kernel.apply(new Op.LinkSet(ns, end.name(), List.of(new LinkChange.Address(mac))));
    }
  }

  @Override
  public void close() throws IOException {
    ask.close();
  }
}
