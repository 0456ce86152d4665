from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondhand.errors import FormatError
from tests.ingest.formats.checks import blocks, links, opened, packed, places

CONTAINER = '<container><rootfiles><rootfile full-path="O/p.opf"/></rootfiles></container>'
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour Weekly</dc:title>
<dc:creator>Nell Ashgrove</dc:creator><dc:creator>Bo Lind</dc:creator>
<dc:publisher>Caldera Press</dc:publisher>
<dc:date>2025-03-01T10:00:00Z</dc:date><dc:language>en-GB</dc:language></metadata>
<manifest><item id="a" href="a%201.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="n.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/>
<itemref idref="a"/><itemref idref="z"/></spine>
</package>"""
FIRST = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><h1>The port</h1>
<p>It&nbsp;closed, <a href="https://h.example/x">officials</a> said.<!-- no --> So.</p>
<script>alert(1)</script></body></html>"""
LAST = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>It rained.<br/>It poured.</p></body></html>"
BOOK = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "O/p.opf": PACKAGE,
    "O/b.xhtml": FIRST,
    "O/a 1.xhtml": LAST,
    "O/n.xhtml": "<html><body>Contents</body></html>",
}


def test_the_spine_is_read_in_order(tmp_path: Path) -> None:
    article = opened(tmp_path, packed(BOOK)).article()
    assert blocks(article) == ["The port", "It closed, officials said. So.", "It rained.\nIt poured."]
    assert links(article) == [("officials", "https://h.example/x")]
    assert places(article) == [("The port", "The"), ("chapter 2", "It")]


def test_what_the_book_tells_of_itself(tmp_path: Path) -> None:
    article = opened(tmp_path, packed(BOOK)).article()
    assert (article.title, article.publisher) == ("Harbour Weekly", "Caldera Press")
    assert article.authors == ("Nell Ashgrove", "Bo Lind")
    assert (article.date, article.language) == (date(2025, 3, 1), "en-GB")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"META-INF/encryption.xml": "<EncryptedData/>"}, "is locked by its seller"),
        ({"META-INF/container.xml": "<container/>"}, "without a list of its chapters"),
        ({"META-INF/container.xml": CONTAINER.replace("p.opf", "q.opf")}, "is damaged"),
        ({"O/b.xhtml": "<p>" + " " * 5_000_000}, "unpacks to far more than an article"),
        ({"O/b.xhtml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}, "XML entities of its own"),
    ],
)
def test_locked_broken_and_hostile_books(tmp_path: Path, changed: dict[str, str], said: str) -> None:
    with pytest.raises(FormatError, match=said) as caught:
        opened(tmp_path, packed(BOOK | changed))
    assert str(caught.value).isprintable()


def test_a_truncated_book(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is a ZIP archive"):
        opened(tmp_path, packed(BOOK)[:-30])
