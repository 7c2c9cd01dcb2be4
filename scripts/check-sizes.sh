#!/bin/sh
# Files beyond 400 lines are named, beyond 450 refused; so are functions beyond 60 and 80 lines.
set -eu
cd "$(dirname "$0")/.."
sources=$(find extract normalize check export convert cli tests -name '*.[ch]' 2>/dev/null | sort)
# shellcheck disable=SC2086
{
  wc -l $sources | awk '$2 != "total" && $1 > 400 { print $1, "lines in", $2, ($1 > 450 ? "REFUSED" : "") }'
  ctags -x --c-kinds=f --fields=+ne --_xformat='%{end} %n %N %F' $sources |
    awk '$1 && $1 - $2 + 1 > 60 { n = $1 - $2 + 1; print n, "lines in", $3, "of", $4, (n > 80 ? "REFUSED" : "") }'
} | awk '{ print; if (/REFUSED/) bad = 1 } END { exit bad }'
