package vethlab.op.iptables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Names of ports: /etc/services of Debian 12. */
public final class Services {
  private record Service(List<String> names, int port, String protocol) {}

  private static final List<Service> ALL = read();

  private Services() {}

  /** The port of a service's name or alias; an empty protocol takes the first there is. */
  public static OptionalInt port(String name, String protocol) {
    for (Service service : ALL) {
      if (service.names().contains(name)
          && (protocol.isEmpty() || service.protocol().equals(protocol))) {
        return OptionalInt.of(service.port());
      }
    }
    return OptionalInt.empty();
  }

  /** The name of a port; an empty protocol takes the first there is. */
  public static Optional<String> name(int port, String protocol) {
    for (Service service : ALL) {
      if (service.port() == port && (protocol.isEmpty() || service.protocol().equals(protocol))) {
        return Optional.of(service.names().getFirst());
      }
    }
    return Optional.empty();
  }

  private static List<Service> read() {
    List<Service> services = new ArrayList<>();
    for (String line : resource().split("\n")) {
      String[] words = line.split(" ");
      List<String> names = new ArrayList<>(List.of(words));
      String[] port = names.remove(1).split("/");
      services.add(new Service(List.copyOf(names), Integer.parseInt(port[0]), port[1]));
    }
    return List.copyOf(services);
  }

  private static String resource() {
    try (InputStream in = Services.class.getResourceAsStream("services")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
