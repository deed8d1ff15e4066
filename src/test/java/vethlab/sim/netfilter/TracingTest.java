package vethlab.sim.netfilter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.shell.Sessions;
import vethlab.sim.World;

/** Who watches changes nothing. */
class TracingTest {
  private static final String SCRIPT =
      """
      ip link set lo up
      iptables -A INPUT -p icmp -m statistic --mode nth --every 2 --packet 0
      iptables -A INPUT -p icmp -m limit --limit 1/min --limit-burst 2
      iptables -A INPUT -p icmp -m recent --name x --rcheck --seconds 60 --hitcount 4
      iptables -A INPUT -p icmp -m recent --name x --set
      ping -c 6 -i 0.2 127.0.0.1 >/dev/null
      iptables -nvxL INPUT
      """;

  @Test
  void matches_that_count_count_the_same_when_somebody_watches() {
    World watched = new World();
    watched.tracer(step -> {});
    int task = Sessions.spawn(watched, "script.sh", SCRIPT, List.of());
    assertThat(Sessions.finish(watched, task).out()).isEqualTo(Sessions.run(SCRIPT).out());
  }
}
