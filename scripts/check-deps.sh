#!/bin/sh
# Includes go one way: cli → convert → export → check → normalize → extract. Poppler and cairo stay in a few files of extract/.
set -eu
cd "$(dirname "$0")/.."
rooms="extract normalize check export convert cli"
status=0
upstream=
for room in $rooms; do
  upstream="$upstream $room"
  [ -d "$room" ] || continue
  for file in "$room"/*.c "$room"/*.h; do
    [ -e "$file" ] || continue
    for include in $(sed -n 's,^#include "\([a-z]*\)/.*,\1,p' "$file" | sort -u); do
      case " $upstream " in
        *" $include "*) ;;
        *) echo "$file: includes $include/, which is downstream" >&2; status=1 ;;
      esac
    done
    case $file in
      extract/pdf.c | extract/pdf-*.c | extract/capture*.[ch] | extract/text-layout.[ch]) ;;
      *) if grep -En '^#include <(poppler|cairo|glib-poppler|ft2build|freetype)' "$file" /dev/null; then
           echo "$file: only extract/pdf*.c, capture* and text-layout.* may know Poppler and cairo" >&2
           status=1
         fi ;;
    esac
  done
done
exit $status
