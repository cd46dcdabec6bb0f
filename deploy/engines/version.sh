#!/usr/bin/env bash
# version.sh NAME: prints a version from pom.xml, for instance `version.sh elasticsearch`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
version=$(sed -n "s:.*<$1\.version>\(.*\)</$1\.version>.*:\1:p" "$here/pom.xml")
if [ -z "$version" ]; then
  echo "version.sh: pom.xml names no version of $1" >&2
  exit 1
fi
echo "$version"
