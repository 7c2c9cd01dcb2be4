"""Fonts for pages written by hand."""

import truetype


def type3_font(page, name, names, cmap):
    """A Type 3 font whose glyphs are boxes of 600 units; codes 65, 66, ..."""
    procs = []
    for index, glyph in enumerate(names):
        body = b"600 0 0 0 500 700 d1 50 0 %d 700 re f" % (450 - 60 * index)
        procs.append("/%s %d 0 R" % (glyph, page.object("<< /Length %d >>" % len(body), body)))
    unicode = ""
    if cmap:
        lines = "".join("<%02X> <%s>\n" % (65 + i, code) for i, code in enumerate(cmap))
        data = (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%sendbfchar\n"
            "endcmap end end" % (len(cmap), lines)
        ).encode()
        unicode = "/ToUnicode %d 0 R" % page.object("<< /Length %d >>" % len(data), data)
    last = 64 + len(names)
    page.font(
        name,
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [0.001 0 0 0.001 0 0] "
        "/CharProcs << %s >> /Encoding << /Type /Encoding /Differences [65 %s] >> /FirstChar 65 /LastChar %d "
        "/Widths [%s] /Resources << >> %s >>"
        % (" ".join(procs), " ".join("/" + g for g in names), last, " ".join(["600"] * len(names)), unicode),
    )


def numbered_font(page, name, numbers, table):
    """An embedded font whose glyph numbers are the codes, without ToUnicode; numbers: glyph number of each character; table:
    the same as the font itself has it, or None."""
    data = truetype.font(numbers, table)
    program = page.object("<< /Length %d /Length1 %d >>" % (len(data), len(data)), data)
    descriptor = page.object(
        "<< /Type /FontDescriptor /FontName /AAAAAA+Boxes /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 "
        "/Descent -140 /CapHeight 700 /StemV 93 /FontFile2 %d 0 R >>" % program
    )
    narrow = " ".join("%d [500]" % glyph for char, glyph in sorted(numbers.items()) if ord(char) < 0x2000)
    cid = page.object(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Boxes /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /DW 1000 /W [%s] /FontDescriptor %d 0 R >>"
        % (narrow, descriptor)
    )
    page.font(
        name,
        "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Boxes /Encoding /Identity-H /DescendantFonts [%d 0 R] >>" % cid,
    )


def cid_font(page, name, base, encoding, ordering, widths=""):
    """A Chinese font that is not embedded; widths of what is not an em wide."""
    descriptor = page.object(
        "<< /Type /FontDescriptor /FontName /%s /Flags 6 /FontBBox [-25 -254 1000 880] "
        "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>" % base
    )
    cid = page.object(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (%s) /Supplement 4 >> /DW 1000%s /FontDescriptor %d 0 R >>"
        % (base, ordering, " /W " + widths if widths else "", descriptor)
    )
    page.font(
        name,
        "<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /%s /DescendantFonts [%d 0 R] >>" % (base, encoding, cid),
    )
