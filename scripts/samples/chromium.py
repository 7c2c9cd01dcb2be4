"""Writes reports as HTML and has Chromium print them."""

import os
import shutil
import subprocess
from html import escape

CSS = """
@page { size: A4; margin: 18mm 18mm 16mm }
@page wide { size: A4 landscape; margin: 15mm 14mm }
body { font-family: %(latin)s, %(song)s; font-size: 12pt; margin: 0 }
.wide { page: wide; break-before: page }
h1, h2, h3 { font-weight: normal }
h1 { font-size: 18pt; text-align: center; font-family: %(head)s; break-before: page }
h2 { font-size: 13pt; font-family: %(head)s; margin: 10pt 0 4pt 2em }
p { margin: 0; text-indent: 2em; line-height: 1.8 }
.cover { padding-top: 220pt; font: 26pt %(head)s; text-align: center; line-height: 2.2 }
.toc { break-before: page } .toc p { text-indent: 0; font-size: 11pt; white-space: pre }
.fresh { break-before: page }
h3 { font-size: 15pt; text-align: center; margin: 14pt 0 4pt; font-family: %(head)s }
.line { display: flex; justify-content: space-between; font-size: 10pt; margin: 2pt 0 }
.note { font-size: 9pt; text-indent: 0; line-height: 1.5 }
table { border-collapse: collapse; width: 100%%; table-layout: fixed; font-size: %(size)spt }
td, th { border: 0.5pt solid %(rule)s; padding: %(pad)spt 2pt; font-weight: normal; overflow-wrap: anywhere }
th { background: %(headback)s; color: %(headink)s; text-align: center }
tbody tr:nth-child(even) td { background: %(zebra)s }
tr { break-inside: %(inside)s }
thead { display: %(thead)s }
.t { text-align: left } .n { text-align: right } .c { text-align: center }
"""


def css(style):
    song, head, latin = style.get("fonts", ["AR PL SungtiL GB", "WenQuanYi Zen Hei", "Liberation Sans"])
    return CSS % {
        "song": "'%s'" % song,
        "head": "'%s'" % head,
        "latin": "'%s'" % latin,
        "size": style.get("size", 9),
        "rule": style.get("rule", "#000"),
        "pad": style.get("pad", 2),
        "headback": style.get("head_back", "none"),
        "headink": style.get("head_ink", "#000"),
        "zebra": style.get("zebra", "none"),
        "inside": "auto" if style.get("split") else "avoid",
        "thead": "table-header-group" if style.get("repeat", True) else "table-row-group",
    }


def caption(t, style):
    out = "" if getattr(t, "titled", False) else "<h3>%s</h3>" % escape(t.title)
    if getattr(t, "form_year", False):
        out += "<div class=c>（%d年度）</div>" % t.year
    if t.label and style.get("label_left"):
        out = "<div class=line>%s</div>" % t.label + out
    elif t.label:
        out += "<div class=line><span></span><span>%s</span></div>" % t.label
    dept = style.get("dept_word", "部门：") + t.dept if t.dept else ""
    unit = style.get("unit_word", "金额单位：") + t.unit if t.unit else ""
    if dept or unit:
        out += "<div class=line><span>%s</span><span>%s</span></div>" % (dept, unit)
    return out


def row(t, r):
    cells = ""
    for c, value in enumerate(t.rows[r]):
        if value is None:
            continue
        high, wide = t.span_at(r, c)
        span = (" rowspan=%d" % high if high > 1 else "") + (" colspan=%d" % wide if wide > 1 else "")
        tag = "th" if r < t.header else "td"
        kind = "c" if tag == "th" or value in ("合计", "总计") else t.kinds[c]
        cells += "<%s class=%s%s>%s</%s>" % (tag, kind, span, escape(value), tag)
    return "<tr>%s</tr>" % cells


def table(t, o, style):
    columns = "".join("<col style='width:%.2f%%'>" % (100 * w / sum(t.widths)) for w in t.widths)
    rows = [row(t, r) for r in range(len(t.rows))]
    head = "<thead>%s</thead>" % "".join(rows[: t.header]) if t.header else ""
    notes = "".join("<p class=note>%s</p>" % escape(n) for n in t.notes)
    body = "<table><colgroup>%s</colgroup>%s<tbody>%s</tbody></table>" % (columns, head, "".join(rows[t.header :]))
    place = "fresh" if o.get("fresh", True) else "same"
    return "<div class=%s>%s%s%s</div>" % (place, caption(t, style), body, notes)


def page(blocks, style, title):
    out, wide = [], False
    for kind, value, *more in blocks:
        if kind == "cover":
            out.append("<div class=cover>%s</div>" % "<br>".join(escape(line) for line in value))
        elif kind == "toc":
            out.append("<div class=toc>%s</div>" % "".join("<p>%s</p>" % escape(line) for line in value))
        elif kind == "page":
            out.append("<div class=wide>" if value == "landscape" else "</div>")
            wide = value == "landscape"
        elif kind == "table":
            out.append(
                table(value, more[0] | ({"fresh": False} if wide and out[-1] == "<div class=wide>" else {}), style)
            )
        else:
            out.append("<%s>%s</%s>" % (kind, escape(value), kind))
    return (
        "<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><title>%s</title><style>%s</style><body>%s</body></html>"
        % (escape(title), css(style), "\n".join(out))
    )


def render(blocks, path, style, title, date):
    source = path[:-4] + ".html"
    with open(source, "w", encoding="utf-8") as out:
        out.write(page(blocks, style, title))
    profile = os.path.join(os.path.dirname(os.path.abspath(path)), "chromium-profile")
    subprocess.run(
        [
            shutil.which("chromium"),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--disable-pdf-tagging",
            "--user-data-dir=" + profile,
            "--print-to-pdf=" + path,
            "file://" + os.path.abspath(source),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return []
