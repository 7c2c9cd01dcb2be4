"""The cases: each draws a document on a Sheet and says what stands in it."""
from paint import BLUE, DARK, GREY, WHITE, Cell, Table, draw, show

NAMES = ["General public services", "Defence", "Public order and safety", "Economic affairs", "Environmental protection",
         "Housing and community amenities", "Health", "Recreation, culture and religion", "Education", "Social protection",
         "Transfers to local authorities", "Interest on public debt", "Capital grants", "Subsidies to enterprises",
         "Compensation of employees", "Use of goods and services", "Other current expenditure", "Research and development"]
HAN = ["一般公共服务", "国防", "公共安全", "教育", "科学技术", "文化旅游体育与传媒", "社会保障和就业", "卫生健康", "节能环保", "城乡社区",
       "农林水", "交通运输", "资源勘探工业信息", "商业服务业", "金融", "自然资源海洋气象", "住房保障", "粮油物资储备"]
HEADS = ["Budget 2023", "Outturn 2023", "Budget 2024", "Outturn 2024", "Change", "Share", "Forecast", "Revised", "Carried over", "Reserve"]
HAN_HEADS = ["年初预算", "调整预算", "决算数", "上年数", "增减额", "增减率", "结转", "结余", "占比", "备注"]


def amount(rng, most=99999):
    return f"{rng.randint(1, most):,}.{rng.randint(0, 99):02d}"


def names(rng, n, han=False):
    pool = HAN if han else NAMES
    first = rng.randrange(len(pool))
    return [pool[(first + i) % len(pool)] + (f" {i // len(pool) + 1}" if i >= len(pool) and not han else "") for i in range(n)]


def plain_rows(rng, n, m, han=False, corner=None):
    heads = HAN_HEADS if han else HEADS
    head = [corner or ("项目" if han else "Item")] + [heads[i % 10] + ("" if i < 10 else f"{i // 10 + 1}" if han else f" {i // 10 + 1}") for i in range(m - 1)]
    rows = [[Cell(x, align="center", bold=True) for x in head]]
    return rows + [[name] + [amount(rng) for _ in range(m - 1)] for name in names(rng, n, han)]


def plain(rng, n=8, m=4, han=False, title=None, **style):
    return Table(plain_rows(rng, n, m, han), title=title, widths=[2.2] + [1] * (m - 1), **style)


class Sheet:
    """pages of a document under way"""

    def __init__(self, surface, ctx, width, height):
        self.surface, self.ctx, self.w, self.h, self.page, self.y, self.tables, self.fresh = surface, ctx, width, height, 1, 60, [], True

    def say(self, text, size=9, bold=False, x=None, gap=5, align="left"):
        from paint import text_width
        w = text_width(self.ctx, text, "Liberation Sans", size, bold)
        x = {"left": x or 50, "center": (self.w - w) / 2, "right": self.w - 50 - w}[align]
        self.y += size
        show(self.ctx, x, self.y, text, "Liberation Sans", size, bold)
        self.y += gap

    def prose(self, n=2):
        for i in range(n):
            self.say("The figures below are those of the central government and its agencies; amounts are given in thousands"
                     if i + 1 < n else "and do not include the transfers between funds that the committee approved in May.")
        self.y += 8

    def next(self):
        self.ctx.show_page()
        self.page += 1
        self.y = 60

    def put(self, t, x=50, width=None, repeat=False, known=True, keep_y=False):
        """draws a table at the current height, over pages if it has to"""
        r, first, y0 = 0, self.page, self.y
        while True:
            if r > 0 and repeat:
                _, self.y = draw(self.ctx, t, x, self.y, width or self.w - 100, 0, t.header_rows)
            r, self.y = draw(self.ctx, t, x, self.y, width or self.w - 100, r, None, self.h - 60)
            if r >= t.n_rows:
                break
            self.next()
        if known:
            self.tables.append(t.truth(first, self.page))
        if keep_y:
            self.y = y0
        else:
            self.y += 14


# ---- the cases; each takes a Sheet, a seeded random generator and a number that varies it ----

def ruled_plain(s, rng, k):
    s.prose()
    s.put(plain(rng, 6 + k, 3 + k, han=k % 2 == 1, rules=["stroke", "fill", "rects", "pieces"][k % 4]))
    s.prose(1)


def titles(s, rng, k):
    title = [("Table 3: Expenditure by function", "Expenditure by function"), ("表3 支出功能分类情况", "支出功能分类情况"),
             ("Expenditure of the ministries, in millions", "Expenditure of the ministries, in millions"), ("各部门支出情况", "各部门支出情况")][k % 4]
    s.prose()
    s.say(title[0], 10, True, align="center" if k % 2 else "left")
    s.put(plain(rng, 6, 4, han=k % 2 == 1, title=title[1]))
    s.prose()
    s.say("Source: Ministry of Finance", 7)


def nested(s, rng, k):
    depth, b = 2 + k % 3, lambda x: Cell(x, align="center", bold=k % 2 == 0)
    cols = 1 + 2 ** (depth - 1) * 2
    words = [["2023", "2024"], ["Budget", "Outturn"], ["Current", "Capital"], ["Gross", "Net"]]
    rows, spans = [[b("")] * cols for _ in range(depth)], [(0, 0, depth, 1)]
    rows[0][0] = b("Function")
    for d in range(depth):
        step = (cols - 1) // 2 ** (d + 1)
        for i in range(2 ** (d + 1)):
            rows[d][1 + i * step] = b(words[d][i % 2])
            if step > 1:
                spans.append((d, 1 + i * step, 1, step))
    rows += [[n] + [amount(rng, 999) for _ in range(cols - 1)] for n in names(rng, 8)]
    s.put(Table(rows, spans, depth, widths=[3] + [1] * (cols - 1), size=6.5 if depth == 4 else 8, pad=2))


def body_spans(s, rng, k):
    rows, spans = plain_rows(rng, 9, 5), []
    for i, group in enumerate(("North", "Centre", "South")):
        for r in range(3):
            rows[1 + 3 * i + r][0:2] = [group if r == 0 else "", names(rng, 1)[0]]
        spans.append((1 + 3 * i, 0, 3, 1))
    rows[0][0:2] = [Cell("Region", bold=True, align="center"), Cell("Item", bold=True, align="center")]
    rows.append([Cell("Total", bold=True), ""] + [amount(rng) for _ in range(3)])
    spans.append((10, 0, 1, 2))
    if k % 2:
        rows[5][3] = Cell("not available", align="center")
        spans.append((5, 3, 1, 2))
    s.put(Table(rows, spans, rules=["stroke", "fill", "pieces"][k % 3], widths=[1, 2, 1, 1, 1]))


def turned_heads(s, rng, k):
    t = plain(rng, 7, 7)
    for c in range(1, 7):
        t.cells[0, c].turn = 90 if k % 2 == 0 else -90
    s.put(t, width=360)


def sideways(s, rng, k):
    s.ctx.translate(0, s.h) if k % 2 == 0 else s.ctx.translate(s.w, 0)
    s.ctx.rotate(-1.5707963267948966 if k % 2 == 0 else 1.5707963267948966)
    s.w, s.h = s.h, s.w
    s.say("Table 1: Appropriations", 10, True)
    s.put(plain(rng, 9, 8, title="Appropriations"))


def rotated_page(s, rng, k):
    s.rotate = True
    sideways(s, rng, 1)


def side_by_side(s, rng, k):
    s.say("Receipts and payments of the fund", 10, True)
    a, b = plain(rng, 6, 3, size=7), plain(rng, 6 if k % 2 == 0 else 9, 3, size=7, rules="fill")
    a.title = "Receipts and payments of the fund"
    if k >= 2:
        y = s.y
        s.say("Table 1: Receipts", 8, True)
        s.y = y
        s.say("Table 2: Payments", 8, True, x=310)
        a.title, b.title = "Receipts", "Payments"
    s.put(a, 50, 235, keep_y=True)
    s.put(b, 310, 235)
    s.y += 20
    s.prose()


def rule_kinds(s, rng, k):
    kind, width = [("dashed", .6), ("dotted", .8), ("double", .5), ("stroke", 2.4)][k % 4]
    s.prose(1)
    s.put(plain(rng, 7, 5, rules=kind, width=width))


def backed(s, rng, k):
    """white fills behind text, and stripes"""
    s.put(plain(rng, 8, 4, rules=["fill", "stroke"][k % 2], backing=True, zebra=BLUE if k >= 2 else None))


def coloured(s, rng, k):
    """cells told apart by white rules, or by fills only"""
    t = plain(rng, 7, 5, rules="stroke", colour=WHITE, width=1.2)
    for (r, c), cell in t.cells.items():
        cell.fill = DARK if r == 0 else BLUE if r % 2 else GREY
        cell.colour = WHITE if r == 0 else (0, 0, 0)
    if k % 2:
        t.style["grid"] = False
        for (r, c), cell in t.cells.items():
            cell.fill = [BLUE, GREY][(r + c) % 2] if r else [DARK, (.3, .4, .6)][c % 2]
    s.prose(1)
    s.put(t)


def several_lines(s, rng, k):
    rows = plain_rows(rng, 6, 4, han=k % 2 == 1)
    for r in range(1, 7):
        rows[r][1] = Cell("对本年度预算执行情况的说明以及与上年相比变动较大的原因分析" if k % 2 else
                          "Explanation of the change against the previous year and of measures under way", align="left")
    s.put(Table(rows, widths=[1.2, 1.6, 1, 1]))


def marks(s, rng, k):
    rows = plain_rows(rng, 6, 4)
    for r, c, m in ((0, 2, "¹"), (2, 0, "²"), (3, 2, "³"), (5, 0, "¹²")):
        cell = rows[r][c] if isinstance(rows[r][c], Cell) else Cell(rows[r][c])
        cell.mark, rows[r][c] = m, cell
    s.put(Table(rows, widths=[2, 1, 1, 1]))
    s.say("1 Preliminary.", 7)


def empties(s, rng, k):
    rows = plain_rows(rng, 8, 6)
    for r in range(1, 9):
        rows[r][3] = ""
    for r in (2, 6, 7) if k % 2 else (3, 8):
        rows[r] = [""] * 6
    if k == 2:
        rows[0][5] = ""
    s.put(Table(rows, widths=[2, 1, 1, 1, 1, 1]))


def no_outer(s, rng, k):
    s.put(plain(rng, 8, 4, outer=["tb", "", "lr", "tbl"][k % 4], rules=["stroke", "fill"][k // 2 % 2]))


def long_tables(s, rng, k):
    s.say("Table 4: Payments by office", 10, True)
    s.put(plain(rng, [70, 120, 300, 90][k % 4], 4, title="Payments by office", row=16 if k % 2 else None), repeat=k % 2 == 0)
    s.prose()


def stacked(s, rng, k):
    """blocks of one grid with columns of their own, and two tables a small gap apart"""
    if k % 2:
        s.put(plain(rng, 4, 4))
        s.put(plain(rng, 4, 6))
        return
    a = plain_rows(rng, 3, 4)
    wide = [[x[0], x[1], x[2], "", x[3]] for x in a]
    narrow = [[n, amount(rng), "", amount(rng), ""] for n in names(rng, 3)]
    spans = [(r, 2, 1, 2) for r in range(4)] + [(4 + r, c, 1, 2) for r in range(3) for c in (1, 3)]
    s.put(Table(wide + narrow, spans, widths=[2, 2, 1, 1, 2]))


def beside_figure(s, rng, k):
    s.prose(1)
    y, ctx = s.y, s.ctx
    s.put(plain(rng, 7, 3, size=7), 50, 240, keep_y=True)
    ctx.set_source_rgb(0, 0, 0)
    ctx.set_line_width(.7)
    ctx.move_to(330, y)
    ctx.line_to(330, y + 120)
    ctx.line_to(520, y + 120)
    ctx.stroke()
    for i in range(5):
        ctx.set_source_rgb(.2, .4, .7)
        ctx.rectangle(340 + 36 * i, y + 120 - 20 * (i + 1), 22, 20 * (i + 1))
        ctx.fill()
        show(ctx, 340 + 36 * i, y + 130, str(2019 + i), "Liberation Sans", 7)
        if k % 2:
            ctx.set_source_rgb(.7, .7, .7)
            ctx.move_to(330, y + 24 * i)
            ctx.line_to(520, y + 24 * i)
            ctx.stroke()
    s.y = y + 170
    s.prose(1)


def thin(s, rng, k):
    s.prose(1)
    if k % 2:
        s.put(Table([["Total"] + [amount(rng) for _ in range(5)]], header_rows=0))
    else:
        s.put(Table([[Cell("Approved projects", bold=True)]] + [[n] for n in names(rng, 7)]), width=200)
    s.prose(1)


def wide(s, rng, k):
    rows = [[Cell("Item")] + [Cell(str(1985 + i), align="center") for i in range(39)]]
    rows += [[n[:12].strip()] + [str(rng.randint(100, 9999)) for _ in range(39)] for n in names(rng, 12)]
    s.put(Table(rows, widths=[2.2] + [1] * 39, size=5, pad=1.5))


def small(s, rng, k):
    s.put(plain(rng, 40, 6, size=5, row=7, pad=1.5, han=k % 2 == 1, rules=["stroke", "fill", "rects", "pieces"][k % 4], width=.3))


def overflow(s, rng, k):
    t = plain(rng, 8, 5, overflow=True)
    t.widths = [1.15, 1, 1, 1, 1]
    for r in range(2, 9, 3):
        t.cells[r, 0].text, t.cells[r, 1].text = "Housing and community amenities", ""
    for r in range(1, 9):
        if r not in (2, 5, 8):
            t.cells[r, 0].text = t.cells[r, 0].text.split()[0]
    s.put(t, width=330)


def money(s, rng, k):
    rows = [[Cell(x, align="center", bold=True) for x in ("", "FY 2023", "FY 2024", "Change", "Q1 2024")]]
    for n in names(rng, 9):
        v = f"{rng.randint(10, 9999):,}"
        rows.append([n, "$" + v, f"({rng.randint(1, 999)})", f"{rng.randint(-20, 20)}.{rng.randint(0, 9)}%", rng.choice(["–", "n/a", "€1,200.50", "¥30.00"])])
    s.put(Table(rows, widths=[2, 1, 1, 1, 1], rules=["stroke", "fill"][k % 2]))


def inner_title(s, rng, k):
    rows = plain_rows(rng, 7, 4, han=k % 2 == 1)
    title = "项目支出明细表" if k % 2 else "Schedule of grants"
    rows.insert(0, [Cell(title, align="center", bold=True), "", "", ""])
    s.prose(1)
    s.put(Table(rows, [(0, 0, 1, 4)], 2, title, widths=[2, 1, 1, 1]))


def notes_below(s, rng, k):
    s.put(plain(rng, 7, 4, han=k % 2 == 1))
    s.y -= 8
    s.say("注：本表金额不含税。" if k % 2 else "Note: amounts exclude value added tax.", 7, gap=3)
    s.say("资料来源：财政部门。" if k % 2 else "Source: treasury accounts.", 7)
    s.prose()


STATEMENT = [("Revenue", 0, 0), ("Taxes on income", 1, 1), ("Taxes on goods and services", 1, 1), ("Grants received", 1, 1), ("Total revenue", 0, 2),
             ("Expenses", 0, 0), ("Compensation of employees", 1, 1), ("Use of goods and services", 1, 1), ("Consumption of fixed capital", 1, 1),
             ("Interest", 1, 1), ("Total expenses", 0, 2), ("Net operating balance", 0, 2)]


def statement_rows(rng, cols):
    rows = []
    for name, indent, kind in STATEMENT:
        values = [amount(rng, 9999) if rng.random() > .15 else f"({amount(rng, 999)})" for _ in range(cols)]
        rows.append([Cell(name, indent=10 * indent, bold=kind != 1)] + ([""] * cols if kind == 0 else values))
    return rows


def statement(s, rng, k):
    """horizontal rules only: three lines, or one below every row"""
    cols = 2 + k % 3
    rows = [[Cell("")] + [Cell(x, align="right", bold=True) for x in ["Note", "2024", "2023", "2022"][-cols:]]] + statement_rows(rng, cols)
    n = len(rows)
    s.say("Statement of operations", 10, True)
    s.y += 4
    s.put(Table(rows, title="Statement of operations", widths=[3] + [1] * cols, vertical=False, rules=["stroke", "fill"][k % 2],
                only={0, 1, n} if k < 2 else None))
    s.prose()


def statement_nested(s, rng, k):
    """three lines, and a short rule below heads over several columns"""
    rows = [["", Cell("Budget", align="center"), "", Cell("Outturn", align="center"), ""],
            [Cell("in thousands")] + [Cell(x, align="right") for x in ("2023", "2024", "2023", "2024")]] + statement_rows(rng, 4)
    t = Table(rows, [(0, 1, 1, 2), (0, 3, 1, 2)], 2, "Budget and outturn", widths=[3, 1, 1, 1, 1], vertical=False, only={0, 2, len(rows)})
    s.say("Table 2: Budget and outturn", 10, True)
    s.y += 4
    y = s.y
    s.put(t)
    w = (s.w - 100) / 7
    height = t.style["size"] * t.style["lead"] + 2 * t.style["pad"] - 1
    for i in (3, 5):
        s.ctx.set_line_width(.5)
        s.ctx.set_source_rgb(0, 0, 0)
        s.ctx.move_to(50 + w * i + 4, y + height)
        s.ctx.line_to(50 + w * (i + 2) - 4, y + height)
        s.ctx.stroke()


def two_on_page(s, rng, k):
    s.say("Table 1: Revenue by source", 10, True)
    s.put(plain(rng, 5, 4, title="Revenue by source"))
    s.say("Table 2: Spending by function", 10, True)
    s.put(plain(rng, 5, 4, title="Spending by function"))
    s.prose()


def text_table(s, rng, k):
    rows = [[Cell(x, bold=True, fill=GREY) for x in ("Programme", "Responsible office", "Status", "Remarks")]]
    for n in names(rng, 6):
        rows.append([n, rng.choice(["Budget office", "Treasury", "Audit board"]), rng.choice(["open", "closed"]), "No remarks so far"])
    s.prose(1)
    s.put(Table(rows, widths=[2, 1.3, 1, 1.5]))
    s.prose(1)


def frames(s, rng, k):
    """no table at all: a box around prose, underlined headings, a chart"""
    s.ctx.rectangle(45, 55, s.w - 90, 60)
    s.ctx.set_line_width(.8)
    s.ctx.stroke()
    s.prose(3)
    for i in range(3):
        s.y += 20
        s.say(f"Chapter {i + 1}", 11, True)
        s.ctx.move_to(50, s.y)
        s.ctx.line_to(s.w - 50, s.y)
        s.ctx.stroke()
        s.prose(3)
    y = s.y + 20
    for i in range(6):
        s.ctx.move_to(80, y + 20 * i)
        s.ctx.line_to(480, y + 20 * i)
        s.ctx.stroke()
        show(s.ctx, 60, y + 20 * i + 3, str(100 - 20 * i), "Liberation Sans", 7)
        show(s.ctx, 100 + 60 * i, y + 112, str(2019 + i), "Liberation Sans", 7)


CASES = [ruled_plain, titles, nested, body_spans, turned_heads, sideways, rotated_page, side_by_side, rule_kinds, backed, coloured, several_lines,
         marks, empties, no_outer, long_tables, stacked, beside_figure, thin, wide, small, overflow, money, inner_title, notes_below,
         statement, statement_nested, two_on_page, text_table, frames]
