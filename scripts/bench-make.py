#!/usr/bin/env python3
"""Makes a PDF of dense pages to measure speed with.

usage: bench-make.py PAGES OUT.pdf [--no-tounicode]

Every page is a ruled table of 30 x 9 cells: code, name in Chinese, seven amounts. One table runs over all pages, its head
is repeated. Chinese is set in an embedded TrueType subset (Identity-H, with ToUnicode); digits in a simple TrueType subset
(WinAnsiEncoding), which has a ToUnicode map unless --no-tounicode is given: Word and Excel leave it out.
"""
import argparse
import os
import random
import struct
import sys
import zlib

CHINESE_FONTS = ["/usr/share/fonts/truetype/arphic/uming.ttc", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
                 "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"]
LATIN_FONTS = ["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"]
LATIN = "0123456789.,-"
NAMES = ["一般公共服务支出", "教育支出", "社会保障和就业支出", "机关事业单位基本养老保险缴费支出", "卫生健康支出",
         "行政单位医疗", "住房保障支出", "住房公积金", "农林水支出", "其他资本性支出"]
HEADS = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入",
         "其他收入"]
TITLE, UNIT, LABEL = "收入决算表", "金额单位：万元", "公开表"
WIDTHS = [60, 190, 80, 80, 80, 80, 80, 80, 70]
LEFT, TOP, ROW, WIDTH, HEIGHT = 21, 520, 16, 842, 595
ROWS = 29  # and the head


class Font:
    """A TrueType font cut down to some characters: glyph 0, then one glyph per character, then parts of composites."""

    def __init__(self, path, text):
        self.data = open(path, "rb").read()
        start = struct.unpack(">I", self.data[12:16])[0] if self.data[:4] == b"ttcf" else 0
        self.tables = {}
        for i in range(struct.unpack(">H", self.data[start + 4:start + 6])[0]):
            tag, _, offset, length = struct.unpack(">4sIII", self.data[start + 12 + 16 * i:start + 28 + 16 * i])
            self.tables[tag.decode()] = self.data[offset:offset + length]
        self.unicodes = sorted(set(text), key=ord)
        self.units = struct.unpack(">H", self.tables["head"][18:20])[0]
        self.read_cmap()
        self.old = [0] + [self.cmap[ord(c)] for c in self.unicodes]
        self.cut()

    def read_cmap(self):
        cmap, self.cmap = self.tables["cmap"], {}
        for i in range(struct.unpack(">H", cmap[2:4])[0]):
            offset = struct.unpack(">I", cmap[8 + 8 * i:12 + 8 * i])[0]
            if struct.unpack(">H", cmap[offset:offset + 2])[0] == 4:
                self.read_format_4(cmap[offset:])

    def read_format_4(self, t):
        n = struct.unpack(">H", t[6:8])[0] // 2
        ends = struct.unpack(f">{n}H", t[14:14 + 2 * n])
        starts = struct.unpack(f">{n}H", t[16 + 2 * n:16 + 4 * n])
        deltas = struct.unpack(f">{n}H", t[16 + 4 * n:16 + 6 * n])
        ranges = struct.unpack(f">{n}H", t[16 + 6 * n:16 + 8 * n])
        for i in range(n):
            for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
                glyph = code
                if ranges[i]:
                    at = 16 + 6 * n + 2 * i + ranges[i] + 2 * (code - starts[i])
                    glyph = struct.unpack(">H", t[at:at + 2])[0]
                    if not glyph:
                        continue
                self.cmap[code] = (glyph + deltas[i]) & 0xFFFF

    def outline(self, glyph):
        loca, long = self.tables["loca"], struct.unpack(">h", self.tables["head"][50:52])[0]
        if long:
            a, b = struct.unpack(">II", loca[4 * glyph:4 * glyph + 8])
        else:
            a, b = (2 * x for x in struct.unpack(">HH", loca[2 * glyph:2 * glyph + 4]))
        return bytearray(self.tables["glyf"][a:b])

    def renumber_parts(self, outline):
        """The parts of a composite glyph get numbers in the subset."""
        if len(outline) < 10 or struct.unpack(">h", outline[:2])[0] >= 0:
            return
        at, flags = 10, 0x20
        while flags & 0x20:
            flags, part = struct.unpack(">HH", outline[at:at + 4])
            if part not in self.old:
                self.old.append(part)
            outline[at + 2:at + 4] = struct.pack(">H", self.old.index(part))
            at += 4 + (4 if flags & 1 else 2) + (2 if flags & 8 else 4 if flags & 0x40 else 8 if flags & 0x80 else 0)

    def advance(self, glyph):
        n = struct.unpack(">H", self.tables["hhea"][34:36])[0]
        return struct.unpack(">H", self.tables["hmtx"][4 * min(glyph, n - 1):4 * min(glyph, n - 1) + 2])[0]

    def cut(self):
        glyf, loca, hmtx, i = b"", [0], b"", 0
        while i < len(self.old):
            outline = self.outline(self.old[i])
            self.renumber_parts(outline)
            glyf += bytes(outline) + b"\0" * (-len(outline) % 4)
            loca.append(len(glyf))
            hmtx += struct.pack(">Hh", self.advance(self.old[i]), 0)
            i += 1
        head, hhea, maxp = (bytearray(self.tables[t]) for t in ("head", "hhea", "maxp"))
        head[50:52] = struct.pack(">h", 1)
        hhea[34:36] = struct.pack(">H", len(self.old))
        maxp[4:6] = struct.pack(">H", len(self.old))
        codes = bytearray(256)
        for i, c in enumerate(self.unicodes):
            if ord(c) < 256:
                codes[ord(c)] = i + 1
        cmap = struct.pack(">HHHHIHHH", 0, 1, 1, 0, 12, 0, 262, 0) + bytes(codes)
        parts = {"cmap": cmap, "glyf": glyf, "head": bytes(head), "hhea": bytes(hhea), "hmtx": hmtx,
                 "loca": struct.pack(f">{len(loca)}I", *loca), "maxp": bytes(maxp)}
        for tag in ("cvt ", "fpgm", "prep"):
            if tag in self.tables:
                parts[tag] = self.tables[tag]
        self.file = assemble(parts)

    def width(self, c):
        return self.advance(self.cmap[ord(c)]) * 1000 // self.units

    def glyphs(self, text):
        return "".join("%04X" % (self.unicodes.index(c) + 1) for c in text)


def assemble(parts):
    power = len(parts).bit_length() - 1
    out = struct.pack(">IHHHH", 0x10000, len(parts), 16 << power, power, 16 * len(parts) - (16 << power))
    at, body = 12 + 16 * len(parts), b""
    for tag in sorted(parts):
        data = parts[tag] + b"\0" * (-len(parts[tag]) % 4)
        checksum = sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF
        out += struct.pack(">4sIII", tag.encode(), checksum, at, len(parts[tag]))
        at += len(data)
        body += data
    return out + body


class Pdf:
    def __init__(self):
        self.objects = []

    def add(self, text, stream=None):
        if stream is not None:
            data = zlib.compress(stream)
            text = f"<< {text} /Length {len(data)} /Filter /FlateDecode >>"
            body = text.encode() + b"\nstream\n" + data + b"\nendstream"
        else:
            body = text.encode()
        self.objects.append(body)
        return len(self.objects)

    def write(self, path, root):
        with open(path, "wb") as f:
            offsets = []
            f.write(b"%PDF-1.5\n")
            for i, body in enumerate(self.objects):
                offsets.append(f.tell())
                f.write(b"%d 0 obj\n" % (i + 1) + body + b"\nendobj\n")
            xref = f.tell()
            f.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1))
            f.write(b"".join(b"%010d 00000 n \n" % o for o in offsets))
            f.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, root, xref))


def to_unicode(pairs, digits):
    lines = "\n".join(f"<{code:0{digits}X}> <{ord(c):04X}>" for code, c in pairs)
    return (f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def\n"
            f"1 begincodespacerange <{0:0{digits}X}> <{16 ** digits - 1:X}> endcodespacerange\n"
            f"{len(pairs)} beginbfchar\n{lines}\nendbfchar\nendcmap end end\n").encode()


def descriptor(pdf, font, name, flags):
    data = pdf.add(f"/Length1 {len(font.file)}", font.file)
    return pdf.add(f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags} /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
                   f"/Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 /FontFile2 {data} 0 R >>")


def add_chinese(pdf, font):
    d = descriptor(pdf, font, "AAAAAA+Bench", 4)
    widths = " ".join(str(font.width(c)) for c in font.unicodes)
    cid = pdf.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Bench /CIDSystemInfo << /Registry (Adobe) "
                  f"/Ordering (Identity) /Supplement 0 >> /FontDescriptor {d} 0 R /W [1 [{widths}]] /CIDToGIDMap /Identity >>")
    unicode_map = pdf.add("", to_unicode([(i + 1, c) for i, c in enumerate(font.unicodes)], 4))
    return pdf.add("<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Bench /Encoding /Identity-H "
                   f"/DescendantFonts [{cid} 0 R] /ToUnicode {unicode_map} 0 R >>")


def add_latin(pdf, font, with_map):
    d = descriptor(pdf, font, "BBBBBB+Bench", 32)
    widths = " ".join(str(font.width(chr(c))) if chr(c) in LATIN else "0" for c in range(32, 127))
    extra = ""
    if with_map:
        extra = f"/ToUnicode {pdf.add('', to_unicode([(ord(c), c) for c in LATIN], 2))} 0 R"
    return pdf.add("<< /Type /Font /Subtype /TrueType /BaseFont /BBBBBB+Bench /FirstChar 32 /LastChar 126 "
                   f"/Widths [{widths}] /Encoding /WinAnsiEncoding /FontDescriptor {d} 0 R {extra} >>")


def rules():
    right, bottom = LEFT + sum(WIDTHS), TOP - ROW * (ROWS + 1)
    lines = [f"{LEFT} {TOP - ROW * i} m {right} {TOP - ROW * i} l" for i in range(ROWS + 2)]
    for i in range(len(WIDTHS) + 1):
        x = LEFT + sum(WIDTHS[:i])
        lines.append(f"{x} {TOP} m {x} {bottom} l")
    return "0.5 w\n" + "\n".join(lines) + "\nS\n"


def page_content(number, chinese, latin, figures):
    out = [rules()]

    def zh(x, y, text, size=9):
        out.append(f"BT /C {size} Tf {x} {y} Td <{chinese.glyphs(text)}> Tj ET\n")

    def number_at(right, y, text):
        x = right - sum(latin.width(c) for c in text) * 9 / 1000
        out.append(f"BT /L 9 Tf {x:.2f} {y} Td ({text}) Tj ET\n")

    if number == 0:
        zh(370, 555, TITLE, 16)
        zh(LEFT, 530, LABEL)
        zh(740, 530, UNIT)
    x = LEFT
    for head, width in zip(HEADS, WIDTHS):
        zh(x + 2, TOP - ROW + 4, head)
        x += width
    for row in range(1, ROWS + 1):
        y = TOP - ROW * (row + 1) + 4
        number_at(LEFT + 58, y, f"{2010000 + (number * ROWS + row) % 90000}")
        zh(LEFT + 62, y, figures.choice(NAMES))
        x = LEFT + WIDTHS[0] + WIDTHS[1]
        for width in WIDTHS[2:]:
            x += width
            number_at(x - 2, y, f"{figures.randrange(100000000) / 100:,.2f}")
    return "".join(out).encode()


def find_font(paths):
    for path in paths:
        if os.path.exists(path):
            return path
    sys.exit("bench-make.py: none of these fonts is installed: " + ", ".join(paths))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=int)
    parser.add_argument("out")
    parser.add_argument("--no-tounicode", action="store_true")
    o = parser.parse_args()
    chinese = Font(find_font(CHINESE_FONTS), "".join(NAMES + HEADS) + TITLE + UNIT + LABEL)
    latin = Font(find_font(LATIN_FONTS), LATIN)
    pdf, figures = Pdf(), random.Random(1)
    fonts = f"<< /C {add_chinese(pdf, chinese)} 0 R /L {add_latin(pdf, latin, not o.no_tounicode)} 0 R >>"
    tree = len(pdf.objects) + 2 * o.pages + 1
    kids = []
    for i in range(o.pages):
        content = pdf.add("", page_content(i, chinese, latin, figures))
        kids.append(pdf.add(f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {content} 0 R "
                            f"/Resources << /Font {fonts} >> >>"))
    pdf.add(f"<< /Type /Pages /Count {o.pages} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>")
    pdf.write(o.out, pdf.add(f"<< /Type /Catalog /Pages {tree} 0 R >>"))


main()
