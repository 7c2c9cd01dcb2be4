"""Cases printed by chromium: HTML tables with what CSS can do to them."""
import html as H
import os
import random
import subprocess
import tempfile

from cases import HAN, NAMES, amount

STYLES = {
    "collapse": "table{border-collapse:collapse} td,th{border:1px solid #000}",
    "separate": "table{border-spacing:0} td,th{border:1px solid #555}",
    "spaced": "table{border-spacing:2px;border:1px solid #000} td,th{border:1px solid #000}",
    "dashed": "table{border-collapse:collapse} td,th{border:1px dashed #333}",
    "dotted": "table{border-collapse:collapse} td,th{border:1px dotted #333}",
    "double": "table{border-collapse:collapse} td,th{border:3px double #000}",
    "thick": "table{border-collapse:collapse} td,th{border:3px solid #000}",
    "lines": "table{border-collapse:collapse} td,th{border-bottom:1px solid #999} thead th{border-top:2px solid #000;border-bottom:2px solid #000}",
    "booktabs": "table{border-collapse:collapse;border-top:2px solid #000;border-bottom:2px solid #000} thead{border-bottom:1px solid #000}",
    "white": "table{border-collapse:collapse} td,th{border:2px solid #fff;background:#dde6f0} th{background:#345;color:#fff}",
    "striped": "table{border-collapse:collapse} td,th{border:none} th{background:#345;color:#fff} tbody tr:nth-child(odd) td{background:#eee}",
    "zebra": "table{border-collapse:collapse} td,th{border:1px solid #bbb} tbody tr:nth-child(odd) td{background:#eef}",
}
BASE = ("@page{size:A4;margin:18mm} body{font:9pt 'Liberation Sans','Noto Sans CJK SC'} td,th{padding:3px 5px;text-align:left} "
        "td.n{text-align:right} table{width:100%} h3{font-size:11pt;margin:8px 0} ")


def table_html(t):
    covered = {(r + i, c + k) for r, c, rs, cs in t["spans"] for i in range(rs) for k in range(cs) if i or k}
    size = {(r, c): (rs, cs) for r, c, rs, cs in t["spans"]}
    out = ["<table>"]
    for r, row in enumerate(t["rows"]):
        head = r < t["header_rows"]
        if r in (0, t["header_rows"]):
            out.append("<thead>" if head else ("</thead>" if r else "") + "<tbody>")
        out.append("<tr>")
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            rs, cs = size.get((r, c), (1, 1))
            tag = "th" if head else "td"
            number = " class=n" if text and text[-1].isdigit() and not head else ""
            out.append(f"<{tag}{number} rowspan={rs} colspan={cs}>{H.escape(text or '')}</{tag}>")
        out.append("</tr>")
    return "".join(out) + "</tbody></table>"


def sample(rng, han, n, nested):
    """rows, spans and head of a table"""
    pool = HAN if han else NAMES
    if nested:
        head = [["科目" if han else "Function", "2023", None, "2024", None],
                [None] + (["预算", "决算"] if han else ["Budget", "Outturn"]) * 2]
        spans = [[0, 0, 2, 1], [0, 1, 1, 2], [0, 3, 1, 2]]
    else:
        head, spans = [["科目", "预算", "决算", "增减", "备注"] if han else ["Function", "Budget", "Outturn", "Change", "Remarks"]], []
    rows = head + [[pool[i % len(pool)]] + [amount(rng) for _ in range(4)] for i in range(n)]
    return {"rows": rows, "spans": spans, "header_rows": len(head)}


def cases():
    """(name, html, tables)"""
    for i, (style, css) in enumerate(STYLES.items()):
        for k in range(2):
            rng = random.Random(f"web{style}{k}")
            t = sample(rng, i % 2 == k, 9, k == 1 and style not in ("booktabs", "striped"))
            t.update(title="各类支出" if i % 2 == k else "Expenditure by function", page_from=1, page_to=1)
            heading = "表1 各类支出" if i % 2 == k else "Table 1: Expenditure by function"
            body = f"<p>Amounts are given in thousands.</p><h3>{heading}</h3>{table_html(t)}<p>The outturn differs from the budget.</p>"
            yield f"web_{style}-{k}", f"<meta charset=utf8><style>{BASE}{css}</style>{body}", [t]
    for k in range(2):
        rng = random.Random(f"webflow{k}")
        t = sample(rng, k == 1, 120, k == 0)
        t.update(title="Expenditure by function", page_from=1, page_to=4 if k == 0 else 5)
        body = f"<h3>Table 1: Expenditure by function</h3>{table_html(t)}"
        yield f"web_long-{k}", f"<meta charset=utf8><style>{BASE}{STYLES['collapse']}</style>{body}", [t]


def write_pdf(html, path):
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf8") as f:
            f.write(html)
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/p",
                        f"--print-to-pdf={path}", page], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
