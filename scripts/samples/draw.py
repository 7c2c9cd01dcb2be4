"""Draws reports straight into a PDF with cairo: full control over rules, fills, directions and breaks."""

import cairo

from table_drawing import FOOT, MARGIN, TableDrawing

A4 = (595.28, 841.89)


class Drawing:
    """A PDF being drawn; knows the cursor, the page number and which pages are turned."""

    def __init__(self, path, style, title, date):
        self.style = style
        self.surface = cairo.PDFSurface(path, *A4)
        self.surface.set_metadata(cairo.PDFMetadata.TITLE, title)
        self.surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, date)
        self.cr = cairo.Context(self.surface)
        self.cjk, self.latin = style.get("fonts", ["AR PL SungtiL GB", "Liberation Serif"])
        self.number, self.turned, self.widths = 0, [], {}
        self.started = False
        self.orient("portrait")

    def orient(self, way):
        """Takes effect at the next page."""
        self.way = way
        self.w, self.h = A4 if way == "portrait" else A4[::-1]

    def page(self):
        if self.started:
            self.finish()
        self.started, self.bare = True, False
        self.number += 1
        turn = self.way == "landscape" and self.style.get("turned")
        self.surface.set_size(*(A4 if turn else (self.w, self.h)))
        self.cr.identity_matrix()
        if turn:
            self.turned.append(self.number)
            self.cr.translate(0, A4[1])
            self.cr.rotate(-1.5707963267948966)
        self.y = MARGIN

    def finish(self):
        if self.style.get("folio", True) and not self.bare:
            self.text("— %d —" % self.number, 0, self.w, self.h - 36, 9, "c")
        self.surface.show_page()

    def close(self):
        self.finish()
        self.surface.finish()

    def need(self, height):
        if not self.started or self.y + height > self.h - FOOT:
            self.page()

    def face(self, latin, bold=False):
        weight = cairo.FONT_WEIGHT_BOLD if bold and latin else cairo.FONT_WEIGHT_NORMAL
        self.cr.select_font_face(self.latin if latin else self.cjk, cairo.FONT_SLANT_NORMAL, weight)

    def width(self, char, size):
        """Advance of one character."""
        if ord(char) > 0x2000:
            return size
        if char not in self.widths:
            self.face(True)
            self.cr.set_font_size(100)
            self.widths[char] = self.cr.text_extents(char).x_advance / 100
        return self.widths[char] * size

    def measure(self, text, size):
        return sum(self.width(c, size) for c in text)

    def wrap(self, text, room, size):
        """Lines of at most room points; figures and words break only if they must."""
        lines, line, used = [], "", 0
        for token in tokens(text):
            wide = self.measure(token, size)
            if used + wide > room and line:
                lines.append(line)
                line, used = "", 0
            if wide > room:
                for char in token:
                    step = self.width(char, size)
                    if used + step > room and line:
                        lines.append(line)
                        line, used = "", 0
                    line, used = line + char, used + step
                continue
            line, used = line + token, used + wide
        return lines + [line]

    def text(self, text, x0, x1, y, size, align="l", bold=False):
        """One line between x0 and x1; y is the base line."""
        wide = self.measure(text, size)
        x = {"l": x0, "c": (x0 + x1 - wide) / 2, "r": x1 - wide}[align]
        run = ""
        for char in text + "\0":
            if run and (char == "\0" or (ord(char) > 0x2000) != (ord(run[0]) > 0x2000)):
                self.show(run, x, y, size, bold)
                x += self.measure(run, size)
                run = ""
            run += char

    def show(self, run, x, y, size, bold):
        latin = ord(run[0]) <= 0x2000
        self.cr.set_source_rgb(0, 0, 0)
        self.face(latin, bold)
        self.cr.set_font_size(size)
        self.cr.move_to(x, y)
        self.cr.show_text(run)
        if bold and not latin:
            self.cr.move_to(x + 0.3, y)
            self.cr.show_text(run)

    def paragraph(self, text, size=12, indent=2, lead=22):
        """Justified nowhere; first line indented by whole characters."""
        lines = self.wrap("\u3000" * indent + text, self.w - 2 * MARGIN, size)
        for line in lines:
            self.need(lead)
            self.y += lead
            self.text(line, MARGIN, self.w, self.y - 6, size)

    def heading(self, text, size, align="l", lead=34):
        self.need(lead + 40)
        self.y += lead
        self.text(text, MARGIN, self.w - MARGIN, self.y - 10, size, align, True)

    def rule(self, x0, y0, x1, y1, thick=0.5):
        self.cr.set_source_rgb(0, 0, 0)
        if self.style.get("rules") == "fill":
            half = thick / 2
            self.cr.rectangle(min(x0, x1) - half, min(y0, y1) - half, abs(x1 - x0) + thick, abs(y1 - y0) + thick)
            self.cr.fill()
            return
        self.cr.set_line_width(thick)
        self.cr.move_to(x0, y0)
        self.cr.line_to(x1, y1)
        self.cr.stroke()

    def fill(self, x0, y0, x1, y1, rgb):
        self.cr.set_source_rgb(*[c / 255 for c in rgb])
        self.cr.rectangle(x0, y0, x1 - x0, y1 - y0)
        self.cr.fill()


def tokens(text):
    """Single ideographs, and runs of ASCII without spaces."""
    out = []
    for char in text:
        plain = "!" <= char <= "~"
        if plain and out and "!" <= out[-1][-1] <= "~":
            out[-1] += char
        else:
            out.append(char)
    return out


def caption(d, table, style):
    """Title, label, organisation and unit above the grid."""
    left = 40 if d.way == "landscape" else MARGIN
    if getattr(table, "titled", False):
        d.y += 10
    else:
        d.y += 26
        d.text(
            table.title, left, d.w - left, d.y - 6, style.get("title_size", 16), "c", style.get("title_bold", True)
        )
    if getattr(table, "form_year", False):
        d.y += 16
        d.text("（%d年度）" % table.year, left, d.w - left, d.y - 4, 10, "c")
    if table.label:
        d.y += 15
        d.text(table.label, left, d.w - left, d.y - 4, 10, "l" if style.get("label_left") else "r")
    if table.dept or table.unit:
        d.y += 15
        if table.dept:
            d.text(style.get("dept_word", "部门：") + table.dept, left, d.w, d.y - 4, 10)
        if table.unit:
            d.text(style.get("unit_word", "金额单位：") + table.unit, left, d.w - left, d.y - 4, 10, "r")


def draw_table(d, table, options, style):
    """A form with caption and notes; sets its pages."""
    high = 70 + 3 * 20
    if options.get("fresh", True):
        d.page()
    d.need(high)
    if options.get("title_at_foot"):
        d.y = d.h - FOOT - 62
        caption(d, table, style)
        first = d.number
        d.page()
    else:
        caption(d, table, style)
        first = d.number
    table.pages = (first, TableDrawing(d, table, options).run()[1])
    left = 40 if d.way == "landscape" else MARGIN
    for note in table.notes:
        for line in d.wrap(note, d.w - 2 * left, 9):
            d.need(14)
            d.y += 14
            d.text(line, left, d.w, d.y - 3, 9)


def scan(d, lines):
    """A page that is nothing but a grey picture of text, 100 dots per inch."""
    d.page()
    d.bare = True
    scale = 100 / 72
    image = cairo.ImageSurface(cairo.FORMAT_RGB24, int(A4[0] * scale), int(A4[1] * scale))
    own, d.cr = d.cr, cairo.Context(image)
    d.cr.set_source_rgb(0.95, 0.95, 0.95)
    d.cr.paint()
    d.cr.scale(scale, scale)
    d.cr.rotate(0.006)
    for i, line in enumerate(lines):
        d.text(line, MARGIN, d.w - MARGIN, 180 + 40 * i, 16, "c")
    d.cr, image = own, grey(image)
    own.save()
    own.scale(1 / scale, 1 / scale)
    own.set_source_surface(image, 0, 0)
    own.paint()
    own.restore()


def grey(image):
    """The same picture without colour fringes, in eight levels, so that it stays small."""
    data = image.get_data()
    for i in range(0, len(data), 4):
        level = data[i + 1] // 32 * 32
        data[i : i + 3] = bytes((level, level, level))
    image.mark_dirty()
    return image


def render(blocks, path, style, title, date):
    """Draws all blocks; returns the numbers of the pages whose content lies sideways."""
    d = Drawing(path, style, title, date)
    for kind, value, *more in blocks:
        if kind == "cover":
            d.page()
            d.y = 240
            for line in value:
                d.heading(line, 24, "c", 60)
        elif kind == "toc":
            d.page()
            for i, line in enumerate(value):
                d.need(22)
                d.y += 22
                if i == 0:
                    d.text(line, MARGIN, d.w - MARGIN, d.y, 16, "c", True)
                else:
                    d.text(line, MARGIN, d.w, d.y, 11)
        elif kind == "h1":
            d.page()
            d.heading(value, 18, "c", 50)
        elif kind == "h2":
            d.heading(value, 13)
        elif kind == "p":
            d.paragraph(value)
        elif kind == "page":
            d.orient(value)
        elif kind == "scan":
            scan(d, value)
        elif kind == "table":
            draw_table(d, value, more[0], style)
    d.close()
    return d.turned
