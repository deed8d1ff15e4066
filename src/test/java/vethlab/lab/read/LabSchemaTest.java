package vethlab.lab.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vethlab.lab.schema.JsonSchema;
import vethlab.op.BridgeAttr;
import vethlab.op.PortAttr;
import vethlab.op.Route.RouteType;

/** docs/lab.schema.json knows what the reader of lab.yaml knows. */
class LabSchemaTest {
  private static final JsonSchema SCHEMA = JsonSchema.of("docs/lab.schema.json");

  static List<Path> labs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("labs"))) {
      return files.filter(file -> file.endsWith("lab.yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("labs")
  void every_shipped_lab_is_valid(Path lab) throws IOException {
    assertThat(SCHEMA.mistakes(Files.readString(lab))).isEmpty();
  }

  @Test
  void the_reader_and_the_schema_take_the_same_keys() {
    assertThat(SCHEMA.keys()).containsExactlyInAnyOrderElementsOf(Keys.LAB);
    assertThat(def("namespace")).containsExactlyInAnyOrderElementsOf(Keys.NAMESPACE);
    assertThat(def("interface")).containsExactlyInAnyOrderElementsOf(Keys.INTERFACE);
    assertThat(SCHEMA.keys("$defs", "interfaceAddress", "anyOf", "1"))
        .containsExactlyInAnyOrderElementsOf(Keys.ADDRESS);
    assertThat(def("route")).containsExactlyInAnyOrderElementsOf(Keys.ROUTE);
    assertThat(def("rule")).containsExactlyInAnyOrderElementsOf(Keys.RULE);
    assertThat(def("neighbour")).containsExactlyInAnyOrderElementsOf(Keys.NEIGHBOUR);
    assertThat(def("fdb")).containsExactlyInAnyOrderElementsOf(Keys.FDB);
    assertThat(def("link")).containsExactlyInAnyOrderElementsOf(Keys.LINK);
    assertThat(def("vlan")).containsExactlyInAnyOrderElementsOf(Keys.VLAN);
  }

  @Test
  void the_reader_and_the_schema_take_the_same_words() {
    assertThat(words("interface", "kind")).containsExactlyInAnyOrderElementsOf(Keys.KINDS);
    assertThat(words("interface", "state")).containsExactlyInAnyOrderElementsOf(Keys.STATES);
    assertThat(words("link", "type")).containsExactlyInAnyOrderElementsOf(Keys.LINK_TYPES);
    assertThat(words("interface", "mode"))
        .containsAll(Keys.MACVLAN_MODES)
        .containsAll(Keys.IPVLAN_MODES)
        .hasSize(Keys.MACVLAN_MODES.size() + Keys.IPVLAN_MODES.size());
    assertThat(words("route", "type"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RouteType.values()).map(RouteType::word).toList());
    assertThat(SCHEMA.keys("$defs", "interface", "properties", "bridge"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BridgeAttr.values()).map(BridgeAttr::word).toList());
    assertThat(SCHEMA.keys("$defs", "interface", "properties", "port"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(PortAttr.values()).map(PortAttr::word).toList());
  }

  @Test
  void what_the_reader_refuses_the_schema_refuses_too() {
    assertThat(SCHEMA.mistakes("vethlab: 1\nnamspaces: {}")).hasSize(1);
    assertThat(SCHEMA.mistakes("vethlab: 2")).hasSize(1);
    assertThat(SCHEMA.mistakes("vethlab: 1\nlinks: [{endpoints: [\"a:b\"]}]")).hasSize(1);
    assertThat(
            SCHEMA.mistakes(
                "vethlab: 1\nnamespaces: {host: {interfaces: {a-name-too-long-16: {}}}}"))
        .hasSize(1);
  }

  private static java.util.Set<String> def(String name) {
    return SCHEMA.keys("$defs", name);
  }

  private static java.util.Set<String> words(String def, String key) {
    return SCHEMA.words("$defs", def, "properties", key);
  }
}
