package vethlab.shell.lang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PastedTextTest {
  private static final Set<String> COMMANDS = Set.of("ip", "ping", "route", "sudo");

  private static PastedText paste(String text) {
    return PastedText.of(text, COMMANDS::contains);
  }

  @Test
  void commands_are_taken_out_of_an_article_with_comments_and_output() {
    String article =
        """
        # 1创建 namespace
        $ ip netns add netns1
        # 查询
        $ ip netns list
        netns1 (id: 0)

        #创建网桥,
        $ sudo brctl addbr br0
        """;
    assertThat(paste(article))
        .isEqualTo(
            new PastedText(
                "\nip netns add netns1\n\nip netns list\n\n\n\nsudo brctl addbr br0\n", true));
  }

  @Test
  void lines_that_complete_a_command_need_no_prompt() {
    String text =
        """
        $ for i in 1 2; do
        > ip netns add h$i
        done
        output
        $ ip link add a \\
            type veth
        $ cat <<EOF
        $ no prompt
        EOF
        """;
    assertThat(paste(text).commands())
        .isEqualTo(
            """
            for i in 1 2; do
            ip netns add h$i
            done

            ip link add a \\
                type veth
            cat <<EOF
            $ no prompt
            EOF
            """);
  }

  @Test
  void prompts_of_other_kinds_are_known() {
    assertThat(paste("root@host:~# ip link\n1: lo\n").commands()).isEqualTo("ip link\n\n");
    assertThat(paste("[root@host ~]# ip link\n").commands()).isEqualTo("ip link\n");
    assertThat(paste("~# route -n\n").commands()).isEqualTo("route -n\n");
    assertThat(paste("bash-5.1# ip link\n").commands()).isEqualTo("ip link\n");
    assertThat(paste("me@host:/tmp$ ip link\n").commands()).isEqualTo("ip link\n");
    assertThat(paste("/ # ip link\n").commands()).isEqualTo("ip link\n");
  }

  @Test
  void a_script_with_comments_is_left_alone() {
    String script = "# ip link set a up\nip link set b up\n# ping\n";
    assertThat(paste(script)).isEqualTo(new PastedText(script, false));
    String comments = "# ip link set a up\n# ip link\n";
    assertThat(paste(comments)).isEqualTo(new PastedText(comments, false));
    String marked = "#!/bin/bash\n# ip link\n1: lo\n";
    assertThat(paste(marked)).isEqualTo(new PastedText(marked, false));
  }

  @Test
  void a_root_prompt_counts_where_everything_else_is_output() {
    String text = "# ip netns list\nns1 (id: 0)\n# ping -c 1 10.0.0.1\nPING 10.0.0.1\n";
    assertThat(paste(text))
        .isEqualTo(new PastedText("ip netns list\n\nping -c 1 10.0.0.1\n\n", true));
  }
}
