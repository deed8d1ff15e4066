package vethlab.shell.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vethlab.shell.Call;
import vethlab.shell.CommandTable;

/**
 * {@code apt-get}, {@code apt}, {@code yum}, {@code dnf} and {@code apk}: the packages whose
 * commands exist here are installed, in Debian 12's versions; others can't be found.
 */
final class PackageManagers {
  private static final Map<String, String> VERSIONS = versions();

  private PackageManagers() {}

  private static Map<String, String> versions() {
    Map<String, String> v = new TreeMap<>();
    v.put("bridge-utils", "1.7.1-1");
    v.put("net-tools", "2.10-0.1+deb12u2");
    v.put("iproute2", "6.1.0-3");
    v.put("iptables", "1.8.9-2");
    v.put("iputils-ping", "3:20221126-1+deb12u1");
    v.put("iputils-arping", "3:20221126-1+deb12u1");
    v.put("iputils-tracepath", "3:20221126-1+deb12u1");
    v.put("inetutils-traceroute", "2:2.4-2+deb12u1");
    v.put("traceroute", "1:2.1.2-1");
    v.put("tcpdump", "4.99.3-1");
    v.put("netcat-openbsd", "1.219-1");
    v.put("conntrack", "1:1.4.7-1+b2");
    v.put("procps", "2:4.0.2-3");
    v.put("kmod", "30+20221128-1");
    v.put("bash", "5.2.15-2+b7");
    v.put("coreutils", "9.1-1");
    v.put("grep", "3.8-5");
    v.put("sed", "4.9-1");
    v.put("gawk", "1:5.2.1-2");
    v.put("mawk", "1.3.4.20200120-3.1");
    v.put("sudo", "1.9.13p3-1+deb12u1");
    v.put("util-linux", "2.38.1-5+deb12u3");
    v.put("iproute", "6.1.0-3");
    v.put("iproute-tc", "6.1.0-3");
    v.put("iputils", "20221126");
    v.put("nc", "1.219-1");
    v.put("nmap-ncat", "7.93");
    v.put("conntrack-tools", "1.4.7");
    v.put("curl", "7.88.1-10+deb12u14");
    v.put("wget", "1.21.3-1+deb12u1");
    v.put("python3", "3.11.2-1+b1");
    v.put("psmisc", "23.6-1");
    return v;
  }

  static void addTo(CommandTable table) {
    table.in("/usr/bin");
    table.instant("apt-get", PackageManagers::apt);
    table.instant("apt", PackageManagers::apt);
    table.instant("yum", PackageManagers::yum);
    table.instant("dnf", PackageManagers::yum);
    table.in("/sbin").instant("apk", PackageManagers::apk);
  }

  /** The subcommand and the packages: the words that are no options. */
  private static List<String> words(Call call) {
    List<String> words = new ArrayList<>(call.args());
    words.removeIf(word -> word.startsWith("-"));
    return words;
  }

  private static int apt(Call call) {
    List<String> words = words(call);
    if (words.isEmpty()) {
      call.out().println("apt 2.6.1 (amd64)\nUsage: " + call.name() + " [options] command");
      return 0;
    }
    List<String> packages = words.subList(1, words.size());
    boolean quiet = call.args().stream().anyMatch(w -> w.matches("-q+|-qq|-[a-z]*qq[a-z]*"));
    switch (words.getFirst()) {
      case "update" -> {
        if (!quiet) {
          call.out().println("Reading package lists...");
        }
        return 0;
      }
      case "upgrade", "dist-upgrade", "full-upgrade", "autoremove", "clean", "autoclean" -> {
        return lists(call, quiet, List.of());
      }
      case "install", "reinstall" -> {
        return install(call, packages, quiet);
      }
      default -> {
        call.err().println("E: Invalid operation " + words.getFirst());
        return 100;
      }
    }
  }

  private static int install(Call call, List<String> packages, boolean quiet) {
    Optional<String> unknown =
        packages.stream().filter(name -> !VERSIONS.containsKey(name)).findFirst();
    if (unknown.isPresent()) {
      if (!quiet) {
        call.out()
            .print(
                "Reading package lists...\nBuilding dependency tree...\n"
                    + "Reading state information...\n");
      }
      call.err().println("E: Unable to locate package " + unknown.get());
      return 100;
    }
    return lists(call, quiet, packages);
  }

  private static int lists(Call call, boolean quiet, List<String> packages) {
    if (!quiet) {
      call.out()
          .print(
              "Reading package lists...\nBuilding dependency tree...\n"
                  + "Reading state information...\n");
    }
    for (String name : packages) {
      call.out().println(name + " is already the newest version (" + VERSIONS.get(name) + ").");
    }
    call.out().println("0 upgraded, 0 newly installed, 0 to remove and 0 not upgraded.");
    return 0;
  }

  private static int yum(Call call) {
    List<String> words = words(call);
    if (words.size() < 2 || !words.getFirst().equals("install")) {
      return 0;
    }
    for (String name : words.subList(1, words.size())) {
      if (!VERSIONS.containsKey(name)) {
        call.out().println("No match for argument: " + name);
        call.err().println("Error: Unable to find a match: " + name);
        return 1;
      }
      call.out().println("Package " + name + "-" + VERSIONS.get(name) + " is already installed.");
    }
    call.out().println("Dependencies resolved.\nNothing to do.\nComplete!");
    return 0;
  }

  private static int apk(Call call) {
    List<String> words = words(call);
    if (!words.isEmpty() && words.getFirst().equals("add")) {
      for (String name : words.subList(1, words.size())) {
        if (!VERSIONS.containsKey(name)) {
          call.err()
              .println("ERROR: unable to select packages:\n  " + name + " (no such package):");
          return 1;
        }
      }
      call.out().println("OK: " + VERSIONS.size() + " packages");
    }
    return 0;
  }
}
