#!/bin/sh
# Everything that must be green before a change is handed over.
#
# usage: scripts/check.sh [STEP …]     steps: gcc clang sanitize tidy schemas deps sizes valgrind; default: all
#
# Builds into build-gcc, build-clang and build-sanitize.
set -u
cd "$(dirname "$0")/.." || exit 2
scripts/setup.sh build check || exit 2
failed=

build() { # build NAME COMPILER CMAKE-OPTION …
  name=$1 compiler=$2
  shift 2
  cmake -S . -B "build-$name" -G Ninja -DCMAKE_C_COMPILER="$compiler" -DJUE_WERROR=ON -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "$@" >/dev/null &&
    ninja -C "build-$name"
}

step_gcc() { build gcc gcc && ctest --test-dir build-gcc --output-on-failure; }

step_clang() { build clang clang; }

step_sanitize() {
  build sanitize gcc -DJUE_SANITIZE=ON &&
    LSAN_OPTIONS="suppressions=$PWD/scripts/lsan.supp:print_suppressions=0" \
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 G_DEBUG=fatal-criticals \
      ctest --test-dir build-sanitize --output-on-failure
}

step_tidy() {
  build clang clang >/dev/null &&
    find extract normalize check export convert cli -name '*.c' 2>/dev/null | sort |
    xargs -P 2 -n 4 clang-tidy -p build-clang --quiet
}

# The streams of every sample against their schemas.
step_schemas() {
  build gcc gcc >/dev/null || return 1
  folder=$(mktemp -d)
  bad=0
  for pdf in samples/y_*.pdf; do
    build-gcc/juesuan extract --quiet --warnings-ok "$pdf" -o "$folder/pages.xml" &&
      build-gcc/juesuan normalize --quiet --warnings-ok "$folder/pages.xml" -o "$folder/report.xml" &&
      xmllint --noout --relaxng docs/page-stream.rng "$folder/pages.xml" &&
      xmllint --noout --relaxng docs/report-stream.rng "$folder/report.xml" || bad=1
  done
  if [ -e forms/forms.rng ]; then
    for form in forms/*.xml; do
      xmllint --noout --relaxng forms/forms.rng "$form" || bad=1
    done
  fi
  rm -rf "$folder"
  return $bad
}

step_deps() { scripts/check-deps.sh; }

step_sizes() { scripts/check-sizes.sh; }

# Memory errors and leaks of ours; the filters, since convert limits its address space.
step_valgrind() {
  build gcc gcc >/dev/null || return 1
  set -- samples/y_*.pdf
  folder=$(mktemp -d)
  # PCRE2 compiles patterns to machine code that reads ahead of a subject's end on purpose; valgrind takes that for values that
  # were never set, and such code has no name to suppress it by. The sanitizers watch our own code for it.
  memcheck="valgrind --quiet --error-exitcode=9 --undef-value-errors=no --leak-check=full --errors-for-leak-kinds=definite"
  build-gcc/juesuan extract --quiet --warnings-ok "$1" -o "$folder/pages.xml" &&
    $memcheck build-gcc/juesuan normalize --quiet --warnings-ok "$folder/pages.xml" -o "$folder/report.xml" &&
    $memcheck build-gcc/juesuan export --quiet --warnings-ok "$folder/report.xml" --to json -o "$folder/report.json" &&
    $memcheck build-gcc/juesuan export --quiet --warnings-ok "$folder/report.xml" --to csv -o "$folder"
  result=$?
  rm -rf "$folder"
  return $result
}

[ $# -gt 0 ] || set -- gcc clang sanitize tidy schemas deps sizes valgrind
for step in "$@"; do
  echo "== $step"
  "step_$step" || failed="$failed $step"
done
if [ -n "$failed" ]; then
  echo "FAILED:$failed"
  exit 1
fi
echo "all is well: $*"
