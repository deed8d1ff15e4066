package vethlab.lab.check;

import java.util.regex.Pattern;

/** A text in which a pattern may look around only so often: some patterns would never end. */
final class PatientText implements CharSequence {
  private static final int MOST_LOOKS = 20_000_000;

  private final CharSequence text;
  private int looks;

  private PatientText(CharSequence text) {
    this.text = text;
  }

  /** Whether the pattern is found; one that takes too long is not. */
  static boolean finds(Pattern pattern, String text) {
    try {
      return pattern.matcher(new PatientText(text)).find();
    } catch (TooLong | StackOverflowError _) {
      return false;
    }
  }

  private static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("", null, false, false);
    }
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new TooLong();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
