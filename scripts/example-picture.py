#!/usr/bin/env python3
"""Makes the README's picture: a page of a sample beside the values read from it.

usage: scripts/example-picture.py JUESUAN [OUT.png]      (default docs/example.png)

Needs Debian's poppler-utils and chromium.
"""
import csv
import html
import os
import subprocess
import sys
import tempfile

SAMPLE, PAGE, FORM = "y_archives", 6, "income"
COLUMNS = ("label", "code", "name", "column", "printed", "amount", "unit", "page", "box")
STYLE = """body{margin:12px;font:11px "Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif;display:flex;gap:14px;background:#f4f4f4}
img{border:1px solid #999;width:700px;background:#fff} table{border-collapse:collapse;background:#fff;font:inherit}
td,th{border:1px solid #bbb;padding:1px 5px;white-space:nowrap;text-align:left} th{background:#e8eef6} p{margin:0 0 6px;color:#333}"""


def table(rows):
    at = [rows[0].index(c) for c in COLUMNS]
    state, form = rows[0].index("state"), rows[0].index("form")
    wanted = [r for r in rows[1:] if r[form] == FORM and r[state] == "value"][:24]
    line = lambda cells, tag: "<tr>%s</tr>" % "".join("<%s>%s</%s>" % (tag, html.escape(c), tag) for c in cells)  # noqa: E731
    return "<table>%s%s</table>" % (line(COLUMNS, "th"), "".join(line([r[i] for i in at], "td") for r in wanted))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    program = os.path.abspath(sys.argv[1])
    out = os.path.abspath(sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, "..", "docs", "example.png"))
    pdf = os.path.join(here, "..", "samples", SAMPLE + ".pdf")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "convert", pdf, "-o", folder, "--to", "csv"], check=True)
        subprocess.run(["pdftoppm", "-r", "80", "-f", str(PAGE), "-l", str(PAGE), "-png", "-singlefile", pdf,
                        os.path.join(folder, "page")], check=True)
        with open(os.path.join(folder, SAMPLE + ".values.csv"), encoding="utf8", newline="") as f:
            body = table(list(csv.reader(f)))
        with open(os.path.join(folder, "example.html"), "w", encoding="utf8") as f:
            f.write("<!doctype html><meta charset=utf8><style>%s</style><div><p>samples/%s.pdf, page %d</p><img src=page.png></div>"
                    "<div><p>%s.values.csv</p>%s</div>" % (STYLE, SAMPLE, PAGE, SAMPLE, body))
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                        "--disable-background-networking", "--user-data-dir=" + os.path.join(folder, "profile"),
                        "--window-size=1560,560", "--screenshot=" + out, "file://" + os.path.join(folder, "example.html")],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


main()
