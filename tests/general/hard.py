"""More cases: what documents of many makers do."""
from cases import amount, names, plain, plain_rows, statement_rows
from paint import BLUE, DARK, GREY, WHITE, Cell, Table, layout, show


def line(s, x0, y0, x1, y1, width=.5, colour=(0, 0, 0)):
    s.ctx.set_source_rgb(*colour)
    s.ctx.set_line_width(width)
    s.ctx.move_to(x0, y0)
    s.ctx.line_to(x1, y1)
    s.ctx.stroke()


def mixed_page(s, rng, k):
    """a running head with a line, a ruled table, and one that only colours divide"""
    s.say("Annual report 2024", 8)
    line(s, 50, s.y, s.w - 50, s.y)
    s.y += 14
    s.put(plain(rng, 5, 4))
    t = plain(rng, 6, 4, grid=False)
    for (r, c), cell in t.cells.items():
        cell.fill, cell.colour = (DARK, WHITE) if r == 0 else ([BLUE, GREY][r % 2], (0, 0, 0))
    s.prose(1)
    s.put(t)
    line(s, 50, s.h - 40, s.w - 50, s.h - 40)


def bands(s, rng, k):
    """rows painted over the whole width; white lines, or nothing, between the columns"""
    t = plain(rng, 8, 5, rules="stroke", colour=WHITE, width=1, only=set() if k % 2 == 0 else None)
    for (r, c), cell in t.cells.items():
        cell.colour = WHITE if r == 0 else (0, 0, 0)
    if k >= 2:
        t.style["grid"] = False
    xs, heights = layout(s.ctx, t, 50, s.w - 100)
    y = s.y
    for r, h in enumerate(heights):
        s.ctx.set_source_rgb(*(DARK if r == 0 else [BLUE, GREY][r % 2]))
        s.ctx.rectangle(50, y, s.w - 100, h)
        s.ctx.fill()
        y += h
    s.put(t)


def wrapped_statement(s, rng, k):
    """three lines; heads and names of several lines"""
    rows = [[Cell("Item", bold=True)] + [Cell(x, align="right", bold=True) for x in ("Original budget for the year 2024", "Final budget", "Actual amounts on comparable basis")]]
    for n in names(rng, 9):
        rows.append([n + " and related items of the central government" if rng.random() < .4 else n] + [amount(rng) for _ in range(3)])
    s.say("Table 5: Comparison of budget and actual amounts", 10, True)
    s.put(Table(rows, title="Comparison of budget and actual amounts", widths=[2, 1, 1, 1], vertical=False, only={0, 1, 10} if k % 2 == 0 else None,
                rules=["stroke", "fill"][k // 2 % 2]))
    s.say("Source: audited accounts", 7)


def statements_beside(s, rng, k):
    """two three-line tables side by side"""
    tables = []
    for i in range(2):
        rows = [[Cell(["Assets", "Liabilities"][i], bold=True)] + [Cell(x, align="right", bold=True) for x in ("2024", "2023")]]
        rows += [[n, amount(rng, 999), amount(rng, 999)] for n in ["Cash", "Loans", "Bonds", "Land", "Stocks", "Other", "Total"][:7 - i * (k % 2)]]
        tables.append(Table(rows, widths=[1.4, 1, 1], vertical=False, only={0, 1, len(rows)}))
    s.put(tables[0], 50, 230, keep_y=True)
    s.put(tables[1], 315, 230)
    s.y += 10
    s.prose()


def running_heads(s, rng, k):
    """over pages, with running heads, page numbers, and a caption that repeats"""
    t = plain(rng, 100, 5, title="Payments by office")

    def furniture():
        show(s.ctx, 50, 36, "Report of the Court of Audit", "Liberation Sans", 8)
        show(s.ctx, s.w / 2, s.h - 30, str(s.page + 10), "Liberation Sans", 8)
    turn = s.next

    def turn_page():
        turn()
        furniture()
        if k % 2:
            s.say("Table 7: Payments by office (continued)", 9, True)
    s.next = turn_page
    furniture()
    s.say("Table 7: Payments by office", 9, True)
    s.put(t, repeat=k != 2)
    s.prose()


def span_over_break(s, rng, k):
    """a merged cell of the first column goes on behind the page break; nobody can tell it from two, so its text tells"""
    rows, spans = plain_rows(rng, 80, 4), []
    rows[0].insert(0, Cell("Region", bold=True, align="center"))
    for r in range(1, 81):
        rows[r].insert(0, "")
    for i in range(8):
        rows[1 + 10 * i][0] = f"Region {i + 1}"
        spans.append((1 + 10 * i, 0, 10, 1))
    s.put(Table(rows, spans, widths=[1, 2, 1, 1, 1]))


def spaced_cells(s, rng, k):
    """every cell a frame of its own, with gaps between"""
    t = plain(rng, 7, 4, grid=False)
    t.style["pad"] = 5
    xs, heights = layout(s.ctx, t, 50, s.w - 100)
    y = s.y
    gap = [.8, 1.5, 2.2, 3][k % 4] / 2
    for h in heights:
        for c in range(4):
            s.ctx.set_source_rgb(0, 0, 0)
            s.ctx.set_line_width(.5)
            s.ctx.rectangle(xs[c] + gap, y + gap, xs[c + 1] - xs[c] - 2 * gap, h - 2 * gap)
            s.ctx.stroke()
        y += h
    s.put(t)


def slanted_corner(s, rng, k):
    t = plain(rng, 7, 5, han=k % 2 == 1)
    y = s.y
    s.put(t)
    xs, heights = layout(s.ctx, t, 50, s.w - 100)
    line(s, xs[0], y, xs[1], y + heights[0])


def words_apart(s, rng, k):
    """words drawn one by one; centred text; both-sided spans"""
    rows = plain_rows(rng, 7, 5)
    rows[3][2] = Cell("suspended until further notice", align="center")
    t = Table(rows, [(3, 2, 2, 2)], widths=[2, 1, 1, 1, 1], rules=["stroke", "pieces"][k % 2])
    s.put(t)


def thick_frame(s, rng, k):
    """thick outer border and line below the head, hairlines inside, or no inner lines of one kind"""
    t = plain(rng, 8, 4, width=.25)
    if k % 2:
        t.style["vertical"] = False
    y = s.y
    s.put(t)
    xs, heights = layout(s.ctx, t, 50, s.w - 100)
    for seg in ((50, y, s.w - 50, y), (50, y + heights[0], s.w - 50, y + heights[0]), (50, y + sum(heights), s.w - 50, y + sum(heights))):
        line(s, *seg, width=1.8)
    if k < 2:
        for x in (50, s.w - 50):
            line(s, x, y, x, y + sum(heights), width=1.8)


def only_vertical(s, rng, k):
    """column rules and a frame, but no rules between the rows of the body"""
    n = 9
    t = plain(rng, n, 4, only={0, 1, n + 1})
    s.put(t)


def cmidrules(s, rng, k):
    """three levels of heads in a three-line table, short rules below"""
    rows = [["", Cell("Approved", align="center"), "", "", "", Cell("Paid", align="center"), ""],
            ["", Cell("Current", align="center"), "", Cell("Capital", align="center"), "", Cell("Current", align="center"), ""],
            [Cell("Function")] + [Cell(x, align="right") for x in ("2023", "2024") * 3]]
    rows += [[n] + [amount(rng, 999) for _ in range(6)] for n in names(rng, 8)]
    spans = [(0, 1, 1, 4), (0, 5, 1, 2), (1, 1, 1, 2), (1, 3, 1, 2), (1, 5, 1, 2)]
    t = Table(rows, spans, 3, widths=[2.4] + [1] * 6, size=7, vertical=False, only={0, 3, len(rows)})
    y = s.y
    s.put(t)
    xs, heights = layout(s.ctx, t, 50, s.w - 100)
    for a, b, r in ((1, 5, 1), (5, 7, 1), (1, 3, 2), (3, 5, 2), (5, 7, 2)):
        line(s, xs[a] + 3, y + sum(heights[:r]), xs[b] - 3, y + sum(heights[:r]))


def form_like(s, rng, k):
    """labels and values, spans of all kinds, no head"""
    rows = [["Name of project", "Road repair", "", "Number", "2024-17"], ["Applicant", "Town of Westfield", "", "", ""],
            ["Amount", "Requested", "1,200.00", "Granted", "900.00"], ["", "Paid", "450.00", "Open", "450.00"],
            ["Remarks", "The works were completed in two stages and accepted by the engineer in charge", "", "", ""]]
    s.put(Table(rows, [(0, 1, 1, 2), (1, 1, 1, 4), (2, 0, 2, 1), (4, 1, 1, 4)], 0))


def no_table_lists(s, rng, k):
    """bullets, a contents list, two columns of prose with a line between, a signature block: no tables"""
    for i, n in enumerate(names(rng, 6)):
        s.say(f"{i + 1}  {n} " + "." * (90 - 2 * len(n) // 2) + f" {3 * i + 4}", 8)
    s.y += 20
    y = s.y
    for i in range(8):
        show(s.ctx, 50, y + 12 * i, "The committee met four times in the year and", "Liberation Sans", 8)
        show(s.ctx, 310, y + 12 * i, "approved the estimates without amendments of", "Liberation Sans", 8)
    line(s, 297, y - 10, 297, y + 100)
    line(s, 50, y - 12, s.w - 50, y - 12)
    line(s, 50, y + 104, s.w - 50, y + 104)
    s.y = y + 160
    line(s, 60, s.y, 200, s.y)
    line(s, 330, s.y, 470, s.y)
    show(s.ctx, 90, s.y + 10, "Chair of the board", "Liberation Sans", 8)
    show(s.ctx, 370, s.y + 10, "Head of finance", "Liberation Sans", 8)


def chance(s, rng, k):
    """spans anywhere, any manner of rules, fills, sizes; sometimes two tables"""
    for i in range(rng.choice([1, 1, 2])):
        n, m, han = rng.randint(3, 14), rng.randint(3, 8), rng.random() < .4
        rows, taken, spans = plain_rows(rng, n - 1, m, han), set(), []
        for _ in range(rng.randint(0, 6)):
            r, c = rng.randrange(n), rng.randrange(m)
            rs, cs = rng.randint(1, min(3, n - r)), rng.randint(1, min(3, m - c))
            places = {(r + a, c + b) for a in range(rs) for b in range(cs)}
            if rs * cs > 1 and not places & taken and (r > 0 or rs == 1) and cs < m:
                taken |= places
                spans.append((r, c, rs, cs))
        for r in range(1, n):
            for c in range(m):
                if rng.random() < .15:
                    rows[r][c] = ""
                elif rng.random() < .08:
                    rows[r][c] = "见附件说明" if han else "see the remarks below"
        size = rng.choice([5, 6, 7, 8, 9])
        t = Table(rows, spans, 1, widths=[2] + [rng.choice([.8, 1, 1.3]) for _ in range(m - 1)], size=size, pad=rng.choice([1, 2, 3, 5]),
                  rules=rng.choice(["stroke", "fill", "rects", "pieces", "dashed", "dotted", "double"]), width=rng.choice([.2, .5, .8, 1.2]),
                  zebra=rng.choice([None, None, GREY]), backing=rng.random() < .2)
        if t.style["rules"] not in ("rects", "dotted"):
            t.style["outer"] = rng.choice(["tblr", "tblr", "tb"])
        s.prose(rng.randint(0, 2))
        s.put(t)


CASES = [mixed_page, bands, wrapped_statement, statements_beside, running_heads, span_over_break, spaced_cells, slanted_corner, words_apart,
         thick_frame, only_vertical, cmidrules, form_like, no_table_lists, chance]
