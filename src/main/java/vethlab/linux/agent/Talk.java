package vethlab.linux.agent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vethlab.op.Ns;
import vethlab.op.Result;
import vethlab.wire.Mac;
import vethlab.wire.pcapng.CapturedFrame;

/**
 * What a sandbox and whoever started it say to each other. {@code id} ties answers to questions.
 */
public sealed interface Talk {

  /** The agent is ready. */
  record Ready(int uid) implements Talk {}

  /** A method of {@link vethlab.op.Kernel}. */
  record Call(int id, String method, List<Object> arguments) implements Talk {}

  /** Starts handing frames over, as {@link Frames} without being asked. */
  record Record(int id) implements Talk {}

  /** Asks until all frames so far have been handed over; answered with the frames lost. */
  record Settle(int id) implements Talk {}

  /** Runs a script; {@link Printed} come while it runs, then {@link Ended}. */
  record Run(int id, String name, byte[] script, Streams streams) implements Talk {}

  enum Streams {
    /** stdout and stderr each by itself. */
    APART,
    /** Both as one, in the order in which they were printed. */
    MERGED
  }

  /** Ctrl+C for the scripts of a name. */
  record Interrupt(int id, String name) implements Talk {}

  /** Has something answer at a port of a namespace, for as long as the sandbox lives. */
  record Listen(int id, Ns ns, Transport transport, int port) implements Talk {}

  /** Takes a {@link Listen} back. */
  record StopListening(int id, Ns ns, Transport transport, int port) implements Talk {}

  enum Transport {
    TCP,
    UDP
  }

  /**
   * Waits until nobody else changes the sandbox: whoever did is gone, and all they asked for is
   * done. From then on, until this side is gone, others wait.
   */
  record Claim(int id) implements Talk {}

  /** From now on the agent stays when whoever started it is gone. */
  record Keep(int id) implements Talk {}

  /** Ends the agent, and with it all that lives in the sandbox. */
  record Quit(int id) implements Talk {}

  record Answer(int id, Optional<Object> value) implements Talk {}

  record Failed(int id, Failure why) implements Talk {}

  sealed interface Failure {
    record NoNamespace(Ns ns) implements Failure {}

    record Refusal(String sentence, Result.Refused why) implements Failure {}

    record Other(String sentence) implements Failure {}
  }

  record Frames(List<CapturedFrame> frames) implements Talk {}

  /**
   * @param fd 1 or 2
   */
  record Printed(int id, int fd, byte[] bytes) implements Talk {}

  /**
   * @param addresses of Ethernet devices by NETNS/IFNAME, as the script left them
   */
  record Ended(int id, int status, long lostFrames, Map<String, Mac> addresses) implements Talk {}
}
