#!/usr/bin/env python3
"""Are all figures of a report's text among its facts and figures?

usage: count-figures.py [--juesuan PROGRAM] [-v] FILE.pdf...

Converts each file, takes the text of the pages without tables from pdftotext, counts the pairs of number and unit in it (1,803.18万元,
0.00%, 26批次), and looks which of them the JSON export has on these pages, under "facts" or under "figures". Prints one line per file
and the share of all; -v lists what is missing. Exit status 1 if less than 99 % of all are there.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

LEAST = 0.99
UNITS = ("亿元 百万元 千元 万元 元 % 个百分点 万人次 人次 万人 人 名 批次 批 场次 次 辆 台(套) 台/套 台套 台 套 个月 个 家 项 种 门 部 所 亩 "
         "万平方米 平方米 公里 倍 分 期 份 户 件").split()
NOT_BEFORE = {"元": "旦素件", "人": "民大均员事才为们", "次": "数年日级要", "个": "人体性", "家": "庭属级", "项": "目级", "种": "植子",
              "部": "门分级长委署属", "所": "有属以", "分": "钟之类配别局公部析期支行管工", "期": "间末初货望限中内", "份": "额", "户": "籍口外",
              "名": "录单称义", "批": "复准示", "台": "湾账帐风"}
PAIR = re.compile(r"(?<![0-9A-Za-z._])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)[余多几]?(%s)"
                  % "|".join(re.escape(u) for u in sorted(UNITS, key=len, reverse=True)))


def squeeze(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def pairs(text):
    """the pairs of number and unit in a text without white space"""
    found = collections.Counter()
    for m in PAIR.finditer(text):
        number, unit = m.groups()
        if unit == "项" and text[m.start() - 1:m.start()] == "(" and text[m.end():m.end() + 1] == ")":
            continue    # the mark of an account: 行政运行（01项）
        if text[m.end():m.end() + 1] not in NOT_BEFORE.get(unit, "") or not text[m.end():m.end() + 1]:
            found[number.replace(",", ""), unit] += 1
    return found


def page_texts(pdf):
    """the text of each page, without lines that hold only a page number"""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True).stdout.decode("utf8", "replace")
    number = re.compile(r"^\W*\d{1,4}\W*$")
    return ["\n".join(line for line in page.split("\n") if not number.match(line)) for page in text.split("\f")]


def prose_pages(report):
    """numbers of the pages on which no table stands"""
    tables = set()
    for table in report["tables"]:
        tables.update(range(table["page_from"], table["page_to"] + 1))
    return [p for p in range(1, report["pages"] + 1) if p not in tables]


def stated(report, pages):
    have = collections.Counter()
    for fact in report["facts"] + report["figures"]:
        if fact["page"] in pages:
            have[squeeze(fact["value"]).replace(",", "").lstrip("-"), squeeze(fact["unit"])] += 1
    return have


def measure(program, pdf, folder, verbose):
    subprocess.run([program, "convert", "--quiet", "--warnings-ok", pdf, "-o", folder, "--to", "json"], check=True)
    name = os.path.splitext(os.path.basename(pdf))[0]
    with open(os.path.join(folder, name + ".json"), encoding="utf8") as f:
        report = json.load(f)
    pages = prose_pages(report)
    texts = page_texts(pdf)
    # a figure may begin on one page and end on the next
    want = pairs(squeeze("\n".join(texts[p - 1] for p in pages if p <= len(texts))))
    have = stated(report, set(pages))
    missing = want - have
    n, lost = sum(want.values()), sum(missing.values())
    print("%-50s %4d figures on %2d pages, %d missing" % (name[-50:], n, len(pages), lost))
    if verbose:
        for (number, unit), count in sorted(missing.items()):
            print("    %s %s x %d" % (number, unit, count))
    return n, n - lost


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--juesuan", default="build/juesuan")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("files", nargs="+", metavar="FILE.pdf")
    options = parser.parse_args()
    total = found = 0
    with tempfile.TemporaryDirectory() as folder:
        for pdf in options.files:
            n, ok = measure(os.path.abspath(options.juesuan), pdf, folder, options.v)
            total, found = total + n, found + ok
    share = found / total if total else 1.0
    print("%d of %d figures are facts or figures: %.4f" % (found, total, share))
    sys.exit(0 if share >= LEAST else 1)


if __name__ == "__main__":
    main()
