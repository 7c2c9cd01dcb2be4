"""Pages of samples/pages whose text is odd: encodings, directions, text over and under other things."""

import math
import zlib

from onepage import Page
from pages_font import cid_font, numbered_font, type3_font

XS, YS = (40, 140, 260), (40, 70, 100, 130)


def table(page, figures=("1,234.56", "-0.05")):
    """A small table; its cells are what the page's table has to say."""
    page.grid(XS, YS, page.stroke)
    for row, (name, figure) in enumerate((("Item", "Total"), ("2080505", figures[0]), ("Sum", figures[1]))):
        page.text(46, 112 - 30 * row, name)
        page.text(146, 112 - 30 * row, figure)
        page.cells(row, name, figure)


def mojibake():
    page = Page(note="Chinese in GBK, shown byte by byte in a Latin font: mojibake")
    for row, text in enumerate(("云岭市档案馆部门决算公开表", "一般公共服务支出", "财政拨款收入支出决算总表")):
        shown = text.encode("gbk")
        page.text(40, 150 - 40 * row, shown.decode("cp1252", "replace"), raw="<%s>" % shown.hex(), quiet=True)
    page.loose("letters of Western Europe in the place of every byte")
    page.diagnosis("text-garbled")
    return page.bytes(), page


def identity():
    page = Page(note="Identity-H in a font that is not embedded, without ToUnicode: no reader can know what it says")
    cid_font(page, "F2", "SimSun", "Identity-H", "Identity")
    cid_font(page, "F3", "KaiTi", "Identity-H", "Identity")
    codes = "".join("%04x" % (0x0A00 + 37 * i) for i in range(26))
    page.text(30, 150, "", 9, font="F2", raw="<%s>" % codes, quiet=True)
    page.text(30, 100, "", 9, font="F3", raw="<%s>" % codes, quiet=True)
    page.loose("anything: the codes are glyph numbers of an unknown font")
    page.diagnosis("text-garbled|text-unknown")
    return page.bytes(), page


def vertical():
    page = Page(note="vertical writing (WMode 1): two columns from right to left, not embedded; and upright text")
    cid_font(page, "F2", "SimSun", "GBK-EUC-V", "GB1")
    cid_font(page, "F3", "STSong-Light", "UniGB-UCS2-V", "GB1")
    for x, font, codec, text in ((200, "F2", "gbk", "财政拨款收入"), (170, "F3", "utf-16-be", "支出决算表")):
        page.text(x, 170, text, 12, font=font, raw="<%s>" % text.encode(codec).hex(), quiet=True)
        page.shown.append("text %g %g 12 down - %s" % (x - 6 + 0.14 * 12, 30, text))
    page.text(40, 40, "upright 1.00")
    return page.bytes(), page


def glyph_rules():
    page = Page(note="a table drawn with box-drawing characters, line by line, with gaps between the lines")
    cid_font(page, "F2", "SimSun", "UniGB-UCS2-H", "GB1", "[1 95 500]")
    lines = (
        "┌──────┬──────┬──────┐",
        "│项    目    │  预算数    │  决算数    │",
        "├──────┼──────┼──────┤",
        "│一、财政拨款│    1,234.56│    2,345.67│",
        "├──────┼──────┼──────┤",
        "│二、其他收入│          ─│       -7.00│",
        "└──────┴──────┴──────┘",
    )
    for row, line in enumerate(lines):
        raw = "<%s>" % line.encode("utf-16-be").hex()
        page.text(30, 170 - 13 * row, line, 10, font="F2", raw=raw, quiet=True)
    page.loose("the cells say what it is")
    for row in range(3):
        page.cells(row, *(cell.replace(" ", "") for cell in lines[2 * row + 1].strip("│").split("│")))
    return page.bytes(), page


def numbered(kind):
    def make():
        page = Page(note="glyph numbers as codes in an embedded font without ToUnicode; %s table of characters" % kind)
        lines = ("公开01表 收入支出决算总表", "一般公共服务支出 1,234.56", "教育支出 -7.08")
        chars = sorted(set("".join(lines)))
        numbers = {char: 1 + i if ord(char) < 128 else 600 + 17 * i for i, char in enumerate(chars)}
        made_up = {chr(0x21 + i): glyph for i, glyph in enumerate(numbers.values())}
        numbered_font(page, "F2", numbers, {"its own": numbers, "no": None, "a made-up": made_up}[kind])
        for row, line in enumerate(lines):
            raw = "<%s>" % "".join("%04x" % numbers[char] for char in line)
            page.text(30, 150 - 40 * row, line, 12, font="F2", raw=raw, quiet=kind != "its own")
        page.text(30, 20, "and ordinary text 8.00")
        if kind != "its own":
            page.loose("nobody knows what it says")
            page.diagnosis("text-unknown|text-garbled")
        return page.bytes(), page

    return make


def half_width():
    page = Page(note="ASCII in Chinese fonts that are not embedded: spaces and figures of half the width, in tables")
    cid_font(page, "F2", "STSong-Light", "GBK-EUC-H", "GB1", "[814 939 500 7712 7716 500]")
    cid_font(page, "F3", "SimSun", "UniGB-UCS2-H", "GB1", "[1 95 500]")
    page.grid(XS, YS, page.stroke)
    rows = (("项　目", " 决算 数 "), ("2080505 ", "  1,234.56"), ("Sum", "- 0.05 "))
    for row, texts in enumerate(rows):
        for x, text in zip((46, 146), texts):
            font, codec = ("F3", "utf-16-be") if row == 2 else ("F2", "gbk")
            page.text(x, 112 - 30 * row, text, font=font, raw="<%s>" % text.encode(codec).hex(), quiet=True)
    page.loose("the cells say what it is")
    page.cells(0, "项目", "决算数")
    page.cells(1, "2080505", "1,234.56")
    page.cells(2, "Sum", "-0.05")
    return page.bytes(), page


def columns():
    page = Page(note="cells of vertical text drawn glyph by glyph in a horizontal font: two columns from right to left, one "
                "column, ordinary lines of two glyphs")
    cid_font(page, "F2", "STSong-Light", "UniGB-UCS2-H", "GB1")
    page.grid((40, 110, 180, 260), (20, 50, 80, 180), page.stroke)
    for x, text in ((75, "支出决算"), (55, "总计数额"), (140, "财政拨款收入")):
        for i, glyph in enumerate(text):
            page.text(x, 165 - 13 * i, glyph, 12, font="F2", raw="<%s>" % glyph.encode("utf-16-be").hex(), quiet=True)
    for x, text in ((75, "支出决算"), (55, "总计数额")):
        page.shown.append("text %g %g 12 down - %s" % (x + 0.14 * 12, 200 - 165 - 0.86 * 12, text))
    for i, glyph in enumerate("财政拨款收入"):
        page.shown.append("text 140 %d 12 right - %s" % (35 + 13 * i, glyph))
    for i, text in enumerate(("预算", "执行", "数")):
        page.text(200, 165 - 15 * i, text, 12, font="F2", raw="<%s>" % text.encode("utf-16-be").hex())
    for row, figures in enumerate((("1,234.56", "7.00", "-0.05"), ("2,000.00", "8.00", "0.00"))):
        for x, figure in zip((46, 116, 190), figures):
            page.text(x, 62 - 30 * row, figure)
        page.cells(row + 1, *figures)
    page.cells(0, "支出决算总计数额", "财政拨款收入", "预算执行数")
    return page.bytes(), page


def under_picture():
    page = Page(note="a line of text with a picture painted over it, a line beside it, a picture with holes over a line")
    page.text(50, 150, "hidden 1.00", marks="invisible")
    page.text(50, 60, "stamped 2.00")
    body = b"\xee\xdd\xdd\xee"
    gray = "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 %s>>"
    plain = page.object(gray % "", body)
    mask = page.object(gray % "", b"\x00\x80\x80\x00")
    holed = page.object(gray % ("/SMask %d 0 R " % mask), body)
    page.op("q 120 0 0 30 40 140 cm /I1 Do Q")
    page.note_box("image", 40, 140, 120, 30)
    page.op("q 120 0 0 30 40 50 cm /I2 Do Q")
    page.note_box("image", 40, 50, 120, 30)
    page.text(50, 100, "visible 3.00")
    return page.bytes(xobjects="/I1 %d 0 R /I2 %d 0 R" % (plain, holed)), page


def large_pictures():
    """Pictures of 10,000 pixels, which are decoded only if text lies under them."""
    page = Page((0, 0, 300, 260), note="large pictures: under text, over text, half-transparent over text, turned, cut by a clip")
    gray = "<< /Type /XObject /Subtype /Image /Width 100 /Height 100 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>"
    body = zlib.compress(bytes((x * y) % 200 + 50 for x in range(100) for y in range(100)))
    number = page.object(gray % len(body), body)
    half = page.object("<< /Type /ExtGState /ca 0.4 >>")
    page.op("q 200 0 0 40 40 200 cm /I1 Do Q")
    page.note_box("image", 40, 200, 200, 40)
    page.text(50, 215, "above 1.00")
    page.text(50, 165, "below 2.00", marks="invisible")
    page.op("q 200 0 0 30 40 155 cm /I1 Do Q")
    page.note_box("image", 40, 155, 200, 30)
    page.text(50, 125, "shows 3.00")
    page.op("q /G1 gs 200 0 0 30 40 115 cm /I1 Do Q")
    page.note_box("image", 40, 115, 200, 30)
    page.op("q 0 80 -60 0 100 20 cm /I1 Do Q")
    page.note_box("image", 40, 20, 60, 80)
    page.op("q 150 30 40 40 re W n 100 0 0 100 120 10 cm /I1 Do Q")
    page.note_box("image", 150, 30, 40, 40)
    page.text(220, 40, "beside 4.00")
    page.diagnosis("text-hidden")
    return page.bytes(xobjects="/I1 %d 0 R" % number, states="/G1 %d 0 R" % half), page


def scan():
    page = Page(note="a scan: a picture over the whole page with its text layer in render mode 3")
    number = page.object(
        "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 4 >>",
        b"\xee\xdd\xdd\xee",
    )
    page.op("q 300 0 0 200 0 0 cm /I1 Do Q 3 Tr")
    page.note_box("image", 0, 0, 300, 200)
    for row, text in enumerate(("Statement of accounts", "Income 1,234.56", "Expenditure 1,200.00")):
        page.text(50, 150 - 40 * row, text, marks="invisible")
    page.diagnosis("text-invisible")
    return page.bytes(xobjects="/I1 %d 0 R" % number), page


def watermarks():
    page = Page(note="over a table: a large slanted watermark, a large pale upright one, small pale slanted ones")
    table(page)
    page.op("0.6 g")
    page.text(70, 30, "DRAFT", size=40, angle=35, quiet=True)
    page.op("0.85 g")
    page.text(45, 75, "INTERNAL", size=30)
    page.op("0.7 g")
    for x, y in ((50, 45), (150, 75), (150, 45)):
        page.text(x, y, "copy", size=8, angle=30, quiet=True)
    page.op("0 g")
    page.loose("slanted text of a font without a map: its characters are not known")
    return page.bytes(), page


def seal():
    page = Page(note="a round red seal over a table: characters along its rim, a line across it")
    table(page)
    page.op("0.85 0.1 0.1 rg")
    for i, letter in enumerate("SEALOFTHEBUREAU"):
        turn = 110 - 14.5 * i
        x, y = 205 + 32 * math.cos(math.radians(turn + 90)), 85 + 32 * math.sin(math.radians(turn + 90))
        page.text(x, y, letter, size=11, angle=turn, quiet=True)
    page.text(185, 80, "2024", size=11, quiet=True)
    page.op("0 g")
    page.loose("the seal")
    return page.bytes(), page


def slanted_head():
    page = Page(note="a table with a small black slanted text: it may belong to the table, so it stays and is diagnosed")
    page.grid(XS, YS, page.stroke)
    page.text(50, 103, "Basic", size=9, angle=40, quiet=True)
    page.loose("slanted text of a font without a map: its characters are not known")
    page.text(146, 112, "Total")
    page.text(146, 82, "7.00")
    page.cells(1, "", "7.00")
    return page.bytes(), page


def marks():
    page = Page(note="footnote marks behind figures: small raised digits, two of them, an exponent, a circled number")
    type3_font(page, "F2", ["one"], ["2460"])
    page.grid(XS, YS, page.stroke)
    page.text(46, 112, "Area m")
    page.text(78.5, 115.5, "2", size=6, quiet=True)
    page.text(146, 112, "1,234.56")
    page.text(184.9, 115.5, "1", size=6, quiet=True)
    page.text(46, 82, "8.00")
    page.text(65.5, 85.5, "12", size=6, quiet=True)
    page.text(146, 82, "9.99")
    page.text(165.5, 82, "①", font="F2", raw="(A)", quiet=True)
    page.text(46, 52, "10")
    page.text(146, 52, "3")
    page.loose("the marks")
    page.cells(0, "Area m²", "1,234.56¹")
    page.cells(1, "8.00¹²", "9.99①")
    page.cells(2, "10", "3")
    return page.bytes(), page


def signs():
    page = Page(note="soft hyphens, zero-width characters, no-break spaces, tabs and Kangxi radicals inside words")
    type3_font(page, "F2", "a b c d e f g h".split(), ["00AD", "200B", "00A0", "0009", "2F26", "2F5C", "FEFF", "2060"])
    page.grid(XS, YS, page.stroke)
    for x, y, codes in ((46, 112, "EAF"), (146, 112, "FBE"), (46, 82, "EGFH"), (146, 82, "ECF"), (46, 52, "EDF")):
        page.text(x, y, "", font="F2", raw="(%s)" % codes, quiet=True)
    page.loose("the characters as the font maps them")
    page.cells(0, "子牛", "牛子")
    page.cells(1, "子牛", "子牛")
    page.cells(2, "子牛", "")
    return page.bytes(), page


def private():
    page = Page(note="characters of private use: nobody knows what they are")
    type3_font(page, "F2", "a b c d".split(), ["E001", "E002", "F8F0", "E123"])
    for y in (150, 100, 50):
        page.text(40, y, "", font="F2", raw="(ABCDABCDABCD)", quiet=True)
    page.loose("characters of private use")
    page.diagnosis("text-unknown")
    return page.bytes(), page


def off_box():
    page = Page((-300, -400, 0, -200), note="a MediaBox away from the origin, below and left of it; and a text outside")
    page.grid((-260, -160, -40), (-360, -310, -260), page.stroke)
    page.text(-250, -300, "inside")
    page.text(-150, -350, "7.00")
    page.text(72, 720, "outside", quiet=True)
    return page.bytes(), page


PAGES = {
    "mojibake": mojibake,
    "identity": identity,
    "vertical": vertical,
    "columns": columns,
    "half-width": half_width,
    "glyph-rules": glyph_rules,
    "numbered": numbered("its own"),
    "numbered-bare": numbered("no"),
    "numbered-falsely": numbered("a made-up"),
    "under-picture": under_picture,
    "large-pictures": large_pictures,
    "scan": scan,
    "watermarks": watermarks,
    "seal": seal,
    "slanted": slanted_head,
    "marks": marks,
    "signs": signs,
    "private": private,
    "off-box": off_box,
}
