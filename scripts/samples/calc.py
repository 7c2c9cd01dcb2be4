"""Writes reports as flat spreadsheets, one sheet per form or page of prose, and has LibreOffice Calc print them."""

from html import escape

import office

BORDER = "0.5pt solid #000000"
PAGE = """<style:page-layout style:name="L{n}"><style:page-layout-properties fo:page-width="{w}cm"
 fo:page-height="{h}cm"
 style:print-orientation="{o}" fo:margin="1.5cm" style:table-centering="horizontal" style:scale-to-X="1"
 style:scale-to-Y="0"
 style:print="objects charts drawings zero-values"/><style:header-style/><style:footer-style/></style:page-layout>"""
MASTER = """<style:master-page style:name="{n}" style:page-layout-name="L{n}"><style:header style:display="false"/>
<style:footer style:display="false"/></style:master-page>"""


def cell_style(name, size, align, border=True, bold=False, wrap=True):
    edge = 'fo:border="%s" ' % BORDER if border else ""
    weight = ' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    return (
        '<style:style style:name="%s" style:family="table-cell">'
        '<style:table-cell-properties %sstyle:vertical-align="middle" '
        'fo:wrap-option="%s" fo:padding="0.03cm"/><style:paragraph-properties fo:text-align="%s"/>'
        '<style:text-properties '
        'style:font-name="Latin" style:font-name-asian="Song" fo:font-size="%gpt" style:font-size-asian="%gpt"%s/>'
        "</style:style>"
    ) % (name, edge, "wrap" if wrap else "no-wrap", align, size, size, weight)


class Sheets:
    """Collects sheets and their column styles."""

    def __init__(self, style):
        self.style, self.autos, self.sheets, self.way = style, [], [], "P"
        self.prose = []

    def begin(self, widths, room):
        n = len(self.sheets)
        self.autos.append(
            '<style:style style:name="S%d" style:family="table" style:master-page-name="%s"/>' % (n, self.way)
        )
        columns = ""
        for i, width in enumerate(widths):
            self.autos.append(
                '<style:style style:name="S%d.%d" style:family="table-column"><style:table-column-properties '
                'style:column-width="%.3fcm"/></style:style>' % (n, i, width * room / sum(widths))
            )
            columns += '<table:table-column table:style-name="S%d.%d"/>' % (n, i)
        return columns

    def end(self, name, columns, rows):
        self.sheets.append(
            '<table:table table:name="%s" table:style-name="S%d">%s%s</table:table>'
            % (name, len(self.sheets), columns, rows)
        )

    def flush(self):
        """Prose collected so far becomes a sheet of one wide column."""
        if not self.prose:
            return
        way, self.way = self.way, "P"
        columns = self.begin([1], 18)
        rows = "".join(
            '<table:table-row table:style-name="Auto">'
            '<table:table-cell table:style-name="%s" office:value-type="string">'
            "<text:p>%s</text:p></table:table-cell></table:table-row>" % (s, escape(t))
            for s, t in self.prose
        )
        self.end("说明%d" % (len(self.sheets) + 1), columns, rows)
        self.prose, self.way = [], way

    def table(self, t, o):
        self.flush()
        width = len(t.widths)
        columns = self.begin(t.widths, 18 if self.way == "P" else 26.7)
        lines = []
        if not getattr(t, "titled", False):
            lines.append(wide_row("Title", t.title, width))
        if t.label:
            lines.append(right_row(t.label, "", width))
        if t.dept or t.unit:
            dept = self.style.get("dept_word", "部门：") + t.dept if t.dept else ""
            lines.append(right_row(self.style.get("unit_word", "金额单位：") + t.unit if t.unit else "", dept, width))
        rows = [self.row(t, r) for r in range(len(t.rows))]
        head = "".join(rows[: t.header])
        if o.get("repeat"):
            head = "<table:table-header-rows>%s</table:table-header-rows>" % head
        notes = "".join(wide_row("Note", note, width) for note in t.notes)
        self.end(t.label or t.title, columns, "".join(lines) + head + "".join(rows[t.header :]) + notes)

    def row(self, t, r):
        cells = ""
        for c, value in enumerate(t.rows[r]):
            if value is None:
                cells += '<table:covered-table-cell table:style-name="Cc"/>'
                continue
            high, wide = t.span_at(r, c)
            span = ""
            if high > 1 or wide > 1:
                span = ' table:number-rows-spanned="%d" table:number-columns-spanned="%d"' % (high, wide)
            kind = "c" if r < t.header or value in ("合计", "总计") else t.kinds[c]
            body = ' office:value-type="string"><text:p>%s</text:p>' % escape(value) if value else ">"
            cells += '<table:table-cell table:style-name="C%s"%s%s</table:table-cell>' % (kind, span, body)
        return '<table:table-row table:style-name="Auto">%s</table:table-row>' % cells

    def block(self, kind, value, more):
        if kind == "cover":
            self.prose += [("Title", ""), ("Title", "")] + [("Cover", line) for line in value]
            self.flush()
        elif kind == "toc":
            self.prose = [("Title", value[0])] + [("Free", line) for line in value[1:]]
            self.flush()
        elif kind == "page":
            self.way = "L" if value == "landscape" else "P"
        elif kind == "table":
            self.table(value, more[0])
        else:
            if kind == "h1":
                self.flush()
            self.prose.append(
                ({"h1": "Title", "h2": "Bold", "p": "Free"}[kind], ("　　" if kind == "p" else "") + value)
            )


def wide_row(style, text, width):
    return (
        '<table:table-row table:style-name="Auto">'
        '<table:table-cell table:style-name="%s" table:number-columns-spanned="%d" '
        'table:number-rows-spanned="1" office:value-type="string"><text:p>%s</text:p></table:table-cell>%s'
        "</table:table-row>"
    ) % (style, width, escape(text), "<table:covered-table-cell/>" * (width - 1))


def right_row(right, left, width):
    """A line with text at its left and right ends: two merged halves."""
    half = width // 2
    out = ""
    for style, text, wide in (("Low", left, half), ("Right", right, width - half)):
        span = ' table:number-columns-spanned="%d" table:number-rows-spanned="1"' % wide if wide > 1 else ""
        body = ' office:value-type="string"><text:p>%s</text:p>' % escape(text) if text else ">"
        out += '<table:table-cell table:style-name="%s"%s%s</table:table-cell>' % (style, span, body)
        out += "<table:covered-table-cell/>" * (wide - 1)
    return '<table:table-row table:style-name="Auto">%s</table:table-row>' % out


def document(s, style, title, date):
    fonts = style.get("fonts", ["AR PL UMing CN", "Liberation Serif"])
    faces = "".join(
        '<style:font-face style:name="%s" svg:font-family="\'%s\'"/>' % p for p in zip(("Song", "Latin"), fonts)
    )
    size = style.get("size", 9)
    autos = [
        PAGE.format(n="P", w=21, h=29.7, o="portrait"),
        PAGE.format(n="L", w=29.7, h=21, o="landscape"),
        '<style:style style:name="Auto" style:family="table-row"><style:table-row-properties '
        'style:use-optimal-row-height="true"/></style:style>',
        cell_style("Ct", size, "start"),
        cell_style("Cc", size, "center"),
        cell_style("Cn", size, "end"),
        cell_style("Title", 16, "center", False, True),
        cell_style("Cover", 26, "center", False, True),
        cell_style("Bold", 13, "start", False, True),
        cell_style("Free", 12, "start", False),
        cell_style("Note", 9, "start", False),
        cell_style("Low", 10, "start", False, wrap=False),
        cell_style("Right", 10, "end", False, wrap=False),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document %s xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:meta>'
        '<dc:title>%s'
        "</dc:title><meta:creation-date>%s</meta:creation-date></office:meta><office:font-face-decls>%s"
        "</office:font-face-decls><office:automatic-styles>%s%s</office:automatic-styles><office:master-styles>%s%s"
        "</office:master-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
        "</office:document>"
    ) % (
        office.NAMESPACES,
        escape(title),
        date,
        faces,
        "".join(autos),
        "".join(s.autos),
        MASTER.format(n="P"),
        MASTER.format(n="L"),
        "".join(s.sheets),
    )


def render(blocks, path, style, title, date):
    s = Sheets(style)
    for kind, value, *more in blocks:
        s.block(kind, value, more)
    s.flush()
    flat = path[:-4] + ".fods"
    with open(flat, "w", encoding="utf-8") as out:
        out.write(document(s, style, title, date))
    office.convert(flat, path, "calc")
    return []
