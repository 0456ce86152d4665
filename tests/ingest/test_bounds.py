"""Small files that would grow, loop or nest without end: each is an article or one line, within bounds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from tests.ingest.formats import test_docx as docx
from tests.ingest.formats import test_html as html
from tests.ingest.formats import test_pdf as pdf

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, 1_000_000_000))
from secondhand.errors import SecondhandError
from secondhand.ingest import read_article
for name in sys.argv[1:]:
    try:
        print(len(read_article(name).paragraphs))
    except SecondhandError as error:
        print(error)
"""
SAID = "".join(
    f"<p>The port of {place} was closed on Tuesday, officials said.</p>"
    for place in ("Caldera", "Varn", "Holm", "Tolland", "Ness")
)
LOOP = (
    "99 0 obj\n<< /Type /XObject /Subtype /Form /Resources << /XObject << /X 99 0 R >> >> /Length 12 >>\n"
    "stream\n/X Do /X Do \nendstream\nendobj\n"
)


def files(folder: Path) -> Iterator[str]:
    """Write them into ``folder``; yield their names."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    texts = {
        "marks": "The port was closed, she said. " + '"' * 1_000_000,
        "nested": f"<html><body>{'<div>' * 100}{SAID}{'</div>' * 100}</body></html>",
        "attributes": f"<html><body><p {' '.join(f'a{n}=1' for n in range(20_000))}>{SAID}",
        "breaks": html.page("<p>It rained, he said to us all." + "<br>" * 10_000 + "It poured.</p>"),
        "brackets.md": "It rained, he said. " + "![" * 100_000,
        "laughs": f'<!DOCTYPE nitf [<!ENTITY a0 "ha">{laughs}]><nitf>&a9;</nitf>',
        "two\nlines\x1b[2J": "It rained.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    (folder / "loop").write_bytes(pdf.document(["/X Do"], drawing=LOOP))
    row = pdf.lines(*((50, 700, f"w{n}") for n in range(8_000)))
    (folder / "row").write_bytes(pdf.document([row]))
    with ZipFile(folder / "bomb", "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", docx.document("") + b" " * 5_000_000)
    (folder / "line").write_bytes(b"x" * 20_000_001)
    yield from (*texts, "loop", "row", "bomb", "line", "no\nfile")


def test_each_is_read_or_refused_within_bounds(tmp_path: Path) -> None:
    names = list(files(tmp_path))
    asked = [sys.executable, "-c", READ, *names]
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "1",
        "5",
        "5",
        "2",
        "1",
        "laughs defines XML entities of its own, which are not read: save it without.",
        "1",
        "loop is a PDF document of pictures only: have its text recognised (OCR).",
        "1",
        "bomb unpacks to far more than an article: it is not opened.",
        "line is larger than 20 MB: open a file of one article.",
        "no\\nfile: no such file. Check the name.",
    ]
