package vethlab.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code python3 -m http.server}, curl and wget; what is expected was seen on Debian 12. */
final class WebTest {
  private static final String TWO_NAMESPACES =
      """
      ip netns add a; ip netns add b
      ip link add va type veth peer name vb
      ip link set va netns a; ip link set vb netns b
      ip -n a addr add 10.0.0.1/24 dev va; ip -n b addr add 10.0.0.2/24 dev vb
      ip -n a link set lo up; ip -n b link set lo up
      ip -n a link set va up; ip -n b link set vb up
      mkdir -p /tmp/www/sub; cd /tmp/www; echo two > file.txt; echo 'a b' > 'a b.txt'
      ip netns exec b python3 -m http.server 80 >/tmp/out 2>/tmp/log &
      sleep 1
      """;

  private static Sessions.Outcome asked(String commands) {
    return Sessions.run(TWO_NAMESPACES + commands);
  }

  @Test
  void aPageArrivesAndTheServerWritesItDown() {
    var got =
        asked(
            """
            ip netns exec a curl -s http://10.0.0.2/file.txt
            ip netns exec a wget -qO- 10.0.0.2/file.txt
            cat /tmp/out; sed 's/\\[.*\\]/[T]/' /tmp/log
            """);
    assertEquals(
        """
        two
        two
        Serving HTTP on 0.0.0.0 port 80 (http://0.0.0.0:80/) ...
        10.0.0.1 - - [T] "GET /file.txt HTTP/1.1" 200 -
        10.0.0.1 - - [T] "GET /file.txt HTTP/1.1" 200 -
        """,
        got.out());
  }

  @Test
  void aDirectoryIsListed() {
    assertEquals(
        """
        <!DOCTYPE HTML>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Directory listing for /</title>
        </head>
        <body>
        <h1>Directory listing for /</h1>
        <hr>
        <ul>
        <li><a href="a%20b.txt">a b.txt</a></li>
        <li><a href="file.txt">file.txt</a></li>
        <li><a href="sub/">sub/</a></li>
        </ul>
        <hr>
        </body>
        </html>
        """,
        asked("ip netns exec a curl -s 10.0.0.2").out());
  }

  @Test
  void aPageThatIsNotThere() {
    assertEquals(
        "404\nstatus 22\nstatus 8\n",
        asked(
                """
                ip netns exec a curl -s -o /dev/null -w '%{http_code}\\n' 10.0.0.2/none
                ip netns exec a curl -sf 10.0.0.2/none; echo "status $?"
                ip netns exec a wget -q 10.0.0.2/none; echo "status $?"
                """)
            .out());
  }

  @Test
  void nobodyListens() {
    var got =
        asked("ip netns exec a curl -sS 10.0.0.2:81; echo $?; ip netns exec a wget -q 10.0.0.2:81");
    assertEquals("7\n", got.out());
    assertTrue(
        got.err()
            .matches(
                "curl: \\(7\\) Failed to connect to 10\\.0\\.0\\.2 port 81 after \\d+ ms: Couldn't"
                    + " connect to server\n"),
        got.err());
    assertEquals(4, got.status());
  }

  @Test
  void nobodyAnswers() {
    var got =
        asked(
            "ip netns exec b iptables -A INPUT -p tcp -j DROP\n"
                + "ip netns exec a curl -sS -m 2 10.0.0.2");
    assertEquals("curl: (28) Connection timed out after 2000 milliseconds\n", got.err());
    assertEquals(28, got.status());
  }

  @Test
  void whatNcSaysIsAPageOnlyWithAStatusLine() {
    var got =
        asked(
            """
            printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 3\\r\\n\\r\\nhi\\n' | ip netns exec b nc -l 81 -q 1 >/dev/null &
            sleep 0.3; ip netns exec a curl -s 10.0.0.2:81; wait %2
            echo hello | ip netns exec b nc -l 82 -q 1 >/dev/null &
            sleep 0.3; ip netns exec a curl -sS 10.0.0.2:82; echo $?
            """);
    assertEquals("hi\n1\n", got.out());
    assertEquals("curl: (1) Received HTTP/0.9 when not allowed\n", got.err());
  }

  @Test
  void theProgressMeterIsPrintedUnlessSilent() {
    var got = asked("ip netns exec a curl 10.0.0.2/file.txt");
    assertTrue(got.err().startsWith("  % Total    % Received % Xferd"), got.err());
    assertTrue(got.err().contains("\r100     4  100     4    0     0 "), got.err());
  }

  @Test
  void otherUsesOfPythonAreRefused() {
    var got = Sessions.run("python3 -c 'print(1)'");
    assertEquals(1, got.status());
    assertTrue(got.err().contains("not") || got.err().contains("only"), got.err());
  }

  @Test
  void aPortInUse() {
    var got = asked("ip netns exec b python3 -m http.server 80");
    assertTrue(got.err().endsWith("OSError: [Errno 98] Address already in use\n"), got.err());
    assertEquals(1, got.status());
  }
}
