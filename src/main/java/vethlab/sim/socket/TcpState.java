package vethlab.sim.socket;

/** The states of a TCP connection, with the words ss and netstat have for them. */
public enum TcpState {
  CLOSED("UNCONN", "CLOSE"),
  LISTEN("LISTEN", "LISTEN"),
  SYN_SENT("SYN-SENT", "SYN_SENT"),
  SYN_RECV("SYN-RECV", "SYN_RECV"),
  ESTABLISHED("ESTAB", "ESTABLISHED"),
  FIN_WAIT1("FIN-WAIT-1", "FIN_WAIT1"),
  FIN_WAIT2("FIN-WAIT-2", "FIN_WAIT2"),
  CLOSE_WAIT("CLOSE-WAIT", "CLOSE_WAIT"),
  LAST_ACK("LAST-ACK", "LAST_ACK"),
  CLOSING("CLOSING", "CLOSING"),
  TIME_WAIT("TIME-WAIT", "TIME_WAIT");

  private final String ss;
  private final String netstat;

  TcpState(String ss, String netstat) {
    this.ss = ss;
    this.netstat = netstat;
  }

  /** As ss prints it. */
  public String word() {
    return ss;
  }

  /** As netstat prints it. */
  public String netstatWord() {
    return netstat;
  }

  /** Whether data may still be sent by the program. */
  boolean maySend() {
    return this == ESTABLISHED || this == CLOSE_WAIT;
  }

  boolean isSynchronized() {
    return ordinal() >= ESTABLISHED.ordinal();
  }
}
