package vethlab.lab.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vethlab.lab.Lab;
import vethlab.lab.SimulatedLab;
import vethlab.lab.check.ChecksReader;
import vethlab.lab.write.LabText;
import vethlab.lab.yaml.Problem;
import vethlab.lab.yaml.Problems;

/**
 * Shipped labs with small mistakes in them: each is loaded, or its mistake is told with line and
 * column. Nothing else happens: no exception, no hang.
 */
class MutatedLabsTest {
  private static final long SEED = 20_260_101;
  private static final int MUTATIONS = 10_000;
  private static final long SLOWEST_NANOS = 3_000_000_000L;

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_./-]+|[^\\sA-Za-z0-9]");

  /** What people and programs write by mistake. */
  private static final List<String> SLIPS =
      List.of(
          "on",
          "yes",
          "null",
          "~",
          "0",
          "-1",
          "4294967296",
          "99999999999999999999",
          "1e9",
          "0x10",
          "010",
          "10.0.0.1",
          "10.0.0.1/33",
          "10.0.0.256",
          "0.0.0.0/0",
          "127.0.0.1/8",
          "default",
          "12:34:56:12:34:56",
          "ff:ff:ff:ff:ff:ff",
          "02:00:00:00:00:01",
          "lo",
          "host",
          "eth0",
          "a-name-that-is-too-long",
          "",
          " ",
          "\t",
          ":",
          "- ",
          "[]",
          "{}",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "#",
          "|",
          ">",
          "&a",
          "*a",
          "<<",
          "!!int",
          "---",
          "...",
          "%",
          "@",
          "`",
          "\u0000",
          "\uFEFF",
          "\uD83D\uDE00",
          "网络",
          "net.ipv4.ip_forward",
          "kind",
          "bridge",
          "vlan",
          "vxlan",
          "vrf",
          "macvlan",
          "ipvlan",
          "parent: eth0",
          "table: 1",
          "-j NOWHERE",
          "COMMIT",
          "*nat",
          "vethlab",
          "tcp/99999",
          "udp/0",
          "icmp",
          "65536",
          "[[[[[[[[[[",
          "? a");

  private record Seed(Path file, String text) {}

  private static List<Seed> seeds(String name) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("labs"))) {
      List<Seed> seeds = new ArrayList<>();
      for (Path file : files.filter(f -> f.endsWith(name)).sorted().toList()) {
        seeds.add(new Seed(file, Files.readString(file)));
      }
      return seeds;
    }
  }

  @Test
  void ten_thousand_small_mistakes_are_told_or_do_no_harm() throws IOException {
    List<Seed> labs = seeds("lab.yaml");
    List<Seed> checks = seeds("checks.yaml");
    Random random = new Random(SEED);
    int told = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      Seed seed = any(i % 4 == 0 ? checks : labs, random);
      String text = seed.text();
      for (int n = random.nextInt(2); n >= 0; n--) {
        text = mutated(text, random);
      }
      told += isTold(seed.file(), text) ? 1 : 0;
    }
    assertThat(told).as("mistakes that were told").isGreaterThan(MUTATIONS / 3);
  }

  private static boolean isTold(Path file, String text) {
    long start = System.nanoTime();
    try {
      List<Problem> errors = load(file, text).stream().filter(Problem::isError).toList();
      for (Problem each : errors) {
        assertThat(each.line()).as(each + "\n" + text).isPositive();
        assertThat(each.column()).as(each + "\n" + text).isPositive();
        assertThat(each.message()).as(text).isNotBlank().doesNotContain("Exception");
      }
      assertThat(System.nanoTime() - start).as("time for\n" + text).isLessThan(SLOWEST_NANOS);
      return !errors.isEmpty();
    } catch (RuntimeException | StackOverflowError e) {
      return fail("loading of " + file + " as\n" + text, e);
    }
  }

  private static List<Problem> load(Path file, String text) {
    Problems problems = new Problems(file.toString());
    if (file.endsWith("checks.yaml")) {
      ChecksReader.read(text, Optional.empty(), problems);
      return problems.all();
    }
    Optional<Lab> lab = LabReader.read(text, "mutated", problems);
    if (lab.isPresent() && !problems.hasErrors()) {
      SimulatedLab.of(lab.get());
      String written = LabText.of(lab.get());
      Problems again = new Problems("written");
      Optional<Lab> read = LabReader.read(written, "mutated", again);
      assertThat(again.all().stream().filter(Problem::isError)).as(written).isEmpty();
      assertThat(LabText.of(read.orElseThrow())).isEqualTo(written);
    }
    return problems.all();
  }

  // --- mistakes ----------------------------------------------------------------------------------

  private static String mutated(String text, Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> flippedByte(text, random);
      case 1 -> cut(text, random, 1 + random.nextInt(4));
      case 2 -> inserted(text, random);
      case 3, 4 -> slip(text, random);
      case 5 -> swappedTokens(text, random);
      case 6 -> lines(text, random);
      case 7 -> mistyped(text, random);
      default -> indented(text, random);
    };
  }

  private static String flippedByte(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String cut(String text, Random random, int length) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + text.substring(Math.min(text.length(), at + length));
  }

  private static String inserted(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + any(SLIPS, random) + text.substring(at);
  }

  private static List<MatchResult> tokens(String text) {
    return TOKEN.matcher(text).results().toList();
  }

  private static String slip(String text, Random random) {
    MatchResult token = any(tokens(text), random);
    return text.substring(0, token.start()) + any(SLIPS, random) + text.substring(token.end());
  }

  private static String swappedTokens(String text, Random random) {
    List<MatchResult> tokens = tokens(text);
    MatchResult one = any(tokens, random);
    MatchResult other = any(tokens, random);
    if (one.start() >= other.start()) {
      return text;
    }
    return text.substring(0, one.start())
        + other.group()
        + text.substring(one.end(), other.start())
        + one.group()
        + text.substring(other.end());
  }

  /** A line that is missing, is there twice, or stands elsewhere. */
  private static String lines(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    String line = lines.get(random.nextInt(lines.size()));
    if (random.nextBoolean()) {
      lines.remove(line);
    }
    if (random.nextBoolean()) {
      lines.add(random.nextInt(lines.size() + 1), line);
    }
    return String.join("\n", lines) + "\n";
  }

  /** Two letters changed places, or one is missing. */
  private static String mistyped(String text, Random random) {
    MatchResult token = any(tokens(text), random);
    if (token.group().length() < 2) {
      return text;
    }
    int at = token.start() + random.nextInt(token.group().length() - 1);
    return random.nextBoolean()
        ? text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2)
        : text.substring(0, at) + text.substring(at + 1);
  }

  private static String indented(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    lines.set(at, random.nextBoolean() ? " ".repeat(1 + random.nextInt(3)) + line : line.strip());
    return String.join("\n", lines) + "\n";
  }

  private static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
