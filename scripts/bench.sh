#!/bin/sh
# Speed and memory of the whole chain beside those of pdftotext -bbox-layout on the same files.
#
# usage: scripts/bench.sh [PDF …]
#
# Measures generated files of dense pages, with and without a ToUnicode map for the digits and of growing length, and the
# given PDFs; without any, those below ../shared/corpus/real, if there are any. JUESUAN names another program to measure.
set -eu
cd "$(dirname "$0")/.."
program=${JUESUAN:-build/juesuan}
if [ -z "${JUESUAN:-}" ]; then
  scripts/setup.sh build bench
  cmake -S . -B build -G Ninja >/dev/null
  ninja -C build juesuan bench-stages >/dev/null
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 scripts/bench-make.py 60 "$folder/dense.pdf"
python3 scripts/bench-make.py 60 "$folder/dense-no-tounicode.pdf" --no-tounicode
for pages in 10 100 1000; do
  python3 scripts/bench-make.py "$pages" "$folder/$pages.pdf"
done
if [ $# -eq 0 ]; then
  for pdf in ../shared/corpus/real/*.pdf; do
    [ -e "$pdf" ] && set -- "$@" "$pdf"
  done
fi
python3 scripts/bench-run.py "$program" "$folder" "$@"
