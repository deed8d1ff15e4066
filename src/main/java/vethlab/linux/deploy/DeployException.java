package vethlab.linux.deploy;

import java.io.IOException;

/** Why a lab could not be deployed or destroyed. */
public final class DeployException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What kind of reason it is. */
  public enum Reason {
    /** The kernel refused something; all is as it was. */
    REFUSED,
    /** Something that is not Vethlab's would have been touched; nothing was done. */
    NOT_OURS,
    /** Somebody else is at it just now. */
    BUSY,
    /** This user or machine can't. */
    NOT_ALLOWED
  }

  private final Reason reason;

  public DeployException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
