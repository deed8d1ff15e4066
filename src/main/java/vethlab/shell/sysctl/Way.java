package vethlab.shell.sysctl;

import java.util.Optional;

/** What the options say about the way of working. */
final class Way {
  enum Print {
    NAME_AND_VALUE,
    VALUE,
    BARE_VALUE
  }

  Print print = Print.NAME_AND_VALUE;
  boolean namesOnly;
  boolean ignoreUnknown;
  boolean quiet;
  boolean dryRun;
  Optional<String> pattern = Optional.empty();
}
