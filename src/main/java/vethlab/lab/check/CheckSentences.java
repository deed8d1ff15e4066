package vethlab.lab.check;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import vethlab.lab.check.Outcome.Remark;
import vethlab.sim.trace.Sentences;
import vethlab.sim.trace.Step;
import vethlab.sim.trace.StepText;

/** What was seen, as sentences in a language: the bundle {@code vethlab/lab/check}. */
public final class CheckSentences {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final ResourceBundle bundle;
  private final Sentences reasons;

  private CheckSentences(ResourceBundle bundle, Sentences reasons) {
    this.bundle = bundle;
    this.reasons = reasons;
  }

  public static CheckSentences in(Locale locale) {
    return new CheckSentences(
        ResourceBundle.getBundle("vethlab.lab.check", locale, NO_FALLBACK), Sentences.in(locale));
  }

  public String text(Remark remark) {
    return switch (remark) {
      case Remark.Said said -> format(said.key(), said.arguments().toArray());
      case Remark.AtStep(Step step) -> atStep(step);
    };
  }

  private String atStep(Step step) {
    String device = step.device().isEmpty() ? "-" : step.device();
    String where = format("step.where", step.ns(), StepText.stage(step), device);
    String row = step.decided().isNone() ? "" : " [" + step.decided().text() + "]";
    return where + reasons.text(step.why()) + row;
  }

  private String format(String key, Object... arguments) {
    Object[] words = new Object[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
  }
}
