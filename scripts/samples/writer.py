"""Writes reports as flat text documents and has LibreOffice Writer print them."""

from html import escape

import office

PAGE = """<style:page-layout style:name="L{n}"><style:page-layout-properties fo:page-width="{w}cm"
 fo:page-height="{h}cm"
 style:print-orientation="{o}" fo:margin-top="{t}cm" fo:margin-bottom="1.6cm" fo:margin-left="{m}cm"
 fo:margin-right="{m}cm"/>
 <style:footer-style><style:header-footer-properties fo:min-height="0.6cm"/></style:footer-style></style:page-layout>"""
MASTER = """<style:master-page style:name="{n}" style:page-layout-name="L{n}">
<style:footer><text:p text:style-name="Foot">— <text:page-number/>
 —</text:p></style:footer></style:master-page>"""


def paragraph_style(name, size, align="start", extra="", bold=False, indent=0, family="text"):
    weight = ' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    return (
        '<style:style style:name="%s" style:family="paragraph"%s><style:paragraph-properties fo:text-align="%s" '
        'fo:text-indent="%scm" fo:line-height="%s"/><style:text-properties style:font-name="Latin" '
        'style:font-name-asian="%s" fo:font-size="%gpt" style:font-size-asian="%gpt"%s/></style:style>'
    ) % (
        name,
        extra,
        align,
        indent,
        "100%" if family == "cell" else "150%",
        "Head" if bold else "Song",
        size,
        size,
        weight,
    )


class Writer:
    """Collects automatic styles and body."""

    def __init__(self, style):
        self.style = style
        self.autos, self.body, self.count, self.way, self.turn = [], [], 0, "P", True
        self.room = {"P": 17.0, "L": 25.7}

    def p(self, text, base):
        """A paragraph; the first one after a page turn carries the master page."""
        name = base
        if self.turn:
            self.count += 1
            name = "T%d" % self.count
            self.autos.append(
                '<style:style style:name="%s" style:family="paragraph" style:parent-style-name="%s" '
                'style:master-page-name="%s"/>' % (name, base, self.way)
            )
            self.turn = False
        self.body.append('<text:p text:style-name="%s">%s</text:p>' % (name, spaced(text)))

    def caption(self, t):
        self.p(t.title, "Title")
        if getattr(t, "form_year", False):
            self.p("（%d年度）" % t.year, "Center")
        if t.label:
            self.p(t.label, "Left" if self.style.get("label_left") else "Right")
        dept = self.style.get("dept_word", "部门：") + t.dept if t.dept else ""
        unit = self.style.get("unit_word", "金额单位：") + t.unit if t.unit else ""
        if dept or unit:
            self.p(dept + "\t" + unit, "Line" + self.way)

    def table(self, t, o):
        self.count += 1
        name, room = "G%d" % self.count, self.room[self.way]
        scale = room / sum(t.widths)
        self.autos.append(
            '<style:style style:name="%s" style:family="table"><style:table-properties style:width="%.3fcm" '
            'table:align="center" table:border-model="collapsing"/></style:style>' % (name, room)
        )
        columns = ""
        for i, width in enumerate(t.widths):
            self.autos.append(
                '<style:style style:name="%s.%d" style:family="table-column"><style:table-column-properties '
                'style:column-width="%.3fcm"/></style:style>' % (name, i, width * scale)
            )
            columns += '<table:table-column table:style-name="%s.%d"/>' % (name, i)
        rows = [self.row(t, r, o) for r in range(len(t.rows))]
        head = "".join(rows[: t.header])
        if o.get("repeat") and t.header:
            head = "<table:table-header-rows>" + head + "</table:table-header-rows>"
        self.body.append(
            '<table:table table:name="%s" table:style-name="%s">%s%s%s</table:table>'
            % (name, name, columns, head, "".join(rows[t.header :]))
        )
        for note in t.notes:
            self.p(note, "Note")

    def row(self, t, r, o):
        cells = ""
        for c, value in enumerate(t.rows[r]):
            if value is None:
                cells += "<table:covered-table-cell/>"
                continue
            high, wide = t.span_at(r, c)
            span = ' table:number-rows-spanned="%d"' % high if high > 1 else ""
            span += ' table:number-columns-spanned="%d"' % wide if wide > 1 else ""
            kind = "c" if r < t.header or value in ("合计", "总计") or wide > 6 else t.kinds[c]
            cell = (
                "HeadCell" if r < t.header and o.get("head_fill") else "Zebra" if o.get("zebra") and r % 2 else "Cell"
            )
            cells += (
                '<table:table-cell table:style-name="%s"%s office:value-type="string">'
                '<text:p text:style-name="C%s%d">%s'
                "</text:p></table:table-cell>"
            ) % (cell, span, kind, t.size, spaced(value))
        style = "RowSplit" if o.get("split") else "Row"
        return '<table:table-row table:style-name="%s">%s</table:table-row>' % (style, cells)

    def block(self, kind, value, more):
        if kind == "cover":
            self.p("", "Cover")
            self.p("", "Cover")
            for line in value:
                self.p(line, "Cover")
        elif kind == "toc":
            self.turn = True
            self.p(value[0], "H1")
            for line in value[1:]:
                self.p(line, "Toc")
        elif kind == "page":
            self.way, self.turn = ("L" if value == "landscape" else "P"), True
        elif kind == "table":
            self.turn = self.turn or more[0].get("fresh", True)
            self.caption(value)
            self.table(value, more[0])
        else:
            self.turn = self.turn or kind == "h1"
            self.p(value, {"h1": "H1", "h2": "H2", "p": "Body"}[kind])


def spaced(text):
    return escape(text).replace("    ", '<text:s text:c="4"/>').replace("\t", "<text:tab/>")


def cell_style(name, style, back=""):
    lines = style.get("lines_css", "0.5pt solid #000000")
    sides = "" if not style.get("open_sides") else ' fo:border-left="none" fo:border-right="none"'
    return (
        '<style:style style:name="%s" style:family="table-cell"><style:table-cell-properties fo:padding="0.04cm" '
        'style:vertical-align="middle" fo:border="%s"%s%s/></style:style>'
    ) % (name, lines, sides, ' fo:background-color="%s"' % back if back else "")


def styles(style):
    fonts = style.get("fonts", ["AR PL SungtiL GB", "WenQuanYi Zen Hei", "Liberation Serif"])
    faces = "".join(
        '<style:font-face style:name="%s" svg:font-family="\'%s\'"/>' % pair
        for pair in zip(("Song", "Head", "Latin"), fonts)
    )
    out = ["<office:font-face-decls>%s</office:font-face-decls><office:styles>" % faces]
    out += [
        paragraph_style("Cover", 26, "center", bold=True),
        paragraph_style("H1", 18, "center", bold=True),
        paragraph_style("H2", 13, bold=True, indent=0.9),
        paragraph_style("Body", 12, "justify", indent=0.85),
        paragraph_style("Toc", 11),
        paragraph_style("Title", 16, "center", bold=True),
        paragraph_style("Left", 10),
        paragraph_style("Right", 10, "end"),
        paragraph_style("Center", 10, "center"),
        paragraph_style("Note", 9),
        paragraph_style("Foot", 9, "center"),
    ]
    for way, room in (("P", 17.0), ("L", 25.7)):
        out.append(
            paragraph_style("Line" + way, 10).replace(
                '150%"/>',
                '150%%"><style:tab-stops><style:tab-stop style:position='
                '"%scm" style:type="right"/></style:tab-stops>'
                "</style:paragraph-properties>" % room,
            )
        )
    for size in (7, 8, 9, 10):
        for kind, align in (("t", "start"), ("c", "center"), ("n", "end")):
            out.append(paragraph_style("C%s%d" % (kind, size), size, align, family="cell"))
    return "".join(out) + "</office:styles>"


def document(w, style, title, date):
    autos = [
        PAGE.format(n="P", w=21, h=29.7, o="portrait", t=2, m=2),
        PAGE.format(n="L", w=29.7, h=21, o="landscape", t=1.6, m=2),
        cell_style("Cell", style),
        cell_style("HeadCell", style, "#D9E2F3"),
        cell_style("Zebra", style, "#F2F2F2"),
        '<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always" '
        'style:min-row-height="%scm"/></style:style>' % style.get("row_height", 0.5),
        '<style:style style:name="RowSplit" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="auto" '
        'style:min-row-height="%scm"/></style:style>' % style.get("row_height", 0.5),
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document %s xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>'
        '<dc:title>%s</dc:title>'
        "<meta:creation-date>%s</meta:creation-date>"
        "</office:meta>%s<office:automatic-styles>%s%s</office:automatic-styles>"
        "<office:master-styles>%s%s</office:master-styles><office:body><office:text>%s</office:text></office:body>"
        "</office:document>"
    ) % (
        office.NAMESPACES,
        escape(title),
        date,
        styles(style),
        "".join(autos),
        "".join(w.autos),
        MASTER.format(n="P"),
        MASTER.format(n="L"),
        "".join(w.body),
    )


def render(blocks, path, style, title, date):
    w = Writer(style)
    for kind, value, *more in blocks:
        w.block(kind, value, more)
    flat = path[:-4] + ".fodt"
    with open(flat, "w", encoding="utf-8") as out:
        out.write(document(w, style, title, date))
    office.convert(flat, path, "writer")
    return []
