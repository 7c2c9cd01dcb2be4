#!/bin/sh
# Remakes everything under samples/ from the plain descriptions in samples/src: the reports, their truth files and the
# single pages.  Names of descriptions as arguments remake only those.  The committed PDFs are what the tests use; a
# remake is the same document, byte by byte only where the producers' versions are the same.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../samples
missing=0

need () # program, Debian package
{
  command -v "$1" >/dev/null 2>&1 || { echo "make-samples: $1 is missing (package $2)" >&2; missing=1; }
}

font () # family, Debian package
{
  [ -n "$(fc-list "$1" family)" ] || { echo "make-samples: font $1 is missing (package $2)" >&2; missing=1; }
}

need /usr/bin/python3 python3
need soffice "libreoffice-writer and libreoffice-calc"
need chromium chromium
need qpdf qpdf
need fix-qdf qpdf
need pdftotext poppler-utils
need fc-list fontconfig
/usr/bin/python3 -c 'import cairo' 2>/dev/null \
  || { echo "make-samples: module cairo is missing (package python3-cairo)" >&2; missing=1; }
font "AR PL SungtiL GB" fonts-arphic-gbsn00lp
font "AR PL UMing CN" fonts-arphic-uming
font "WenQuanYi Zen Hei" fonts-wqy-zenhei
font "Liberation Serif" fonts-liberation
font "Liberation Sans" fonts-liberation
[ "$missing" = 0 ] || exit 2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PYTHONDONTWRITEBYTECODE=1 SOURCE_DATE_EPOCH=1755680400 LC_ALL=C.UTF-8

mkdir -p "$samples/truth" "$samples/pages"
/usr/bin/python3 "$here/samples/make-pages.py" "$samples/pages"
/usr/bin/python3 "$here/samples/make.py" "$samples" "$scratch" "$@"
