package vethlab.shell.sysctl;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import vethlab.op.Op;
import vethlab.op.Result;
import vethlab.shell.Call;
import vethlab.shell.FileException;

/** Shows and sets the kernel's variables. */
final class Variables {
  private final Call call;
  private final Way way;

  Variables(Call call, Way way) {
    this.call = call;
    this.way = way;
  }

  void announce(String text) {
    if (!way.quiet) {
      call.out().print(text);
    }
  }

  /** Whether the pattern, if there is one, is found in the text. */
  boolean wanted(String text) {
    if (way.pattern.isEmpty()) {
      return true;
    }
    try {
      return Pattern.compile(way.pattern.get()).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  int show(String typed) {
    if (typed.isEmpty()) {
      say("\"\" is an unknown key");
      return -1;
    }
    Key key = Key.of(typed);
    if (isDirectory(key)) {
      return showAll(key.path().replaceFirst("/*$", "") + "/");
    }
    Optional<String> value = value(key);
    if (value.isEmpty()) {
      return exists(key) ? 0 : unknown(key);
    }
    print(key, value.get());
    return 0;
  }

  /** Everything below a path that ends with a slash, or all. */
  int showAll(String below) {
    for (Key key : keys()) {
      if (key.path().startsWith(below)) {
        value(key).ifPresent(value -> print(key, value));
      }
    }
    return 0;
  }

  private List<Key> keys() {
    return call.kernel().sysctlKeys(call.netns()).stream()
        .map(Key::of)
        .sorted(java.util.Comparator.comparing(Key::path))
        .toList();
  }

  private void print(Key key, String value) {
    if (!wanted(key.dotted())) {
      return;
    }
    if (way.namesOnly) {
      call.out().print(key.dotted() + "\n");
      return;
    }
    for (String line : value.split("\n")) {
      print(key.dotted(), line, way.print);
    }
  }

  private void print(String name, String value, Way.Print how) {
    call.out()
        .print(
            switch (how) {
              case NAME_AND_VALUE -> name + " = " + value + "\n";
              case VALUE -> value + "\n";
              case BARE_VALUE -> value;
            });
  }

  int setAll(List<Setting> settings) {
    int status = 0;
    for (Setting setting : settings) {
      if (setting.value().isEmpty()) {
        continue;
      }
      String value = setting.value().get();
      if (!setting.key().isPattern()) {
        status |= set(setting.key(), value);
        continue;
      }
      for (Key key : keys()) {
        boolean named = settings.stream().anyMatch(s -> s.key().equals(key));
        if (setting.key().matches(key) && !named) {
          status |= set(key, value);
        }
      }
    }
    return status;
  }

  int set(Key key, String value) {
    if (isDirectory(key)) {
      say("setting key \"" + key.dotted() + "\": Invalid argument");
      return 0;
    }
    if (!exists(key)) {
      return unknown(key);
    }
    if (!way.dryRun) {
      Result result = call.kernel().apply(new Op.SysctlSet(call.netns(), key.dotted(), value));
      if (result instanceof Result.Refused refused) {
        say("setting key \"" + key.dotted() + "\": " + refused.errno().text());
        return 1;
      }
    }
    if (!way.quiet || way.dryRun) {
      if (way.namesOnly) {
        call.out().print(value + "\n");
      } else {
        print(key.dotted(), value, way.print);
      }
    }
    return 0;
  }

  private boolean isDirectory(Key key) {
    return call.files().isDirectory(key.file());
  }

  private boolean exists(Key key) {
    return call.files().exists(key.file());
  }

  private Optional<String> value(Key key) {
    Optional<String> value = call.kernel().sysctl(call.netns(), key.dotted());
    if (value.isPresent()) {
      return value;
    }
    try {
      return Optional.of(call.files().read(key.file()).stripTrailing());
    } catch (FileException e) {
      return Optional.empty();
    }
  }

  private int unknown(Key key) {
    if (way.ignoreUnknown) {
      return 0;
    }
    say("cannot stat " + key.file() + ": No such file or directory");
    return 1;
  }

  private void say(String text) {
    call.err().print("sysctl: " + text + "\n");
  }
}
