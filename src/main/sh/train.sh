#!/bin/sh
# Makes the AOT caches the launcher starts with: train.sh ROOT 8>ROOT/target/training, with JAVA_HOME set. Without
# one Vethlab is slower, nothing else.
set -u
root=$1
app=$root/target/app
log=$root/target/training.log
cd "$root/target"

# One training at a time: what is built meanwhile is trained after this one.
flock 8

jar() { ls -il --time-style=full-iso "$app/vethlab.jar"; }
trained=$(jar)

# A JVM does not notice a cache of another jar: it would run the old classes. Nobody builds while it is put there.
keep() { # NAME
  (
    flock 9
    if [ -e "$app/$1.new" ] && [ "$(jar)" = "$trained" ]; then mv "$app/$1.new" "$app/$1.aot"; fi
  ) 9>"$root/target/lock"
  rm -f "$app/$1.new"
}

"$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$app/cli.new" \
  -cp "$app/vethlab.jar" vethlab.cli.Training "$root" >"$log" 2>&1 || rm -f "$app/cli.new"
keep cli

# The sandbox's process is trained inside namespaces, with the options that Launch starts it with.
rights=
[ "$(id -u)" = 0 ] || rights="--user --map-current-user --keep-caps"
unshare $rights --net --mount --pid --fork --kill-child --mount-proc --propagation private \
  "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData \
  --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="$app/agent.new" \
  -cp "$app/vethlab.jar" vethlab.cli.AgentTraining "$root" >>"$log" 2>&1 || rm -f "$app/agent.new"
keep agent

# The window is trained on pictures: the same classes, without a display. With other module options than the
# launcher's the JVM would not use the cache, and not say so.
"$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:AOTCacheOutput="$app/window.new" \
  -Dglass.platform=Headless -Dprism.order=sw -Dvethlab.home="$root" \
  --module-path "$app/fx" --add-modules javafx.controls --enable-native-access=javafx.graphics \
  --add-exports javafx.base/com.sun.javafx.event=ALL-UNNAMED \
  -cp "$app/vethlab.jar" vethlab.cli.WindowTraining >>"$log" 2>&1 || rm -f "$app/window.new"
keep window
