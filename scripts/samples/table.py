"""The table that all forms make and all producers draw."""


class Table:
    """A form: rows of printed strings, None where a merge covers; spans as [row, col, rowspan, colspan]."""

    def __init__(self, ident, label, title, head, body, widths, kinds, unit="万元", dept=None, notes=(), **more):
        self.id, self.label, self.title, self.unit, self.dept = ident, label, title, unit, dept
        self.header = len(head)
        self.rows, self.spans = merged(head + body)
        self.widths, self.kinds, self.notes = widths, kinds, list(notes)
        self.year = more.get("year")
        self.size = more.get("size", 9)
        self.pages = None
        assert all(len(row) == len(widths) for row in self.rows), title

    def add_title_row(self):
        """Draws the title inside the grid, as its first row."""
        width = len(self.widths)
        self.rows.insert(0, [self.title] + [None] * (width - 1))
        self.spans = [[0, 0, 1, width]] + [[r + 1, c, a, b] for r, c, a, b in self.spans]
        self.header += 1
        self.titled = True

    def span_at(self, row, col):
        for r, c, a, b in self.spans:
            if (r, c) == (row, col):
                return a, b
        return 1, 1

    def truth(self):
        return {
            "id": self.id,
            "form_label": self.label,
            "title": self.title,
            "unit_of_money": self.unit,
            "dept": self.dept,
            "page_from": self.pages[0],
            "page_to": self.pages[1],
            "n_header_rows": self.header,
            "rows": self.rows,
            "spans": self.spans,
            "notes": self.notes,
        }


def merged(template):
    """Rows and spans of a template where "<" joins the cell to its left and "^" to the one above."""
    rows = [[None if cell in ("<", "^") else cell for cell in row] for row in template]
    spans = []
    for r, row in enumerate(template):
        for c, cell in enumerate(row):
            if cell in ("<", "^"):
                continue
            wide = 1
            while c + wide < len(row) and row[c + wide] == "<":
                wide += 1
            high = 1
            while r + high < len(template) and template[r + high][c] == "^":
                high += 1
            if wide > 1 or high > 1:
                spans.append([r, c, high, wide])
    return rows, spans
