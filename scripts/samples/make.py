#!/usr/bin/python3
"""Makes samples/*.pdf and samples/truth/*.json from the descriptions in samples/src."""

import importlib
import json
import os
import sys

import finish
from account import Account
from budget import Budget
from forms import Forms
from layouts import layout_forms
from performance import project_form
from prose import contents, overview, report, terms

DATE = "2025-08-20T09:00:00Z"


def place_tables(tables, options):
    """Table blocks, with page turns where a form asks for landscape."""
    blocks, way = [], "portrait"
    for i, table in enumerate(tables):
        o = dict(options.get(str(i + 1), options.get("all", {})))
        if o.pop("title_in_grid", False):
            table.add_title_row()
        if o.get("break_last"):
            o["break_before"] = [len(table.rows) - o["break_last"]]
        want = "landscape" if o.pop("landscape", False) else "portrait"
        if want != way:
            blocks.append(("page", want))
            o["fresh"] = True
        way = want
        blocks.append(("table", table, o))
    return blocks + ([("page", "portrait")] if way == "landscape" else [])


def final_account(a, source, style):
    """Blocks and tables of a final account."""
    title = ["%s" % a.name, "%d年度部门决算" % a.year]
    tables = Forms(a, style).all()
    body = place_tables(tables, source["tables"])
    first, story, last = overview(a), report(a, style), terms(style)
    heading = ("h1", "第%s部分 %d年度部门决算表" % ("四" if style.get("tables_last") else "二", a.year))
    parts = first + story + last + [heading] if style.get("tables_last") else first + [heading] + story + last
    order = (
        first + story + last + [heading] + body
        if style.get("tables_last")
        else first + [heading] + body + story + last
    )
    blocks = [("cover", title)]
    if style.get("toc", True):
        blocks.append(("toc", contents(parts, tables, style)))
    if source.get("scan"):
        blocks.append(("scan", source["scan"]))
    return blocks + order, tables


def budget(a, source, style):
    tables = Budget(a, style).all()
    first = overview(a)
    heading = ("h1", "第二部分 %d年部门预算表" % a.year)
    notes = [("h1", "第三部分 %d年部门预算情况说明" % a.year)] + [("p", text) for text in source["story"]]
    blocks = [("cover", [a.name, "%d年部门预算" % a.year])]
    return blocks + first + [heading] + place_tables(tables, source["tables"]) + notes, tables


def performance(a, source, style):
    tables = [
        project_form(a, p, style.get("label"), None if style.get("no_unit") else "万元") for p in source["projects"]
    ]
    blocks = [("cover", [a.name, "%d年度项目支出绩效自评表" % a.year]), ("h1", "自评情况")]
    blocks += [("p", text) for text in source["story"]]
    return blocks + place_tables(tables, source["tables"]), tables


def layouts(a, source, style):
    tables = layout_forms(a, source)
    blocks = [("cover", [a.name, source["cover"]]), ("h1", source["heading"])]
    blocks += [("p", text) for text in source["story"]]
    return blocks + place_tables(tables, source["tables"]), tables


MAKERS = {"决算": final_account, "预算": budget, "绩效": performance, "绩效版式": layouts}


def make(source, name, samples, scratch):
    account = Account(source)
    style = source["style"]
    blocks, tables = MAKERS[source["kind"]](account, source, style)
    title = "%s%d年度部门%s" % (account.name, account.year, source["kind"])
    raw = os.path.join(scratch, name + ".pdf")
    renderer = importlib.import_module(source["producer"])
    turned = renderer.render(blocks, raw, style, title, DATE)
    if tables[0].pages is None:
        finish.find_pages(raw, tables)
    finish.finish(
        raw,
        os.path.join(samples, "y_%s.pdf" % name),
        turned if style.get("turned") == "rotate" else [],
        style.get("no_unicode", False),
    )
    truth = {"doc": {"unit": account.name, "year": account.year}, "tables": [t.truth() for t in tables]}
    finish.write_truth(os.path.join(samples, "truth", "y_%s.json" % name), truth)


def main():
    samples, scratch = sys.argv[1], sys.argv[2]
    chosen = sys.argv[3:]
    for file in sorted(os.listdir(os.path.join(samples, "src"))):
        name = file[: -len(".json")]
        if chosen and name not in chosen:
            continue
        with open(os.path.join(samples, "src", file), encoding="utf-8") as source:
            make(json.load(source), name, samples, scratch)
        print(name)
    if not chosen:
        finish.encrypted(samples, "archives", 6)


if __name__ == "__main__":
    main()
