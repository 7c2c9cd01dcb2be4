#!/bin/sh
# Rewrites what is derived from the samples: tests/golden and the example in the READMEs. Read the diff before you commit it.
#
# Every sample has its JSON there. Those that have their XML there get their XML and CSV, too: touch tests/golden/NAME.xml to
# add one.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh build bench
cmake -S . -B build -G Ninja >/dev/null
ninja -C build juesuan
mkdir -p tests/golden
for pdf in samples/y_*.pdf; do
  name=$(basename "$pdf" .pdf)
  formats=json
  [ ! -e "tests/golden/$name.xml" ] || formats=xml,json,csv
  rm -f "tests/golden/$name".*
  build/juesuan convert "$pdf" -o tests/golden --to "$formats" --quiet --warnings-ok
done
scripts/readme-example.py build/juesuan
git status --short tests/golden README.md README.zh-CN.md
