#!/bin/sh
# Installs what is missing, builds, and converts the samples, or the PDFs given as arguments, into out/.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh build
cmake -S . -B build -G Ninja
ninja -C build juesuan
# Some samples are there to be doubtful (a scanned page, a missing unit); that is no failure here.
[ $# -gt 0 ] || set -- --warnings-ok samples/y_*.pdf
status=0
build/juesuan convert "$@" -o out || status=$?
ls -l out
exit $status
