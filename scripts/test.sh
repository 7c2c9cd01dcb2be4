#!/bin/sh
# Installs what is missing, builds, and runs all tests.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh build
cmake -S . -B build -G Ninja
ninja -C build
ctest --test-dir build --verbose
