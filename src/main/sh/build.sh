# Sourced: build MAVEN-ARGUMENT..., one at a time for this folder. Needs $root and JAVA_HOME.

app=$root/target/app

# Whether something has changed since the last build.
changed() {
  [ ! -e "$app/built" ] || [ ! -e "$app/vethlab.jar" ] ||
    [ -n "$(find "$root/src/main" "$root/pom.xml" -newer "$app/built" -print -quit)" ]
}

maven() {
  command -v mvn >/dev/null || {
    echo "vethlab: Maven builds Vethlab and is missing: apt-get install maven" >&2
    return 1
  }
  MAVEN_OPTS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" mvn -B -Dstyle.color=never -f "$root/pom.xml" "$@"
}

# Runs a command while no other start builds.
alone() {
  mkdir -p "$root/target"
  (
    flock -n 9 || {
      echo "vethlab: another start is building, waiting for it" >&2
      flock 9
    }
    "$@" 9>&-
  ) 9>"$root/target/lock"
}

# Builds what is started, telling on stderr how far it is.
build() {
  changed || return 0
  echo "vethlab: building (the first time fetches libraries and takes a minute or two)" >&2
  begin
  { maven -Dquick -Dmaven.test.skip=true package 2>&1 || echo "[FAILED]"; } |
    tee "$root/target/build.log" | awk '
      function say(text) { if (text != last) print "vethlab:   " (last = text) | "cat >&2" }
      /Downloaded from/ { if (++n % 50 == 0) say("fetched " n " files") }
      /--- .*compile \(default-compile/ { say("compiling") }
      /--- .*jar/ { say("packing") }
      /^\[ERROR\]/ { if (++errors <= 20) print | "cat >&2" }
      /^vethlab: / { print | "cat >&2" }
      /^\[FAILED\]/ { failed = 1 }
      END { exit failed }' || {
    echo "vethlab: the build failed; all it said is in $root/target/build.log" >&2
    return 1
  }
  finish
}

# Builds with every check and test, telling all; arguments go to Maven.
check() {
  begin
  # The launcher's build compiles without the static checks: compile everything again.
  (cd "$root/target" && rm -rf maven-status classes test-classes)
  maven -ntp verify "$@" && finish
}

# What changes from here on is newer than this build.
begin() {
  if [ "$root/pom.xml" -nt "$app/built" ]; then rm -rf "$app/lib" "$app/fx"; fi
  mkdir -p "$app"
  touch "$app/building"
}

finish() {
  train
  mv "$app/building" "$app/built"
}

# Makes the AOT caches the launcher starts with. Without one Vethlab is slower, nothing else.
train() {
  echo "vethlab:   preparing a fast start" >&2
  rm -f "$app"/*.aot
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$app/cli.new" \
    -cp "$app/vethlab.jar" vethlab.cli.Training "$root" >"$root/target/training.log" 2>&1 || rm -f "$app/cli.new"
  [ ! -e "$app/cli.new" ] || mv "$app/cli.new" "$app/cli.aot"
  train_agent
  # The window is trained on pictures: the same classes, without a display. With other module options
  # than the launcher's the JVM would not use the cache, and not say so.
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$app/window.new" \
    -Dglass.platform=Headless -Dprism.order=sw -Dvethlab.home="$root" \
    --module-path "$app/fx" --add-modules javafx.controls --enable-native-access=javafx.graphics \
    --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED \
    -cp "$app/vethlab.jar" vethlab.cli.WindowTraining >>"$root/target/training.log" 2>&1 || rm -f "$app/window.new"
  [ ! -e "$app/window.new" ] || mv "$app/window.new" "$app/window.aot"
}

# The sandbox's process is trained inside namespaces, with the options that Launch starts it with.
train_agent() {
  rights=
  [ "$(id -u)" = 0 ] || rights="--user --map-current-user --keep-caps"
  unshare $rights --net --mount --pid --fork --kill-child --mount-proc --propagation private \
    "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
    --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="$app/agent.new" \
    -cp "$app/vethlab.jar" vethlab.cli.AgentTraining "$root" >>"$root/target/training.log" 2>&1 || rm -f "$app/agent.new"
  [ ! -e "$app/agent.new" ] || mv "$app/agent.new" "$app/agent.aot"
}
