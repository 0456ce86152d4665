from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondhand.errors import FormatError
from tests.ingest.formats.checks import blocks, links, opened

ITEM = """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" xml:lang="en">
<itemMeta><provider literal="Caldera Wire"/><versionCreated>2025-03-02T08:00:00Z</versionCreated></itemMeta>
<contentMeta><contentCreated>2025-03-01T08:00:00Z</contentCreated><by>By Nell Ashgrove</by>
<language tag="en-GB"/><headline>Storm closes port</headline></contentMeta>
<contentSet>{content}</contentSet></newsItem>"""
PAGE = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title></head><body><p>The port closed, <a href="https://h.example/x">she said</a>.</p>
<p>It rained.</p>
</body></html></inlineXML>"""
NITF = """<inlineXML><nitf><body><body.content><block>
<p>The port <em>closed</em>.</p></block></body.content></body>
</nitf></inlineXML>"""


def test_an_item_with_a_page(tmp_path: Path) -> None:
    article = opened(tmp_path, '<?xml version="1.0"?>' + ITEM.format(content=PAGE)).article()
    assert blocks(article) == ["The port closed, she said.", "It rained."]
    assert links(article) == [("she said", "https://h.example/x")]
    assert (article.title, article.publisher) == ("Storm closes port", "Caldera Wire")
    assert (article.authors, article.date) == (("Nell Ashgrove",), date(2025, 3, 1))
    assert article.language == "en-GB"


def test_a_message_holds_several(tmp_path: Path) -> None:
    plain = "<inlineData contenttype='text/plain'>It rained.\n\nIt poured.</inlineData>"
    remote = "<remoteContent href='https://h.example/p.jpg'/>"
    items = "".join(ITEM.format(content=content) for content in (NITF, remote, plain))
    found = opened(tmp_path, f"<newsMessage><header/><itemSet>{items}</itemSet></newsMessage>")
    assert [blocks(found.article(n)) for n in (1, 2)] == [["The port closed."], ["It rained.", "It poured."]]
    assert len(found) == 2


def test_an_item_whose_text_is_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="only refers to its texts"):
        opened(tmp_path, ITEM.format(content="<remoteContent href='https://h.example/p.jpg'/>"))
