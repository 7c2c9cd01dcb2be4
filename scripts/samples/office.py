"""Runs LibreOffice on a flat document and gives the PDF."""

import os
import shutil
import subprocess


def convert(document, pdf, kind):
    """document (.fodt, .fods) to pdf; a private profile keeps the user's settings out."""
    folder = os.path.dirname(pdf)
    profile = "file://" + os.path.join(os.path.abspath(folder), "office-profile")
    program = shutil.which("soffice")
    env = dict(os.environ, SOURCE_DATE_EPOCH="1755680400", LC_ALL="C.UTF-8")
    subprocess.run(
        [
            program,
            "-env:UserInstallation=" + profile,
            "--headless",
            "--convert-to",
            "pdf:%s_pdf_Export" % kind,
            "--outdir",
            folder,
            document,
        ],
        env=env,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    made = os.path.join(folder, os.path.splitext(os.path.basename(document))[0] + ".pdf")
    if made != pdf:
        os.replace(made, pdf)


NAMESPACES = " ".join(
    'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair
    for pair in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("meta", "meta"),
        ("number", "datastyle"),
    )
)
