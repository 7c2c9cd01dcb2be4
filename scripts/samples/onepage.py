"""One-page PDFs written by hand: Page draws and at the same time notes what it shows, as displayed."""

import math

PLAIN = "-"
READINGS = {0: "right", 90: "up", 180: "left", 270: "down"}


def num(value):
    """Shortest form with at most three decimals."""
    text = "%.3f" % value
    return text.rstrip("0").rstrip(".") if "." in text else text


class Page:
    """One page: content stream, font objects and the list of what it shows."""

    def __init__(self, media=(0, 0, 300, 200), crop=None, rotate=0, note="", unit=1):
        self.media, self.crop, self.rotate, self.unit = media, crop or media, rotate, unit
        self.has_crop = crop is not None
        self.ops, self.shown, self.resources, self.extra = [], [], {}, []
        x0, y0, x1, y1 = self.crop
        width, height = (x1 - x0) * unit, (y1 - y0) * unit
        if rotate in (90, 270):
            width, height = height, width
        self.shown += ["# " + note, "page %s %s %d" % (num(width), num(height), rotate)]

    def show(self, x, y):
        """User space to displayed coordinates."""
        x0, y0, x1, y1 = self.crop
        x, y = {0: (x - x0, y1 - y), 90: (y - y0, x - x0), 180: (x1 - x, y - y0), 270: (y1 - y, x1 - x)}[self.rotate]
        return x * self.unit, y * self.unit

    def op(self, text):
        self.ops.append(text)

    def note_rule(self, ax, ay, bx, by, thick, origin):
        (ax, ay), (bx, by) = self.show(ax, ay), self.show(bx, by)
        thick *= self.unit
        if abs(ay - by) < 1e-6:
            item = ("h", min(ax, bx), max(ax, bx), ay, thick)
        else:
            item = ("v", min(ay, by), max(ay, by), ax, thick)
        self.shown.append(item[0] + " " + " ".join(num(v) for v in item[1:]) + " " + origin)

    def note_box(self, word, x, y, w, h, tail=""):
        (ax, ay), (bx, by) = self.show(x, y), self.show(x + w, y + h)
        box = (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
        self.shown.append((word + " " + " ".join(num(v) for v in box) + " " + tail).strip())

    def stroke(self, ax, ay, bx, by, thick=0.5, origin="stroke"):
        self.op("%s w %s %s m %s %s l S" % tuple(num(v) for v in (thick, ax, ay, bx, by)))
        self.note_rule(ax, ay, bx, by, thick, origin)

    def bar(self, ax, ay, bx, by, thick=0.48, origin="fill"):
        """A thin filled rectangle around the line from a to b."""
        half = thick / 2
        if ay == by:
            box = (ax, ay - half, bx - ax, thick)
        else:
            box = (ax - half, ay, thick, by - ay)
        self.op("%s %s %s %s re f" % tuple(num(v) for v in box))
        self.note_rule(ax, ay, bx, by, thick, origin)

    def fill(self, x, y, w, h, rgb):
        self.op("q %s rg %s %s %s %s re f Q" % (" ".join(num(c / 255) for c in rgb), num(x), num(y), num(w), num(h)))
        self.note_box("fill", x, y, w, h, "%02X%02X%02X" % rgb)

    def grid(self, xs, ys, draw):
        for y in ys:
            draw(xs[0], y, xs[-1], y)
        for x in xs:
            draw(x, ys[0], x, ys[-1])

    def text(self, x, y, string, size=10, angle=0, marks=PLAIN, font="F1", raw=None, quiet=False):
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        matrix = " ".join(num(v) for v in (cos, sin, -sin, cos, x, y))
        shown = raw or "(" + string.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")"
        self.op("BT /%s %s Tf %s Tm %s Tj ET" % (font, num(size), matrix, shown))
        if font == "F1" and "F1" not in self.resources:
            self.font("F1", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
        if not quiet:
            reading = READINGS.get((angle - self.rotate) % 360, "slanted")
            sx, sy = self.show(x, y)
            self.shown.append(
                "text %s %s %s %s %s %s" % (num(sx), num(sy), num(size * self.unit), reading, marks, string)
            )

    def cells(self, row, *texts):
        """What a row of the page's table reads."""
        self.shown.append("cells %d %s" % (row, "|".join(texts)))

    def loose(self, what):
        """There is text that is not stated."""
        self.shown.append("loose " + what)

    def diagnosis(self, codes):
        self.shown.append("diagnosis " + codes)

    def font(self, name, body):
        self.resources[name] = self.object(body)

    def object(self, body, stream=None):
        """Number of a new indirect object."""
        self.extra.append((body, stream))
        return 3 + len(self.extra) + 1

    def bytes(self, xobjects="", states=""):
        fonts = " ".join("/%s %d 0 R" % item for item in self.resources.items())
        box = " ".join(num(v) for v in self.media)
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [%s]" % box
        if self.has_crop:
            page += " /CropBox [%s]" % " ".join(num(v) for v in self.crop)
        if self.rotate:
            page += " /Rotate %d" % self.rotate
        if self.unit != 1:
            page += " /UserUnit %s" % num(self.unit)
        page += " /Contents 4 0 R /Resources << /Font << %s >> /XObject << %s >> /ExtGState << %s >> >> >>" % (
            fonts,
            xobjects,
            states,
        )
        content = "\n".join(self.ops).encode("latin-1")
        objects = [
            ("<< /Type /Catalog /Pages 2 0 R >>", None),
            ("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", None),
            (page, None),
            ("<< /Length %d >>" % len(content), content),
        ] + self.extra
        return assemble(objects)


def assemble(objects):
    """A PDF 1.6 file with a plain cross-reference table."""
    out, places = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n", []
    for number, (body, stream) in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body.encode("latin-1")
        if stream is not None:
            out += b"\nstream\n" + stream + b"\nendstream"
        out += b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, start)
    return out
