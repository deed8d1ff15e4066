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
  train_beside
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
  rm -f "$app"/*.aot
  mv "$app/building" "$app/built"
}

# The caches are made beside what is started, and also if that is ended soon.
train_beside() {
  echo "vethlab:   preparing faster starts meanwhile" >&2
  (
    flock -n 8 || : # the one before is still at it: this one waits for it
    setsid sh "$root/src/main/sh/train.sh" "$root" </dev/null >/dev/null 2>&1 &
  ) 8>"$root/target/training"
}

# Makes them now.
train() {
  echo "vethlab:   preparing a fast start" >&2
  sh "$root/src/main/sh/train.sh" "$root" 8>"$root/target/training"
}

# Waits until nothing is trained, for what is to be measured.
trained() {
  [ ! -e "$root/target/training" ] || flock "$root/target/training" true
}
