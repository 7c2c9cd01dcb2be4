#!/usr/bin/python3
"""Converts the PDFs of make.py and counts how right the tables are.

usage: score.py FOLDER [--juesuan PATH] [--only SUBSTRING] [--keep DIR] [-v]

Per case and in all: found = tables matched / in truth; extra = tables matched by none; shape = equal numbers of rows and columns;
cells = cells with equal text at the equal place (spaces count); spans; pages; head = equal number of header rows; title.
-v names the documents that are not perfect.
"""
import argparse
import json
import os
import re
import subprocess
import tempfile

KEYS = ["found", "extra", "shape", "cells", "spans", "pages", "head", "title"]


def norm(text):
    """a cell's text; blanks beside signs of currency and the like say nothing"""
    text = re.sub(r"\s+", " ", text or "").strip()
    return re.sub(r"(?<=[$€¥£%()]) (?=[\d.])|(?<=[\d.]) (?=[$€¥£%()])", "", text)


def bag(table):
    return [norm(x) for row in table["rows"] for x in row if x]


def likeness(a, b):
    x, y = bag(a), bag(b)
    if not x or not y or a["page_from"] > b["page_to"] or b["page_from"] > a["page_to"]:
        return 0
    rest = list(y)
    common = sum(1 for v in x if v in rest and (rest.remove(v) or True))
    return 2 * common / (len(x) + len(y))


def match(truth, result):
    pairs = sorted(((likeness(t, r), i, k) for i, t in enumerate(truth) for k, r in enumerate(result)), reverse=True)
    out, used = {}, set()
    for s, i, k in pairs:
        if s > .2 and i not in out and k not in used:
            out[i] = k
            used.add(k)
    return out


def cells_right(t, r):
    total = right = 0
    for i, row in enumerate(t["rows"]):
        for c, v in enumerate(row):
            if v is None:
                continue
            total += 1
            got = r["rows"][i][c] if i < len(r["rows"]) and c < len(r["rows"][i]) else None
            right += got is not None and norm(got) == norm(v)
    return right, total


def compare(truth, result):
    """{key: (right, total)}"""
    pairs = match(truth, result)
    s = {k: [0, 0] for k in KEYS}
    s["found"] = [len(pairs), len(truth)]
    s["extra"] = [len(result) - len(pairs), 0]
    for i, t in enumerate(truth):
        r = result[pairs[i]] if i in pairs else {"rows": [], "spans": [], "page_from": 0, "page_to": 0, "header_rows": -1, "title": ""}
        right, total = cells_right(t, r)
        spans, got = {tuple(x) for x in t["spans"]}, {tuple(x) for x in r["spans"]}
        one = {"shape": len(t["rows"]) == len(r["rows"]) and len(t["rows"][0]) == len(r["rows"][0]),
               "pages": (t["page_from"], t["page_to"]) == (r["page_from"], r["page_to"]), "head": t["header_rows"] == r["header_rows"]}
        for k, v in one.items():
            s[k][0] += v
            s[k][1] += 1
        s["cells"][0] += right
        s["cells"][1] += total
        s["spans"][0] += len(spans & got)
        s["spans"][1] += len(spans | got)
        s["title"][0] += norm(t["title"]) == norm(r["title"])
        s["title"][1] += 1
    return s


def convert(program, pdf, out):
    subprocess.run([program, "convert", "-q", pdf, "-o", out, "--to", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
    path = os.path.join(out, os.path.basename(pdf)[:-4] + ".json")
    return json.load(open(path, encoding="utf8"))["tables"] if os.path.exists(path) else []


def show(name, s):
    print(f"{name:24}" + "".join(f"{s[k][0]:>8}" if k == "extra" else f"{s[k][0] / s[k][1]:8.3f}" if s[k][1] else f"{'-':>8}" for k in KEYS))


def add(a, b):
    for k in KEYS:
        a[k] = [a[k][0] + b[k][0], a[k][1] + b[k][1]]


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("folder")
    p.add_argument("--juesuan", default="build/juesuan")
    p.add_argument("--only", default="")
    p.add_argument("--keep")
    p.add_argument("-v", action="store_true")
    a = p.parse_args()
    out = a.keep or tempfile.mkdtemp()
    os.makedirs(out, exist_ok=True)
    cases, every = {}, {k: [0, 0] for k in KEYS}
    for f in sorted(os.listdir(a.folder)):
        if not f.endswith(".json") or a.only not in f:
            continue
        truth = json.load(open(os.path.join(a.folder, f), encoding="utf8"))["tables"]
        s = compare(truth, convert(a.juesuan, os.path.join(a.folder, f[:-5] + ".pdf"), out))
        name = f[:-5].rsplit("-", 1)[0] if not a.v else f[:-5]
        if not a.v or any(v[0] != v[1] for v in s.values()):
            add(cases.setdefault(name, {k: [0, 0] for k in KEYS}), s)
        add(every, s)
    print(f"{'':24}" + "".join(f"{k:>8}" for k in KEYS))
    for name, s in cases.items():
        show(name, s)
    show("all", every)


main()
