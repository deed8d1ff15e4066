package vethlab.shell.programs;

import java.util.List;
import java.util.function.Function;
import vethlab.wire.Ip4;

/** What ping -R prints behind an answer: ping.c pr_options. */
final class RecordedRoute {
  private List<Ip4> last = List.of();

  RecordedRoute copy() {
    RecordedRoute copy = new RecordedRoute();
    copy.last = last;
    return copy;
  }

  String text(List<Ip4> route, Function<Ip4, String> name) {
    if (route.isEmpty()) {
      return "";
    }
    if (route.equals(last)) {
      return "\t(same route)";
    }
    last = route;
    StringBuilder text = new StringBuilder("\nRR: ");
    route.forEach(each -> text.append('\t').append(name.apply(each)).append('\n'));
    return text.toString();
  }
}
