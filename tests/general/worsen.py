#!/usr/bin/python3
"""Draws the rules of a page stream worse than they are, or leaves them out.

usage: worsen.py KIND [PAGES|-] > OUT          PAGES: what `juesuan extract` wrote (default: standard input)

  no-columns   no vertical rules              no-rules   none at all
  no-outer     no outer borders               open-body  vertical rules end below the head
  missing      one rule in 14 is missing      broken     one long rule in three has a gap of 12 pt
  dashed       3 pt drawn, 2 pt left out      dotted     0.6 pt drawn, 1.4 pt left out
  ragged       moved by up to 0.9 pt, ends off by up to 2 pt
  cells        each cell's side by itself, with gaps at the corners
  double       two lines 2.2 pt apart         thick      2.8 pt
  small        everything at 45 %             large      everything at 170 %

What becomes of the stream, compared with what becomes of the one it was made from, tells how much rests on the rules. Same input,
same output. Pages whose text mostly runs sideways are left as they are where rows and columns matter.
"""
import random
import re
import sys

RULE = re.compile(r' *<rule direction="(\w+)"[^>]*? box="([-\d. ]+)"[^>]*/>\n')
MEET = 3.5


def tables(rules):
    """groups of rules that meet, as lists of indices"""
    parent = list(range(len(rules)))

    def find(i):
        while parent[i] != i:
            i = parent[i]
        return i
    order = sorted(parent, key=lambda i: rules[i][1][0])
    for n, i in enumerate(order):
        a = rules[i][1]
        for j in order[n + 1:]:
            b = rules[j][1]
            if b[0] > a[2] + MEET:
                break
            if b[1] <= a[3] + MEET and b[3] >= a[1] - MEET:
                parent[find(i)] = find(j)
    groups = {}
    for i in range(len(rules)):
        groups.setdefault(find(i), []).append(i)
    return [g for g in groups.values() if len(g) > 5]


def body_top(page, box, across):
    """the rule right above the first amount or code in @box, or None"""
    ys = [float(y) for y, x, text in re.findall(r'<run [^>]*?baseline="([-\d.]+)"[^>]* x="([-\d.]+)[^>]*>([^<]*)<', page)
          if box[1] < float(y) < box[3] and box[0] < float(x) < box[2] and re.match(r"[\d,]+\.\d\d|\d{3,}$", text) and text[:2] != "20"]
    above = [y for y in across if ys and y < min(ys)]
    return max(above) if above else None


def without_some(page, rules, kind):
    """index -> what is left of a rule"""
    left = {}
    for group in tables(rules):
        boxes = [rules[i][1] for i in group]
        box = [f(b[k] for b in boxes) for k, f in enumerate((min, min, max, max))]
        top = body_top(page, box, [rules[i][1][1] for i in group if not rules[i][0]]) if kind == "open-body" else None
        for i in group:
            down, b = rules[i]
            if kind == "no-outer" and (b[2] < box[0] + 3 or b[0] > box[2] - 3 if down else b[3] < box[1] + 3 or b[1] > box[3] - 3):
                left[i] = []
            if kind == "open-body" and top is not None and down and b[3] > top + 2:
                left[i] = [[b[0], b[1], b[2], top]] if b[1] < top - 2 else []
    return left


def piece(b, down, start, end, off=0, thick=None):
    p = list(b)
    p[down], p[down + 2] = start, end
    if thick is not None:
        p[1 - down] = (b[1 - down] + b[3 - down] - thick) / 2
        p[3 - down] = p[1 - down] + thick
    p[1 - down] += off
    p[3 - down] += off
    return p


def drawn(rules, i, kind, rng):
    """the pieces of one rule"""
    down, b = rules[i]
    start, end, r = b[down], b[down + 2], rng.uniform
    if kind in ("dashed", "dotted") and end - start > 6:
        on, step = (3, 5) if kind == "dashed" else (.6, 2)
        return [piece(b, down, start + step * k, min(start + step * k + on, end), 0, .6) for k in range(int((end - start) / step) + 1)]
    if kind == "ragged":
        return [piece(b, down, start + r(-2, 2) * (end - start > 12), end + r(-2, 2) * (end - start > 12), r(-.9, .9))]
    if kind == "double":
        return [piece(b, down, start, end, -1, .5), piece(b, down, start, end, 1.2, .5)]
    if kind == "thick":
        return [piece(b, down, start - 1, end + 1, 0, 2.8)]
    if kind == "broken" and end - start > 60 and rng.random() < .3:
        at = start + rng.random() * (end - start - 12)
        return [piece(b, down, start, at), piece(b, down, at + 12, end)]
    if kind == "cells":
        at = (b[1 - down] + b[3 - down]) / 2
        cuts = sorted((c[down] + c[down + 2]) / 2 for d, c in rules if d != down and c[1 - down] - 2 < at < c[3 - down] + 2)
        ends = [start] + [x for x in cuts if start + 4 < x < end - 4] + [end]
        return [piece(b, down, p + 1.1, q - 1.1) for p, q in zip(ends, ends[1:]) if q - p > 5]
    return [b]


def scaled(page, by):
    def scale(m):
        return m.group(1) + '="' + " ".join("%.2f" % (float(v) * by) for v in m.group(2).split()) + '"'
    return re.sub(r'\b(box|x|y|baseline|size|width|height)="([-\d. ]+)"', scale, page)


def worsened(page, kind, rng):
    if kind in ("small", "large"):
        return scaled(page, .45 if kind == "small" else 1.7)
    found = list(RULE.finditer(page))
    rules = [(int(m.group(1) == "vertical"), [float(v) for v in m.group(2).split()]) for m in found]
    sideways = page.count("reads=") * 2 > page.count("<run")
    left = without_some(page, rules, kind) if not sideways else {}
    out, end = [], 0
    for i, m in enumerate(found):
        gone = kind == "no-rules" or kind == "no-columns" and rules[i][0] != sideways or kind == "missing" and rng.random() < .07
        out.append(page[end:m.start()])
        end = m.end()
        for b in [] if gone else left[i] if i in left else drawn(rules, i, kind, rng):
            out.append(m.group().replace(m.group(2), " ".join("%.2f" % v for v in b)))
    return "".join(out) + page[end:]


def main():
    kinds = re.findall(r"[a-z]+(?:-[a-z]+)?(?=   | {2}\S)", __doc__.split("\n\n")[2])
    if len(sys.argv) not in (2, 3) or sys.argv[1] not in kinds:
        sys.exit(__doc__)
    stream = sys.stdin if len(sys.argv) == 2 or sys.argv[2] == "-" else open(sys.argv[2], encoding="utf8")
    pages = re.split(r"(?=<page )", stream.read())
    sys.stdout.write("".join(worsened(p, sys.argv[1], random.Random(f"{sys.argv[1]} {n}")) for n, p in enumerate(pages)))


main()
