#!/usr/bin/env bash
# fetch.sh ENGINE FOLDER: copies the jars of an engine into FOLDER.
# What the local Maven repository holds is used without asking the network; only what is missing is downloaded.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
engine=$1
folder=$2
if ! command -v mvn >/dev/null; then
  echo "fetch.sh: Maven is not installed. Debian, Ubuntu: apt-get install maven. macOS: brew install maven." >&2
  exit 3
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
copy() {
  mvn -B -q -f "$here/$engine/pom.xml" "$@" dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$folder" >"$log" 2>&1
}
if copy --offline; then exit 0; fi
echo "fetch.sh: downloading the jars of $engine $("$here/version.sh" "$engine")" >&2
if copy; then exit 0; fi
tail -n 30 "$log" >&2
echo "fetch.sh: Maven could not fetch $engine (see above). Behind a proxy or a mirror, name it in ~/.m2/settings.xml." >&2
exit 4
