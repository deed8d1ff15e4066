package vethlab.cli;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vethlab.linux.explain.Decoded;
import vethlab.linux.explain.MessageDecoder;
import vethlab.linux.explain.Sent;
import vethlab.linux.netlink.Message;

/** What is sent to the kernel, in the shape of {@code plan --netlink --json}. */
final class SentJson {
  private SentJson() {}

  static List<Map<String, Object>> of(List<Sent> all) {
    return all.stream().map(SentJson::one).toList();
  }

  private static Map<String, Object> one(Sent sent) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", sent.command());
    json.put("go", sent.goCalls());
    sent.message().ifPresent(message -> json.put("message", message(message)));
    if (!sent.instead().isEmpty()) {
      json.put("instead", sent.instead());
    }
    return json;
  }

  private static Map<String, Object> message(Message message) {
    Map<String, Object> json = part(MessageDecoder.decode(message));
    json.put("bytes", HexFormat.of().formatHex(message.bytes()));
    return json;
  }

  private static Map<String, Object> part(Decoded part) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", part.name());
    json.put("value", part.value());
    json.put("offset", part.offset());
    json.put("length", part.length());
    json.put("parts", part.inside().stream().map(SentJson::part).toList());
    return json;
  }
}
