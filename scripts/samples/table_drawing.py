"""Lays a table out on drawn pages: row heights, breaks, rules, fills and text."""

MARGIN = 56
FOOT = 60


class TableDrawing:
    """Lays out one table, breaks it over pages and draws the parts."""

    def __init__(self, d, table, options):
        self.d, self.t, self.o = d, table, options
        left, room = MARGIN, d.w - 2 * MARGIN
        if d.way == "landscape":
            left, room = 40, d.w - 80
        scale = room / sum(table.widths)
        self.x = [left]
        for width in table.widths:
            self.x.append(self.x[-1] + width * scale)
        self.size = table.size
        self.lead = self.size * options.get("lead", 1.35)
        self.lines = {
            (r, c): self.cell_lines(r, c)
            for r, row in enumerate(table.rows)
            for c, v in enumerate(row)
            if v is not None
        }
        self.heights = self.row_heights()

    def cell_lines(self, r, c):
        wide = self.t.span_at(r, c)[1]
        return self.d.wrap(self.t.rows[r][c], self.x[c + wide] - self.x[c] - 4, self.size)

    def row_heights(self):
        heights = []
        for r, row in enumerate(self.t.rows):
            high = [
                len(self.lines[r, c]) for c, v in enumerate(row) if v is not None and self.t.span_at(r, c)[0] == 1
            ]
            heights.append(max(high + [1]) * self.lead + self.o.get("pad", 4))
        for r, c, high, _ in self.t.spans:
            lack = len(self.lines[r, c]) * self.lead + 4 - sum(heights[r : r + high])
            if high > 1 and lack > 0:
                heights[r + high - 1] += lack
        return heights

    def run(self):
        """Draws all rows; returns the first and last page."""
        d, first = self.d, self.d.number
        units, used, r, skip, breaks = [], 0, 0, 0, set(self.o.get("break_before", []))
        rows = len(self.t.rows)
        while r < rows:
            room = d.h - FOOT - d.y - used
            forced = skip == 0 and r in breaks
            high = self.heights[r] - skip * self.lead
            if high <= room and not forced:
                units.append((r, skip, None))
                used, r, skip = used + high, r + 1, 0
                continue
            fit = int((room - 4) / self.lead)
            if self.o.get("split") and not forced and 0 < fit < self.most_lines(r) - skip:
                units.append((r, skip, skip + fit))
                skip += fit
            self.part(units)
            breaks.discard(r)
            d.page()
            units, used = [], 0
            if self.o.get("repeat"):
                units = [(h, 0, None) for h in range(self.t.header)]
                used = sum(self.heights[: self.t.header])
        self.part(units)
        return first, d.number

    def most_lines(self, r):
        return max(len(self.lines[r, c]) for c, v in enumerate(self.t.rows[r]) if v is not None)

    def part(self, units):
        """One page's part of the table."""
        tops, y = [], self.d.y
        for r, start, end in units:
            tops.append(y)
            y += self.lead * (end - start) + 4 if end is not None else self.heights[r] - start * self.lead
        tops.append(y)
        edges, seen = set(), set()
        for i, (r, start, end) in enumerate(units):
            for c in range(len(self.t.widths)):
                r0, c0, high, wide = self.owner(r, c)
                if (r0, c0) in seen and not start:
                    continue
                seen.add((r0, c0))
                last = i
                while (
                    last + 1 < len(units) and units[last + 1][0] < r0 + high and units[last + 1][0] > units[last][0]
                ):
                    last += 1
                box = (self.x[c0], tops[i], self.x[c0 + wide], tops[last + 1])
                self.back(box, r0)
                self.cell(box, r0, c0, start, end, fresh=(r == r0))
                edges |= {
                    (box[0], box[1], box[2], box[1]),
                    (box[0], box[3], box[2], box[3]),
                    (box[0], box[1], box[0], box[3]),
                    (box[2], box[1], box[2], box[3]),
                }
        for edge in sorted(edges):
            if self.o.get("sides", True) or edge[0] not in (self.x[0], self.x[-1]) or edge[1] == edge[3]:
                self.d.rule(*edge)
        self.d.y = y

    def owner(self, r, c):
        for r0, c0, high, wide in self.t.spans:
            if r0 <= r < r0 + high and c0 <= c < c0 + wide:
                return r0, c0, high, wide
        return r, c, 1, 1

    def back(self, box, r):
        if r < self.t.header and self.o.get("head_fill"):
            self.d.fill(*box, self.o["head_fill"])
        elif self.o.get("zebra") and r % 2:
            self.d.fill(*box, self.o["zebra"])

    def cell(self, box, r, c, start, end, fresh):
        """The text of one cell; a merged cell's text stands in its first part only."""
        if not fresh and not start:
            return
        lines = self.lines[r, c][start:end]
        high = len(lines) * self.lead
        partial = start or end is not None
        y = box[1] + 2 if partial else (box[1] + box[3] - high) / 2
        kind = (
            "c"
            if r < self.t.header or self.t.rows[r][c] in ("合计", "总计")
            else {"t": "l", "n": "r", "c": "c"}[self.t.kinds[c]]
        )
        if self.t.span_at(r, c)[1] > 4 and r >= self.t.header:
            kind = "l"
        for line in lines:
            if line and self.o.get("white"):
                self.d.fill(box[0] + 1, y, box[2] - 1, y + self.lead, (255, 255, 255))
            self.d.text(line, box[0] + 2, box[2] - 2, y + self.lead * 0.78, self.size, kind)
            y += self.lead
