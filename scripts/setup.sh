#!/bin/sh
# Installs the Debian packages that are needed and missing. As root, or with everything there already.
#
# usage: scripts/setup.sh [build] [bench] [check]
set -eu
build="gcc libc6-dev cmake ninja-build pkg-config libglib2.0-dev libxml2-dev libpoppler-glib-dev libcairo2-dev
  libfreetype-dev libfontconfig-dev zlib1g-dev nettle-dev libcunit1-dev libjson-glib-dev poppler-data fonts-dejavu-core"
bench="python3 poppler-utils fonts-dejavu-core fonts-arphic-uming"
check="clang clang-tidy clang-format valgrind libxml2-utils universal-ctags"

missing=
for group in "${@:-build}"; do
  case $group in
    build) packages=$build ;;
    bench) packages=$bench ;;
    check) packages=$check ;;
    *) echo "setup.sh: unknown group '$group'" >&2; exit 2 ;;
  esac
  for package in $packages; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
  echo "setup.sh: run this as root, or install:$missing" >&2
  exit 2
fi
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get install -y --no-install-recommends $missing || {
  apt-get update
  apt-get install -y --no-install-recommends $missing
}
