"""Pages of samples/pages whose text is hidden, or might be taken for hidden: what lies over it and under it."""

from onepage import Page

DARK = "0.1 0.3 0.5 rg"


def shape(page, body, extra=""):
    """Number of a form XObject as large as a line of text."""
    return page.object(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 220 20] %s /Length %d >>" % (extra, len(body)), body.encode()
    )


def covered_text():
    page = Page((0, 0, 300, 260), note="text under a white fill, a half-transparent one, a multiplied one, one that covers "
                "its foot only, a transparent group; under a fill and drawn again above it")
    half = page.object("<< /Type /ExtGState /ca 0.4 >>")
    multiply = page.object("<< /Type /ExtGState /BM /Multiply >>")
    group = shape(page, "1 1 0 rg 0 0 220 20 re f", "/Group << /S /Transparency >>")
    page.text(50, 230, "erased 1.00", marks="invisible")
    page.fill(40, 225, 220, 20, (255, 255, 255))
    page.text(50, 200, "tinted 2.00")
    page.op("q /G1 gs")
    page.fill(40, 195, 220, 20, (255, 255, 0))
    page.op("Q")
    page.text(50, 170, "marked 3.00")
    page.op("q /G2 gs")
    page.fill(40, 165, 220, 20, (255, 255, 0))
    page.op("Q")
    page.text(50, 140, "foot 4.00")
    page.fill(40, 122, 220, 20, (255, 255, 255))
    page.text(50, 110, "grouped 5.00")
    page.op("q /G1 gs 1 0 0 1 40 105 cm /X1 Do Q")
    page.note_box("fill", 40, 105, 220, 20, "FFFF00")
    page.text(50, 80, "again 6.00", marks="invisible")
    page.fill(40, 75, 220, 20, (255, 255, 255))
    page.text(50, 80, "again 6.00")
    page.text(50, 40, "black 7.00")
    page.diagnosis("text-hidden")
    return page.bytes(xobjects="/X1 %d 0 R" % group, states="/G1 %d 0 R /G2 %d 0 R" % (half, multiply)), page


def grounds():
    page = Page((0, 0, 300, 290), note="white text on a picture, a rounded shape, a gradient, a thick line, a group and a "
                "pattern: all seen; text of the colour of its background: not seen")
    picture = page.object(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>",
        b"\x22",
    )
    shading = page.object(
        "<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [40 0 260 0] /Extend [true true] "
        "/Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.4] /C1 [0 0.3 0.3] /N 1 >> >>"
    )
    body = DARK + " 0 0 10 10 re f"
    pattern = page.object(
        "<< /Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 10 10] /XStep 10 /YStep 10 "
        "/Resources << >> /Length %d >>" % len(body),
        body.encode(),
    )
    group = shape(page, DARK + " 0 0 220 20 re f", "/Group << /S /Transparency >>")
    state = page.object("<< /Type /ExtGState /ca 0.9 >>")
    page.op("q 220 0 0 20 40 255 cm /I1 Do Q")
    page.note_box("image", 40, 255, 220, 20)
    page.op("q %s 50 225 m 250 225 l 260 225 260 245 250 245 c 50 245 l 40 245 40 225 50 225 c f Q" % DARK)
    page.op("q 40 195 220 20 re W n /S1 sh Q")
    page.note_box("fill", 40, 195, 220, 20, "808080")
    page.op("q 0.1 0.3 0.5 RG 20 w 40 175 m 260 175 l S Q")
    page.note_rule(40, 175, 260, 175, 20, "stroke")
    page.op("q /G1 gs 1 0 0 1 40 135 cm /X1 Do Q")
    page.note_box("fill", 40, 135, 220, 20, "194C80")
    page.op("q /Pattern cs /P1 scn 40 105 220 20 re f Q")
    page.note_box("image", 40, 105, 220, 20)
    page.op("1 g")
    for row, word in enumerate(("picture", "rounded", "gradient", "line", "group", "pattern")):
        page.text(50, 260 - 30 * row, word, marks="white")
    page.op("0.1 0.3 0.5 rg")
    page.fill(40, 75, 220, 20, (26, 77, 128))
    page.text(50, 80, "alike", marks="invisible")
    page.op("1 g 0 G 0.3 w 2 Tr")
    page.text(50, 50, "outlined 8.00")
    page.op("0 Tr 0 g")
    page.text(50, 20, "black 9.00")
    page.diagnosis("text-hidden")
    return (
        page.bytes(
            xobjects="/I1 %d 0 R /X1 %d 0 R" % (picture, group),
            states="/G1 %d 0 R >> /Shading << /S1 %d 0 R >> /Pattern << /P1 %d 0 R" % (state, shading, pattern),
        ),
        page,
    )


def lost_text():
    page = Page(note="text outside the page, text that is fully transparent, and text inside")
    state = page.object("<< /Type /ExtGState /ca 0 >>")
    page.text(50, 230, "above", quiet=True)
    page.text(-200, 100, "beside", quiet=True)
    page.op("q /G1 gs")
    page.text(50, 150, "unseen 1.00", marks="white,invisible")
    page.op("Q")
    page.text(50, 100, "inside 2.00, and a longer line of text")
    page.diagnosis("text-outside")
    page.diagnosis("text-hidden")
    return page.bytes(states="/G1 %d 0 R" % state), page


PAGES = {
    "covered-text": covered_text,
    "grounds": grounds,
    "lost-text": lost_text,
}
