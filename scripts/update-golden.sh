#!/bin/sh
# Rewrites what is derived from the samples: samples/golden/NAME.json and the example in the READMEs. Read the diff before
# you commit it.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh build bench
cmake -S . -B build -G Ninja >/dev/null
ninja -C build juesuan
mkdir -p samples/golden
build/juesuan convert samples/y_*.pdf -o samples/golden --to json --warnings-ok
scripts/readme-example.py build/juesuan
git status --short samples/golden README.md README.zh-CN.md
