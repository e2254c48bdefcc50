#!/usr/bin/env bash
# What the commands beside this file have in common: finds a JDK, builds what is missing, runs the launcher.
set -euo pipefail

command=$1
shift
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
home=${IOP_HOME:-$root/.iop}
modules=(chassis intake-service scheduling-service progress-service deploy/local)
# The newest Java that the suite is tested with; a newer one is used only when there is nothing else.
newest_tested=25

fail() {
  echo "deploy/local/$command: $1" >&2
  exit 1
}

# Prints the major version of a JDK's home, or nothing when it is none.
major_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# A JDK that JAVA_HOME names is taken when it will do, else the newest one found.
find_jdk() {
  local candidate version best= best_version=0 untested=
  version=$(major_version "${JAVA_HOME:-/none}")
  if [ "${version:-0}" -ge 17 ]; then
    echo "$JAVA_HOME"
    return
  fi
  local path_java
  path_java=$(command -v java || true)
  for candidate in \
    "$( [ -n "$path_java" ] && dirname "$(dirname "$(readlink -f "$path_java")")" || echo /none)" \
    ${IOP_JDKS:-/usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*}; do
    version=$(major_version "$candidate")
    if [ "${version:-0}" -gt "$newest_tested" ]; then
      untested=$candidate
    elif [ "${version:-0}" -ge 17 ] && [ "$version" -gt "$best_version" ]; then
      best=$candidate
      best_version=$version
    fi
  done
  echo "${best:-$untested}"
}

JAVA_HOME=$(find_jdk)
[ -n "$JAVA_HOME" ] || fail "no JDK 17 or newer was found; install one (such as Temurin 21), or set JAVA_HOME to it."
export JAVA_HOME

jar=$here/target/local-1.0.0-SNAPSHOT.jar
class_path=$here/target/launcher.classpath
built=$root/.iop/built

is_built() {
  local artifact
  for artifact in "$built" "$jar" "$class_path" \
    "$root"/{intake,scheduling,progress}-service/target/quarkus-app/quarkus-run.jar; do
    [ -e "$artifact" ] || return 1
  done
  ls -d "$root"/.iop/keycloak-*/lib/quarkus-run.jar >/dev/null 2>&1 || return 1
  # Every jar that the launcher was built with is still in the local repository.
  local entry
  while IFS= read -r -d : entry || [ -n "$entry" ]; do
    [ -e "$entry" ] || return 1
  done <"$class_path"
  [ -z "$(cd "$root" && find pom.xml */pom.xml deploy/local/pom.xml */src/main chassis/src/test deploy/local/src/main \
    -type f -newer "$built" -print -quit)" ]
}

maven() {
  (cd "$root" && mvn -B "$@" package -pl "$(IFS=,; echo "${modules[*]}")" \
    -DskipTests -Dspotless.apply.skip=true -Dspotless.check.skip=true) >"$log" 2>&1
}

# Offline first: it is quicker, and with a warm repository no network is needed at all.
build() {
  command -v mvn >/dev/null || fail "Maven is needed to build the suite the first time; install Maven 3.8.7 or newer."
  local log=$home/logs/build.log
  mkdir -p "$home/logs" "$root/.iop" || fail "the logs can't be written to $home/logs."
  local seconds=$SECONDS
  echo "Building what is missing or has changed, with $JAVA_HOME (some minutes the first time; log: $log) …"
  if ! maven -o; then
    if grep -q -E 'offline mode|in offline' "$log"; then
      echo "Fetching what the local Maven repository lacks …"
      maven || explain_failed_build
    else
      explain_failed_build
    fi
  fi
  touch "$built"
  echo "Built in $((SECONDS - seconds)) s."
}

explain_failed_build() {
  if grep -q 'No space left on device' "$log"; then
    fail "the disk of $root is full; free some space (the build needs about 1 GiB)."
  elif grep -q -E 'Unknown host|Could not transfer artifact|Connect to .* failed|Network is unreachable' "$log"; then
    fail "Maven can't fetch what the local repository lacks: $(grep -m1 -o -E '(Could not (transfer|find) artifact|Unknown host) [^ ]+' "$log" || echo 'no network'); connect once, or point Maven to a mirror."
  fi
  grep -E '^\[ERROR\]' "$log" | head -20 >&2
  fail "the build failed; its log is $log."
}

if [ "$command" = up ]; then
  is_built || build
else
  [ -e "$jar" ] && [ -e "$class_path" ] || fail "nothing is built yet; deploy/local/up builds and starts the suite."
fi

exec "$JAVA_HOME/bin/java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dio.netty.noUnsafe=true -Diop.repository="$root" \
  -cp "$jar:$(cat "$class_path")" care.iop.local.Launcher "$command" "$@"
