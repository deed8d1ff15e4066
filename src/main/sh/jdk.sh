# Sourced: find_jdk sets JAVA_HOME to a JDK 25 or newer without starting any. JDK_FOLDERS, when set,
# replaces the usual folders.

is_jdk() { # HOME
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='="' read -r key _ version _; do
    [ "$key" = JAVA_VERSION ] || continue
    version=${version%%[!0-9]*}
    [ "${version:-0}" -ge 25 ]
    return
  done <"$1/release"
  return 1
}

find_jdk() {
  on_path=$(command -v javac || true)
  [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" \
    ${JDK_FOLDERS-/usr/lib/jvm/* /opt/* /usr/local/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/*}; do
    if is_jdk "$home"; then
      export JAVA_HOME="$home"
      return
    fi
  done
  echo "vethlab: no JDK 25 or newer found (looked at JAVA_HOME, PATH and /usr/lib/jvm): install one, for example Temurin 25 from https://adoptium.net (apt-get install temurin-25-jdk)" >&2
  return 1
}
