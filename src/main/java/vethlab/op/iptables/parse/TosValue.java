package vethlab.op.iptables.parse;

import static vethlab.op.iptables.parse.IptablesException.parameter;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import vethlab.op.iptables.Masked;

/**
 * Values of the TOS field and of the DSCP in it. Sources: xtoptions.c xtopt_parse_tosmask,
 * dscp_helper.c.
 */
final class TosValue {
  private static final Map<String, Integer> SYMBOLS = new LinkedHashMap<>();
  private static final Map<String, Integer> CLASSES = new LinkedHashMap<>();

  static {
    SYMBOLS.put("minimize-delay", 0x10);
    SYMBOLS.put("maximize-throughput", 0x08);
    SYMBOLS.put("maximize-reliability", 0x04);
    SYMBOLS.put("minimize-cost", 0x02);
    SYMBOLS.put("normal-service", 0);
    for (int i = 0; i < 8; i++) {
      CLASSES.put("cs" + i, i << 3);
    }
    CLASSES.put("be", 0);
    for (int i = 1; i <= 4; i++) {
      for (int j = 1; j <= 3; j++) {
        CLASSES.put("af" + i + j, i << 3 | j << 1);
      }
    }
    CLASSES.put("ef", 0x2e);
  }

  private TosValue() {}

  /** {@code 0x10}, {@code 0x10/0xff} or a symbol; a symbol has the mask 0x3f. */
  static Masked parse(String text) {
    Number value = Number.at(text, 0, 255);
    if (!value.valid()) {
      Integer symbol = SYMBOLS.get(text.toLowerCase(Locale.ROOT));
      if (symbol == null) {
        throw parameter("Symbolic name \"%s\" is unknown", text);
      }
      return new Masked(symbol, 0x3f);
    }
    if (value.end() == text.length()) {
      return new Masked((int) value.value(), 0xff);
    }
    Number mask = Number.at(text.substring(value.end() + 1), 0, 255);
    if (text.charAt(value.end()) != '/'
        || !mask.valid()
        || value.end() + 1 + mask.end() != text.length()) {
      throw parameter("Illegal value: \"%s\"", text);
    }
    return new Masked((int) value.value(), (int) mask.value());
  }

  static int dscpClass(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return CLASSES.entrySet().stream()
        .filter(entry -> lower.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> parameter("Invalid DSCP value `%s'", text));
  }
}
