package vethlab.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vethlab.op.LinkChange;
import vethlab.op.Ns;
import vethlab.op.Op;
import vethlab.op.Result;

class RehearsalTest {
  @Test
  void everything_is_refused_and_nothing_changes() {
    PrivateHost.with((kernel, _) -> {
      kernel.apply(new Op.LinkSet(Ns.HOST, "lo", List.of(new LinkChange.Up())));
      var links = kernel.links(Ns.HOST);
      var addresses = kernel.addresses(Ns.HOST);
      var routes = kernel.routes(Ns.HOST);
      assertThat(kernel.applyAll(Rehearsal.refused())).noneMatch(Result::ok);
      assertThat(kernel.links(Ns.HOST)).isEqualTo(links);
      assertThat(kernel.addresses(Ns.HOST)).isEqualTo(addresses);
      assertThat(kernel.routes(Ns.HOST)).isEqualTo(routes);
      assertThat(kernel.namespaces()).isEmpty();
    });
  }
}
