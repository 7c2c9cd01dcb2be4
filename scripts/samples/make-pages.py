#!/usr/bin/python3
"""Writes samples/pages: one-page PDFs by hand, each with a .txt that states what it shows.

Each page is drawn through Page, which writes the content stream in PDF user space and notes the same thing in displayed
coordinates (points, origin top-left, y down, after /Rotate and CropBox).  The .txt has one item per line:

    page WIDTH HEIGHT ROTATE
    h X0 X1 Y THICKNESS ORIGIN         a horizontal rule; Y is its centre line
    v Y0 Y1 X THICKNESS ORIGIN         a vertical rule; X is its centre line
    fill X0 Y0 X1 Y1 RRGGBB            a filled rectangle that is no rule
    image X0 Y0 X1 Y1
    text X Y SIZE READING MARKS STRING   pen position of the first character on the base line

ORIGIN: stroke, fill, frame (a ring filled even-odd: four bars, or the edges of the ring), image, cover (painted, but
hidden by a white fill later).  READING: right, down, left, up, slanted.  MARKS: "-" or a comma list of invisible,
twice (drawn twice or thickened), white, nounicode, clipped (not to be seen).  Lines that begin with # are comments.

    diagnosis CODE|CODE                one of these has to be told
    loose WHAT                         there is text that is not stated
    cells ROW TEXT|TEXT                what a row of the page's table reads, from 0
"""
import os
import sys

import pages_hidden
import pages_text
from onepage import Page
from pages_font import cid_font, type3_font

XS, YS = (40, 120, 190, 260), (40, 70, 100, 130)


def cells(page, angle=0):
    """A few words and figures in a grid of XS and YS."""
    page.text(46, 112, "Item", angle=angle)
    page.text(126, 112, "Total", angle=angle)
    page.text(46, 82, "2080505", angle=angle)
    page.text(126, 82, "1,234.56", angle=angle)
    page.text(46, 52, "Sum", angle=angle)
    page.text(196, 52, "-0.05", angle=angle)


def stroke():
    page = Page(
        note="rules stroked one by one; other widths; a stroked rectangle; a scaled line; a hairline of width 0"
    )
    page.grid(XS, YS, page.stroke)
    cells(page)
    page.stroke(40, 180, 260, 180, 2)
    page.op("1 w 40 150 60 20 re S")
    for side in ((40, 150, 100, 150), (40, 170, 100, 170), (40, 150, 40, 170), (100, 150, 100, 170)):
        page.note_rule(*side, 1, "stroke")
    page.op("q 2 0 0 2 0 0 cm 0.5 w 60 80 m 130 80 l S Q")
    page.note_rule(120, 160, 260, 160, 1, "stroke")
    page.op("0 w 40 20 m 260 20 l S")
    page.note_rule(40, 20, 260, 20, 0, "stroke")
    return page.bytes(), page


def thin_fill():
    page = Page(note="rules as thin filled rectangles, as Word writes them; white fills behind the text of each cell")
    for x in XS[:-1]:
        for y in YS[:-1]:
            page.fill(x + 4, y + 8, 50, 14, (255, 255, 255))
    page.grid(XS, YS, page.bar)
    cells(page)
    return page.bytes(), page


def frame():
    page = Page(note="a frame as two rectangles in one even-odd fill, and a filled background")
    page.fill(60, 60, 100, 40, (221, 235, 247))
    page.op("40 40 220 120 re 41 41 218 118 re f*")
    for side in ((40, 40.5, 260, 40.5), (40, 159.5, 260, 159.5), (40.5, 40, 40.5, 160), (259.5, 40, 259.5, 160)):
        page.note_rule(*side, 1, "frame")
    page.text(66, 76, "inside")
    return page.bytes(), page


def dashed():
    page = Page(note="dashed and dotted lines: each is one rule, or a row of short pieces that fill its place")
    page.op("[3 2] 0 d")
    page.stroke(40, 150, 260, 150, 0.75)
    page.op("[0 2] 0 d 1 J")
    page.stroke(40, 120, 260, 120, 0.75)
    page.op("[6 2 1 2] 0 d 0 J")
    page.stroke(150, 40, 150, 100, 0.5)
    page.op("[] 0 d")
    page.stroke(40, 40, 260, 40, 0.5)
    return page.bytes(), page


def turned_text():
    page = Page((0, 0, 300, 300), note="text turned on an upright page: up, left, down and slanted")
    page.text(40, 250, "right 12.30")
    page.text(60, 60, "up 45.60", angle=90)
    page.text(260, 40, "left 78.90", angle=180)
    page.text(240, 240, "down 10.11", angle=270)
    page.text(110, 100, "slanted", size=24, angle=45)
    return page.bytes(), page


def rotated(angle):
    def make():
        page = Page(
            rotate=angle, note="/Rotate %d; the text is drawn so that it is upright as displayed, but for one" % angle
        )
        page.grid((40, 120, 260), (40, 100, 160), page.stroke)
        for x, y, string, turn, half in (
            (80, 70, "1,234.56", angle, 20),
            (190, 70, "Total", angle, 12),
            (190, 130, "sideways", (angle + 90) % 360, 20),
        ):
            right, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[turn // 90]
            page.text(x - half * right, y - half * up, string, angle=turn)
        return page.bytes(), page

    return make


def crop_box():
    page = Page(
        (-20, -10, 400, 300), (50, 40, 250, 190), note="CropBox off the origin; MediaBox below zero; one text outside"
    )
    page.grid((60, 140, 240), (50, 90, 130), page.stroke)
    page.text(66, 100, "inside")
    page.text(146, 60, "5.00")
    page.text(60, 250, "outside", quiet=True)
    return page.bytes(), page


def crop_rotated():
    page = Page((0, 0, 400, 300), (50, 40, 250, 190), 90, note="CropBox off the origin together with /Rotate 90")
    page.grid((60, 140, 240), (50, 90, 130), page.stroke)
    page.text(100, 60, "6.00", angle=90)
    return page.bytes(), page


def invisible():
    page = Page(note="a grey picture with an invisible text layer (render mode 3), and a visible line below")
    number = page.object(
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Length 4 >>",
        b"\xee\xdd\xdd\xee",
    )
    page.op("q 220 0 0 100 40 80 cm /I1 Do Q")
    page.note_box("image", 40, 80, 220, 100)
    page.op("3 Tr")
    page.text(50, 150, "hidden 1,234.56", marks="invisible")
    page.text(50, 120, "hidden 7.00", marks="invisible")
    page.op("0 Tr")
    page.text(50, 50, "visible 8.00")
    return page.bytes(xobjects="/I1 %d 0 R" % number), page


def fake_bold():
    page = Page(
        note="bold by drawing twice with a shift of 0.3; by render mode 2; by both; and a repeated word that is none"
    )
    page.text(40, 160, "twice 1.00", marks="twice")
    page.text(40.3, 160, "twice 1.00", quiet=True)
    page.op("0.4 w 2 Tr")
    page.text(40, 130, "stroked 2.00", marks="twice")
    page.op("0 Tr")
    page.text(40, 100, "both 3.00", marks="twice")
    page.op("2 Tr")
    page.text(40, 100, "both 3.00", quiet=True)
    page.op("0 Tr")
    page.text(40, 70, "11.11")
    page.stroke(40, 40, 260, 40)
    return page.bytes(), page


def white_text():
    page = Page(note="white text on white, and on a dark background where it is meant to be read")
    page.fill(40, 90, 220, 30, (31, 78, 121))
    page.op("1 g")
    page.text(50, 150, "unseen 1.00", marks="white,invisible")
    page.text(50, 100, "seen 2.00", marks="white")
    page.op("0 g")
    page.text(50, 50, "black 3.00")
    page.diagnosis("text-hidden")
    return page.bytes(), page


def clipped():
    page = Page(
        note="long lines inside a clip: only the inner part is to be seen; one line and one text wholly outside"
    )
    page.op("q 60 50 180 100 re W n")
    for ax, ay, bx, by in ((0, 100, 300, 100), (150, 0, 150, 200)):
        page.op("1 w %d %d m %d %d l S" % (ax, ay, bx, by))
        page.note_rule(max(ax, 60), max(ay, 50), min(bx, 240), min(by, 150), 1, "stroke")
    page.op("0 20 m 300 20 l S")
    page.text(70, 110, "kept 1.00")
    page.text(70, 180, "lost 2.00", marks="clipped")
    page.op("Q")
    return page.bytes(), page


def type3():
    page = Page(
        note="Type 3 fonts: F2 with ToUnicode (its last code stands for two letters, fi), F3 without any (some readers take its codes for letters, ABC)"
    )
    type3_font(page, "F2", ["a", "b", "c"], ["4E91", "5CAD", "00660069"])
    type3_font(page, "F3", ["g1", "g2", "g3"], None)
    page.text(40, 140, "\u4e91\u5cadfi", 20, font="F2", raw="(ABC)")
    page.text(40, 90, "\ufffd\ufffd\ufffd", 20, font="F3", raw="(ABC)", marks="nounicode")
    return page.bytes(), page


def no_embedding():
    page = Page(
        note="fonts that are not embedded: STSong-Light with UniGB-UCS2-H, SimSun with GBK-EUC-H, Arial with WinAnsi"
    )
    cid_font(page, "F2", "STSong-Light", "UniGB-UCS2-H", "GB1")
    cid_font(page, "F3", "SimSun", "GBK-EUC-H", "GB1")
    page.font(
        "F4",
        "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /WinAnsiEncoding /FirstChar 44 "
        "/LastChar 57 /Widths [278 333 278 278 %s] >>" % " ".join(["556"] * 10),
    )
    first, second = "\u4e91\u5cad\u5e02\u6863\u6848\u9986", "\u91d1\u989d\u5355\u4f4d\uff1a\u4e07\u5143"
    page.text(40, 150, first, 12, font="F2", raw="<%s>" % first.encode("utf-16-be").hex())
    page.text(40, 110, second, 12, font="F3", raw="<%s>" % second.encode("gbk").hex())
    page.text(40, 70, "1,234.56", 12, font="F4")
    return page.bytes(), page


def form_object():
    page = Page(note="rules and text inside a form XObject that is placed with a matrix and clipped by its BBox")
    body = b"0.5 w 0 10 m 200 10 l S 10 0 m 10 60 l S BT /F1 10 Tf 20 20 Td (9.00) Tj ET"
    page.font("F1", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    number = page.object(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 100 60] /Matrix [1 0 0 1 5 5] /Resources << /Font "
        "<< /F1 %d 0 R >> >> /Length %d >>" % (page.resources["F1"], len(body)),
        body,
    )
    page.op("q 2 0 0 2 30 20 cm /X1 Do Q")
    page.note_rule(40, 50, 240, 50, 1, "stroke")
    page.note_rule(60, 30, 60, 150, 1, "stroke")
    page.shown.append("text 80 130 20 right - 9.00")
    return page.bytes(xobjects="/X1 %d 0 R" % number), page


def covered():
    page = Page(
        note="a line hidden by a white fill painted later; a line painted after its background; a half-transparent one"
    )
    page.stroke(60, 150, 200, 150, 1, "cover")
    page.fill(40, 140, 220, 20, (255, 255, 255))
    page.fill(40, 80, 220, 30, (226, 239, 218))
    page.stroke(40, 80, 260, 80, 1)
    page.op("q /G1 gs")
    page.stroke(40, 50, 260, 50, 1)
    page.op("Q")
    number = page.object("<< /Type /ExtGState /CA 0.5 /ca 0.5 >>")
    return page.bytes(states="/G1 %d 0 R" % number), page


def image_rule():
    page = Page(note="pictures of one pixel stretched to a line, and a larger picture")
    number = page.object(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        "/ColorSpace /DeviceGray /Length 1 >>",
        b"\x00",
    )
    page.op("q 220 0 0 0.75 40 149.625 cm /I1 Do Q")
    page.note_rule(40, 150, 260, 150, 0.75, "image")
    page.op("q 0.75 0 0 80 149.625 50 cm /I1 Do Q")
    page.note_rule(150, 50, 150, 130, 0.75, "image")
    page.op("q 40 0 0 30 200 60 cm /I1 Do Q")
    page.note_box("image", 200, 60, 40, 30)
    page.diagnosis("no-text")
    return page.bytes(xobjects="/I1 %d 0 R" % number), page


def pieces():
    page = Page(note="one rule in pieces: per-cell strokes that touch, overlap or leave 0.3 pt; doubles 0.2 pt apart")
    for x in range(40, 240, 40):
        page.stroke(x, 150, x + 40, 150)
    for x in range(40, 240, 40):
        page.stroke(x, 120, x + 39.7, 120)
    page.bar(40, 90, 240, 90)
    page.stroke(40, 90.2, 240, 90.2)
    return page.bytes(), page


def user_unit():
    page = Page(unit=2, note="UserUnit 2; some readers do not honour it, then all places are half of these")
    page.grid((40, 150, 260), (40, 100, 160), page.stroke)
    page.text(50, 60, "4.00")
    return page.bytes(), page


def blank():
    page = Page(note="nothing at all")
    return page.bytes(), page


PAGES = {
    "stroke": stroke,
    "thin-fill": thin_fill,
    "frame": frame,
    "dashed": dashed,
    "turned-text": turned_text,
    "rotate-90": rotated(90),
    "rotate-180": rotated(180),
    "rotate-270": rotated(270),
    "crop-box": crop_box,
    "crop-rotated": crop_rotated,
    "invisible": invisible,
    "fake-bold": fake_bold,
    "white-text": white_text,
    "clipped": clipped,
    "type3": type3,
    "no-embedding": no_embedding,
    "form-object": form_object,
    "covered": covered,
    "image-rule": image_rule,
    "pieces": pieces,
    "user-unit": user_unit,
    "blank": blank,
    **pages_text.PAGES,
    **pages_hidden.PAGES,
}


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, make in PAGES.items():
        data, page = make()
        base = os.path.join(folder, "y_" + name)
        with open(base + ".pdf", "wb") as out:
            out.write(data)
        with open(base + ".txt", "w", encoding="utf-8") as out:
            out.write("\n".join(page.shown) + "\n")


if __name__ == "__main__":
    main()
