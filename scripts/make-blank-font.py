#!/usr/bin/env python3
"""Writes extract/blank.ttf or, with --bold, extract/blank-bold.ttf, which stand for fonts that are not embedded.

usage: make-blank-font.py [--bold] FILE

A TrueType font of glyphs half an em wide. Number 0 is a box and stands for all characters, 1 is empty and stands for the
blank, which has this number in all of Adobe's character collections too. There is a character map for Mac Roman, which
Poppler takes for simple fonts, and none for Unicode, so that it takes the glyph numbers of composite fonts as they are and
spares itself the reading of large tables. In the map, figures and the signs beside them have numbers of their own, by which
they are known again (FIRST plus the ASCII code; no composite font comes near). These are signs that even fonts of symbols
show as such. The font's family name is how it is known again itself.
"""
import struct
import sys

EM = 1000
FAMILY = "juesuan blank"
FIRST = 65000
FIGURES = "%(),-./0123456789:"
GLYPHS = FIRST + 256


def checksum(data):
    data += b"\0" * (-len(data) % 4)
    return sum(struct.unpack(f">{len(data) // 4}I", data)) & 0xFFFFFFFF


def glyph():
    """A square from (50,0) to (450,700): one contour of four points on the curve."""
    points = [(50, 0), (50, 700), (450, 700), (450, 0)]
    data = struct.pack(">hhhhh", 1, 50, 0, 450, 700) + struct.pack(">HH", 3, 0) + b"\x01" * 4
    before = (0, 0)
    for axis in (0, 1):
        last = before[axis]
        for point in points:
            data += struct.pack(">h", point[axis] - last)
            last = point[axis]
    return data + b"\0" * (-len(data) % 4)


def characters():
    """Mac Roman, format 6: the blank is glyph 1, figures have their own, all others are glyph 0."""
    glyphs = [1 if code == 0x20 else FIRST + code if chr(code) in FIGURES else 0 for code in range(256)]
    return struct.pack(">HHHHI", 0, 1, 1, 0, 12) + struct.pack(">HHHHH256H", 6, 522, 0, 0, 256, *glyphs)


def names():
    text = FAMILY.encode("utf-16-be")
    records = [(1, text), (4, text), (6, FAMILY.replace(" ", "-").encode("utf-16-be"))]
    data, strings = struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)), b""
    for number, value in records:
        data += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(value), len(strings))
        strings += value
    return data + strings


def font(bold):
    glyf = glyph()
    tables = {
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, EM, 0, 0, 50, 0, 450, 700, int(bold), 8, 2, 0, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 860, -140, 0, EM // 2, 50, 50, 450, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        b"maxp": struct.pack(">I14H", 0x10000, GLYPHS, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"hmtx": struct.pack(">Hhh", EM // 2, 50, 0),
        b"cmap": characters(),
        b"loca": struct.pack(">HHH", 0, len(glyf) // 2, len(glyf) // 2),
        b"glyf": glyf,
        b"name": names(),
        b"post": struct.pack(">IIhhIIIII", 0x30000, 0, -100, 50, 0, 0, 0, 0, 0),
    }
    n = len(tables)
    power = 1 << (n.bit_length() - 1)
    data = struct.pack(">IHHHH", 0x10000, n, power * 16, power.bit_length() - 1, n * 16 - power * 16)
    place, bodies = 12 + 16 * n, b""
    for tag in sorted(tables):
        table = tables[tag]
        data += tag + struct.pack(">III", checksum(table), place + len(bodies), len(table))
        bodies += table + b"\0" * (-len(table) % 4)
    whole = bytearray(data + bodies)
    head = 12 + 16 * n + sum(len(t) + -len(t) % 4 for tag, t in sorted(tables.items()) if tag < b"head")
    struct.pack_into(">I", whole, head + 8, (0xB1B0AFBA - checksum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def main():
    bold = sys.argv[1:2] == ["--bold"]
    paths = sys.argv[1 + bold:]
    if len(paths) != 1:
        sys.exit(__doc__)
    with open(paths[0], "wb") as out:
        out.write(font(bold))


main()
