#!/usr/bin/env python3
"""Rewrites the example in both READMEs from what the program makes of samples/y_water.pdf.

usage: readme-example.py JUESUAN
"""
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

SAMPLE, FORM, ROW, COLUMN = "y_water", "income", 5, 4


def block(language, text):
    return f"```{language}\n{text}\n```\n"


def example(folder):
    stem = os.path.join(folder, SAMPLE)
    report = json.load(open(stem + ".json", encoding="utf-8"))
    form = next(t for t in report["tables"] if t["id"] == FORM)
    line = next(x for x in form["lines"] if x["row"] == ROW)
    value = next(v for v in form["values"] if v["row"] == ROW and v["col"] == COLUMN)
    shown = {key: form[key] for key in ("id", "form", "title", "unit_of_money", "page_from", "page_to")}
    parts = [shown, form["rows"][ROW], form["columns"][COLUMN], line, value]
    dumped = "\n".join(json.dumps(part, ensure_ascii=False) for part in parts)
    with open(stem + ".values.csv", encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    head = rows[0]
    chosen = next(r for r in rows if r[head.index("form")] == FORM and r[head.index("row")] == str(ROW))
    chosen[0] = chosen[0][:8] + "…"
    return (block("json", dumped) + "\n`y_water.values.csv`:\n\n" + block("", ",".join(head) + "\n" + ",".join(chosen)))


def main():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.argv[1], "convert", "-q", "--warnings-ok", f"samples/{SAMPLE}.pdf", "-o", folder, "--to", "json,csv"],
                       check=True)
        text = example(folder)
    for name in ("README.md", "README.zh-CN.md"):
        old = open(name, encoding="utf-8").read()
        new = re.sub(r"(<!-- example: begin -->\n).*?(<!-- example: end -->)",
                     lambda m: m[1] + "`y_water.json`:\n\n" + text + m[2], old, flags=re.S)
        open(name, "w", encoding="utf-8").write(new)


main()
