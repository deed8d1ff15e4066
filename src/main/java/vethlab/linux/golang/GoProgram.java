package vethlab.linux.golang;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vethlab.op.Commands;
import vethlab.op.Op;

/**
 * A program in Go that does a list of operations, each under the command it stands for. It builds
 * with Debian's golang-github-vishvananda-netlink-dev, and with later versions of the libraries.
 */
public final class GoProgram {
  private static final String HELPERS = "helpers.go";

  private GoProgram() {}

  /**
   * The program's text.
   *
   * @param what one line: what the program makes
   */
  public static String of(String what, List<Op> ops) {
    StringBuilder text = new StringBuilder();
    text.append("// ").append(what).append(HEAD);
    for (Op op : ops) {
      String command = String.join(" ", Commands.of(op));
      for (String call : GoCalls.of(op)) {
        text.append("\n\tdo(").append(GoText.string(command)).append(",\n\t\t");
        text.append(call).append(")\n");
      }
    }
    return text.append("}\n").append(helpers()).toString();
  }

  private static String helpers() {
    try (InputStream in = GoProgram.class.getResourceAsStream(HELPERS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final String HEAD =
      """

      //
      // Written by "vethlab export --to go". It needs root, and makes everything in the network
      // namespace that it is started in. To build it with Debian's packages (golang-go,
      // golang-github-vishvananda-netlink-dev):
      //
      //	GO111MODULE=off GOPATH=/usr/share/gocode go build -o lab lab.go
      package main

      import (
      	"fmt"
      	"net"
      	"os"
      	"os/exec"
      	"runtime"
      	"strings"

      	"github.com/vishvananda/netlink"
      	"github.com/vishvananda/netns"
      	"golang.org/x/sys/unix"
      )

      func main() {
      	// A namespace belongs to a thread, not to a goroutine.
      	runtime.LockOSThread()
      	host, err := netns.Get()
      	do("open the namespace of this program", err)
      	namespaces["host"] = host
      """;
}
