package vethlab.shell.system;

import java.util.List;
import java.util.regex.Pattern;
import vethlab.shell.Call;

/** {@code find}: PATH -name -type -maxdepth, printing. */
final class FindCommand {

  private FindCommand() {}

  static int run(Call call) {
    List<String> words = call.args();
    int first = 0;
    while (first < words.size() && !words.get(first).startsWith("-")) {
      first++;
    }
    String name = "*";
    String type = "";
    int depth = Integer.MAX_VALUE;
    for (int i = first; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("-print")) {
        continue;
      }
      if (i + 1 == words.size() || !List.of("-name", "-type", "-maxdepth").contains(word)) {
        call.err().println("find: unknown predicate `" + word + "'");
        return 1;
      }
      String value = words.get(++i);
      switch (word) {
        case "-name" -> name = value;
        case "-type" -> type = value;
        default -> depth = value.matches("\\d{1,4}") ? Integer.parseInt(value) : depth;
      }
    }
    Pattern pattern =
        Pattern.compile(("\\Q" + name + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
    int status = 0;
    for (String start : first == 0 ? List.of(".") : words.subList(0, first)) {
      if (!call.files().exists(start)) {
        call.err().println("find: ‘" + start + "’: No such file or directory");
        status = 1;
      } else {
        walk(call, start, pattern, type, depth);
      }
    }
    return status;
  }

  private static void walk(Call call, String path, Pattern name, String type, int depth) {
    boolean directory = call.files().isDirectory(path);
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean wanted = type.isEmpty() || type.equals(directory ? "d" : "f");
    if (wanted && name.matcher(last).matches()) {
      call.out().println(path);
    }
    if (directory && depth > 0) {
      for (String child : call.files().list(path)) {
        walk(call, path + "/" + child, name, type, depth - 1);
      }
    }
  }
}
