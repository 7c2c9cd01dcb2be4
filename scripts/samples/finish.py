"""What happens to a PDF after a producer wrote it: turning, fixed dates, encryption, page search, truth."""

import json
import os
import re
import subprocess

STAMP = b"D:20250820090000Z"


def qpdf(*arguments):
    """qpdf's status 3 means warnings only."""
    status = subprocess.run(["qpdf", *arguments], check=False).returncode
    if status not in (0, 3):
        raise SystemExit("qpdf failed on " + arguments[-1])


def zeroed(match):
    return match.group(1) + re.sub(rb"[0-9A-Fa-f]", b"0", match.group(2))


def fixed_marks(path):
    """Overwrites what differs from run to run (dates, file identifiers, a checksum), keeping the length."""
    with open(path, "rb") as file:
        data = file.read()

    def stamp(match):
        room = len(match.group(2))
        return match.group(1) + STAMP[:room].ljust(room, b"0") + match.group(3)

    data = re.sub(rb"(/(?:CreationDate|ModDate) ?\()([^)]*)(\))", stamp, data)
    data = re.sub(rb"(/DocChecksum /|/ID\s*\[)([0-9A-Fa-f<>\s]+)", zeroed, data)
    with open(path, "wb") as file:
        file.write(data)


def drop_unicode(path):
    """Takes the ToUnicode maps off the simple TrueType fonts, as Word and Excel leave them."""
    plain = path + ".qdf"
    qpdf("--qdf", "--static-id", "--object-streams=disable", path, plain)
    with open(plain, "rb") as file:
        data = file.read()
    objects = re.split(rb"(?<=\nendobj\n)", data)
    for i, body in enumerate(objects):
        if b"/Subtype /TrueType" in body and b"/WinAnsiEncoding" in body:
            objects[i] = re.sub(rb"  /ToUnicode \d+ 0 R\n", b"", body)
    fixed = subprocess.run(["fix-qdf"], input=b"".join(objects), stdout=subprocess.PIPE, check=True).stdout
    with open(path, "wb") as file:
        file.write(fixed)
    os.remove(plain)


def finish(raw, path, turned, no_unicode):
    fixed_marks(raw)
    if no_unicode:
        drop_unicode(raw)
    turn = ["--rotate=+90:" + ",".join(str(n) for n in turned)] if turned else []
    qpdf("--deterministic-id", *turn, raw, path)


def encrypted(samples, name, last):
    """Two encrypted copies of one report's first pages: one opens without a password, the other only with one."""
    source = os.path.join(samples, "y_%s.pdf" % name)
    with open(os.path.join(samples, "truth", "y_%s.json" % name), encoding="utf-8") as file:
        truth = json.load(file)
    truth["tables"] = [t for t in truth["tables"] if t["page_to"] <= last]
    pages = ["--pages", source, "1-%d" % last, "--"]
    for target, user, strength in (
        ("y_encrypted-empty", "", ["128", "--use-aes=y"]),
        ("n_encrypted-user", "juesuan", ["256"]),
    ):
        qpdf(
            "--static-id",
            "--static-aes-iv",
            source,
            *pages,
            "--encrypt",
            user,
            "yunling",
            *strength,
            "--",
            os.path.join(samples, target + ".pdf"),
        )
        write_truth(os.path.join(samples, "truth", target + ".json"), truth)


def page_texts(path):
    text = subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    return text.split("\f")[:-1]


def squeezed(text):
    return re.sub(r"\s", "", text)


def find_pages(path, tables):
    """Sets where each table begins (a line that is its title) and ends (the last page with its last row)."""
    pages = [[squeezed(line) for line in page.split("\n")] for page in page_texts(path)]
    starts, at = [], (0, 0)
    for table in tables:
        at = find_title(pages, squeezed(table.title), at)
        starts.append(at)
    for table, start, after in zip(tables, starts, starts[1:] + [next_part(pages, starts[-1])]):
        cells = [squeezed(c) for c in last_row(table) if c]
        end = start[0]
        for number in range(start[0], after[0] + 1):
            lines = pages[number][start[1] if number == start[0] else 0 : after[1] if number == after[0] else None]
            if all(cell[:6] in "".join(lines) for cell in cells):
                end = number
        table.pages = (start[0] + 1, end + 1)


def next_part(pages, at):
    """Where the prose goes on after the last table, or the end of the document."""
    for number in range(at[0], len(pages)):
        for i, line in enumerate(pages[number]):
            if (number, i) > at and re.match("第.部分", line):
                return number, i
    return len(pages) - 1, 10**6


def last_row(table):
    for row in reversed(table.rows):
        if any(row):
            return row
    return []


def find_title(pages, title, at):
    """The first line after at that is the title, but not in a table of contents."""
    for number in range(at[0], len(pages)):
        for i, line in enumerate(pages[number]):
            if (number, i) > at and line == title:
                return number, i
    raise SystemExit("no page shows " + title)


def write_truth(path, truth):
    """One line per row, as short as can be."""
    tables = []
    for table in truth["tables"]:
        rows = ",\n   ".join(json.dumps(row, ensure_ascii=False) for row in table["rows"])
        parts = ['"%s": %s' % (k, json.dumps(v, ensure_ascii=False)) for k, v in table.items() if k != "rows"]
        tables.append("  {" + ",\n   ".join(parts) + ',\n   "rows": [\n   ' + rows + "]}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            '{"doc": %s,\n "tables": [\n%s]}\n' % (json.dumps(truth["doc"], ensure_ascii=False), ",\n".join(tables))
        )
