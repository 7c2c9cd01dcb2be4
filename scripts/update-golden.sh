#!/bin/sh
# Rewrites the golden files of the samples: samples/golden/NAME.json. Read the diff before you commit it.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh build
cmake -S . -B build -G Ninja >/dev/null
ninja -C build juesuan
mkdir -p samples/golden
build/juesuan convert samples/y_*.pdf -o samples/golden --to json --warnings-ok
git status --short samples/golden
