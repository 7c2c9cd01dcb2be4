"""Tables of known content, drawn with cairo: cells, spans, rules in many manners, turned text."""
import cairo

CJK = "Noto Sans CJK SC"
GREY, BLUE, DARK, WHITE = (.88, .88, .88), (.80, .87, .95), (.15, .25, .45), (1, 1, 1)


class Cell:
    def __init__(self, text="", rs=1, cs=1, align=None, bold=False, fill=None, turn=0, indent=0, mark="", colour=(0, 0, 0)):
        self.text, self.rs, self.cs, self.align, self.bold, self.fill = text, rs, cs, align, bold, fill
        self.turn, self.indent, self.mark, self.colour = turn, indent, mark, colour


class Table:
    """cells: {(row, col): Cell}; places without a cell are covered by a span"""

    def __init__(self, rows, spans=(), header_rows=1, title=None, widths=None, **style):
        self.header_rows, self.title = header_rows, title
        self.n_rows, self.n_cols = len(rows), len(rows[0])
        spans = {(r, c): (rs, cs) for r, c, rs, cs in spans}
        covered = {(r + i, c + k) for (r, c), (rs, cs) in spans.items() for i in range(rs) for k in range(cs) if i or k}
        self.cells = {}
        for r, row in enumerate(rows):
            for c, v in enumerate(row):
                if (r, c) not in covered:
                    cell = v if isinstance(v, Cell) else Cell(v or "")
                    cell.rs, cell.cs = spans.get((r, c), (1, 1))
                    self.cells[r, c] = cell
        self.style = dict(size=8, font="Liberation Sans", pad=3, row=None, rules="stroke", width=.5, outer="tblr", only=None,
                          colour=(0, 0, 0), overflow=False, lead=1.25, zebra=None, vertical=True, grid=True, backing=False)
        self.style.update(style)
        self.widths = widths

    def truth(self, page_from=1, page_to=None):
        rows = [[None] * self.n_cols for _ in range(self.n_rows)]
        for (r, c), cell in self.cells.items():
            rows[r][c] = cell.text + cell.mark
        spans = [[r, c, x.rs, x.cs] for (r, c), x in sorted(self.cells.items()) if x.rs * x.cs > 1]
        return {"title": self.title, "page_from": page_from, "page_to": page_to or page_from, "header_rows": self.header_rows,
                "rows": rows, "spans": spans}


def is_cjk(ch):
    return ord(ch) >= 0x2E80


def runs(text):
    out = []
    for ch in text:
        if out and is_cjk(out[-1][0]) == is_cjk(ch):
            out[-1] += ch
        else:
            out.append(ch)
    return out


def face(ctx, font, size, bold, cjk):
    ctx.select_font_face(CJK if cjk else font, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL)
    ctx.set_font_size(size)


def text_width(ctx, text, font, size, bold=False):
    w = 0
    for run in runs(text):
        face(ctx, font, size, bold, is_cjk(run[0]))
        w += ctx.text_extents(run).x_advance
    return w


def show(ctx, x, y, text, font, size, bold=False, colour=(0, 0, 0)):
    ctx.set_source_rgb(*colour)
    for run in runs(text):
        face(ctx, font, size, bold, is_cjk(run[0]))
        ctx.move_to(x, y)
        ctx.show_text(run)
        x += ctx.text_extents(run).x_advance
    return x


def wrap(ctx, text, width, font, size, bold):
    """lines of a text; breaks at blanks, and between ideographs"""
    parts, lines = [], [""]
    for word in text.split(" "):
        piece = " " if parts else ""
        for ch in word:
            if piece.strip() and (is_cjk(ch) or is_cjk(piece[-1])):
                parts.append(piece)
                piece = ""
            piece += ch
        parts.append(piece)
    for part in parts:
        if lines[-1] and text_width(ctx, lines[-1] + part, font, size, bold) > width:
            lines.append(part.lstrip())
        else:
            lines[-1] += part
    return [x.strip() for x in lines]


def is_number(text):
    return any(ch.isdigit() for ch in text) and all(ch in "0123456789.,-()%$€£¥+ −–" for ch in text)


def edges(t, r0, r1):
    """drawn sides: horizontal (r, c) above row r, vertical (r, c) left of column c"""
    s, h, v = t.style, set(), set()
    for (r, c), cell in t.cells.items():
        if r0 <= r < r1:
            end = min(r + cell.rs, r1)
            h |= {(y, k) for y in (r, end) for k in range(c, c + cell.cs)}
            v |= {(i, x) for x in (c, c + cell.cs) for i in range(r, end)}
    if not s["vertical"]:
        v = set()
    if not s["grid"]:
        v, h = set(), set()
    if s["only"] is not None:   # rows above which a rule stands (n_rows: the last one)
        h = {(r, c) for r, c in h if r in s["only"] or (r == r0 and r0 > 0) or (r == r1 < t.n_rows and "cut" in s)}
    drop = set("tblr") - set(s["outer"])
    h = {(r, c) for r, c in h if not (r == r0 and "t" in drop) and not (r == r1 and "b" in drop)}
    v = {(r, c) for r, c in v if not (c == 0 and "l" in drop) and not (c == t.n_cols and "r" in drop)}
    return h, v


def segments(h, v, xs, ys, r0, joined):
    """(x0, y0, x1, y1) of the sides; collinear neighbours joined"""
    out = []
    for pairs, horizontal in ((h, True), (v, False)):
        last = None
        for a, b in sorted((r, c) if horizontal else (c, r) for r, c in pairs):
            along = xs if horizontal else ys
            start, end = (along[b], along[b + 1]) if horizontal else (along[b - r0], along[b + 1 - r0])
            at = ys[a - r0] if horizontal else xs[a]
            if joined and last and last[0] == at and last[2] == start:
                last[2] = end
                continue
            last = [at, start, end]
            out.append((horizontal, last))
    return [(s, a, e, a) if horizontal else (a, s, a, e) for horizontal, (a, s, e) in out]


def rule(ctx, seg, kind, width, colour):
    x0, y0, x1, y1 = seg
    ctx.set_source_rgb(*colour)
    ctx.set_line_width(width)
    ctx.set_dash({"dashed": [4, 2], "dotted": [width, 2 * width]}.get(kind, []))
    horizontal = y0 == y1
    if kind == "fill":
        ctx.rectangle(x0 - (0 if horizontal else width / 2), y0 - (width / 2 if horizontal else 0),
                      x1 - x0 if horizontal else width, width if horizontal else y1 - y0)
        ctx.fill()
        return
    for off in ((-.9, .9) if kind == "double" else (0,)):
        dx, dy = (0, off) if horizontal else (off, 0)
        cut = .7 if kind == "pieces" else 0
        ctx.move_to(x0 + dx + (cut if horizontal else 0), y0 + dy + (0 if horizontal else cut))
        ctx.line_to(x1 + dx - (cut if horizontal else 0), y1 + dy - (0 if horizontal else cut))
        ctx.stroke()
    ctx.set_dash([])


def layout(ctx, t, x, width):
    """column borders and row heights"""
    s = t.style
    weights = t.widths or [1] * t.n_cols
    xs = [x + width * sum(weights[:c]) / sum(weights) for c in range(t.n_cols + 1)]
    heights = [s["row"] or s["size"] * s["lead"] + 2 * s["pad"] - 1] * t.n_rows
    for (r, c), cell in sorted(t.cells.items(), key=lambda k: k[1].rs):
        room = xs[c + cell.cs] - xs[c] - 2 * s["pad"] - cell.indent
        cell.lines = [cell.text] if s["overflow"] or cell.turn else wrap(ctx, cell.text, room, s["font"], s["size"], cell.bold)
        need = len(cell.lines) * s["size"] * s["lead"] + 2 * s["pad"] - 1
        if cell.turn:
            need = text_width(ctx, cell.text, s["font"], s["size"], cell.bold) + 2 * s["pad"] + 2
        short = need - sum(heights[r:r + cell.rs])
        if short > 0 and (s["row"] is None or cell.rs == 1):
            heights[r + cell.rs - 1] += short
    return xs, heights


def put_text(ctx, t, cell, box):
    s, (x0, y0, x1, y1) = t.style, box
    size, font = s["size"], s["font"]
    if cell.turn:
        w = text_width(ctx, cell.text, font, size, cell.bold)
        ctx.save()
        ctx.translate((x0 + x1) / 2, (y0 + y1) / 2)
        ctx.rotate(-cell.turn * 3.141592653589793 / 180)
        show(ctx, -w / 2, size * .35, cell.text, font, size, cell.bold, cell.colour)
        ctx.restore()
        return
    align = cell.align or ("right" if is_number(cell.text) else "left")
    top = (y0 + y1 - len(cell.lines) * size * s["lead"]) / 2 + size * (s["lead"] - .28)
    for i, line in enumerate(cell.lines):
        w = text_width(ctx, line, font, size, cell.bold)
        x = {"left": x0 + s["pad"] + cell.indent, "right": x1 - s["pad"] - w, "center": (x0 + x1 - w) / 2}[align]
        y = top + i * size * s["lead"]
        if s["backing"]:
            ctx.set_source_rgb(1, 1, 1)
            ctx.rectangle(x, y - size * .9, w, size * 1.15)
            ctx.fill()
        end = show(ctx, x, y, line, font, size, cell.bold, cell.colour)
        if cell.mark and i + 1 == len(cell.lines):
            plain = cell.mark.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
            show(ctx, end, y - size * .38, plain, font, size * .6)


def draw(ctx, t, x, y, width, r0=0, r1=None, bottom=None):
    """draws rows [r0, r1), or as many as fit above @bottom; -> (row behind the last one, y below it)"""
    s = t.style
    xs, heights = layout(ctx, t, x, width)
    r1 = t.n_rows if r1 is None else r1
    ys = [y]
    for r in range(r0, r1):
        if bottom and ys[-1] + heights[r] > bottom and not any(q < r < q + k.rs for (q, _), k in t.cells.items()):
            r1 = r
            break
        ys.append(ys[-1] + heights[r])
    parts = {k: v for k, v in t.cells.items() if r0 <= k[0] < r1}
    for (r, c), cell in parts.items():
        fill = cell.fill or (s["zebra"] if s["zebra"] and r >= t.header_rows and r % 2 else None)
        if fill:
            ctx.set_source_rgb(*fill)
            ctx.rectangle(xs[c], ys[r - r0], xs[c + cell.cs] - xs[c], ys[min(r + cell.rs, r1) - r0] - ys[r - r0])
            ctx.fill()
    h, v = edges(t, r0, r1)
    if s["rules"] == "rects":
        ctx.set_source_rgb(*s["colour"])
        ctx.set_line_width(s["width"])
        for (r, c), cell in parts.items():
            ctx.rectangle(xs[c], ys[r - r0], xs[c + cell.cs] - xs[c], ys[min(r + cell.rs, r1) - r0] - ys[r - r0])
            ctx.stroke()
    else:
        for seg in segments(h, v, xs, ys, r0, s["rules"] != "pieces"):
            rule(ctx, seg, s["rules"], s["width"], s["colour"])
    for (r, c), cell in parts.items():
        put_text(ctx, t, cell, (xs[c], ys[r - r0], xs[c + cell.cs], ys[min(r + cell.rs, r1) - r0]))
    return r1, ys[-1]
