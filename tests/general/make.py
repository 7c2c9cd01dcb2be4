#!/usr/bin/python3
"""Makes PDFs of tables of all kinds, with what stands in them.

usage: make.py OUT [--only SUBSTRING] [--each N] [--no-web] [--kept]

Writes OUT/CASE-K.pdf and OUT/CASE-K.json: {"tables": [{title, page_from, page_to, header_rows, rows, spans}]}, rows as in the program's
own JSON: null = covered by a span. Each case comes in 4 variants, hard.chance in 32. Same version of cairo, same bytes. Needs python3-cairo, the
fonts Liberation and Noto CJK, and chromium for the cases of web.py. --kept makes only those that lie beside this script, which
tests/test-general.c reads.
"""
import argparse
import json
import os
import random
import sys

import cairo

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cases import CASES, Sheet   # noqa: E402
import hard   # noqa: E402
import web   # noqa: E402


KEPT = ("bands-1", "chance-3", "cmidrules-0", "money-0", "rotated_page-1", "side_by_side-3", "turned_heads-0", "wrapped_statement-1")


def with_rotation(path):
    """/Rotate 90 in the place of the page's /Group, which is as good as useless here, so that no offset changes"""
    data = open(path, "rb").read()
    start = data.index(b"/Group <<")
    end = data.index(b">>", start) + 2
    while start > 0:
        data = data[:start] + b"/Rotate 270".ljust(end - start) + data[end:]
        start = data.find(b"/Group <<\n      /Type /Group", start)
        end = data.find(b">>", start) + 2
    open(path, "wb").write(data)


def write_truth(path, tables):
    with open(path, "w", encoding="utf8") as f:
        json.dump({"tables": tables}, f, ensure_ascii=False, indent=None)
        f.write("\n")


def make(case, k, out):
    path = os.path.join(out, f"{case.__name__}-{k}.pdf")
    width, height = (842, 595) if case.__name__ == "wide" else (595, 842)
    surface = cairo.PDFSurface(path, width, height)
    surface.set_metadata(cairo.PDF_METADATA_CREATE_DATE, "2024-01-01T00:00:00Z")
    sheet = Sheet(surface, cairo.Context(surface), width, height)
    case(sheet, random.Random(f"{case.__name__}{k}"), k)
    surface.finish()
    if getattr(sheet, "rotate", False):
        with_rotation(path)
    write_truth(path[:-4] + ".json", sheet.tables)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("out")
    p.add_argument("--only", default="")
    p.add_argument("--each", type=int, default=4)
    p.add_argument("--no-web", action="store_true")
    p.add_argument("--kept", action="store_true")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    for case in CASES + hard.CASES:
        for k in range(a.each * (8 if case is hard.chance else 1)):
            if a.only in case.__name__ and (not a.kept or f"{case.__name__}-{k}" in KEPT):
                make(case, k, a.out)
    for name, html, tables in [] if a.no_web else web.cases():
        if a.only in name and (not a.kept or name in KEPT):
            web.write_pdf(html, os.path.join(a.out, name + ".pdf"))
            write_truth(os.path.join(a.out, name + ".json"), tables)


main()
