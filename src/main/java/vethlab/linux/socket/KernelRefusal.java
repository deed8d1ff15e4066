package vethlab.linux.socket;

import vethlab.op.Result;

/** A question that the kernel refused to answer. */
public final class KernelRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Result.Refused why;

  public KernelRefusal(Result.Refused why) {
    this(words(why), why);
  }

  public KernelRefusal(String sentence, Result.Refused why) {
    super(sentence);
    this.why = why;
  }

  /** The same, saying what was asked for. */
  public KernelRefusal about(String question) {
    return new KernelRefusal(question + ": " + words(why), why);
  }

  private static String words(Result.Refused why) {
    return why.message().isEmpty() ? why.errno().text() : why.message();
  }

  public Result.Refused why() {
    return why;
  }
}
