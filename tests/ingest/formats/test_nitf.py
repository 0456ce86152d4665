from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondhand.errors import FormatError
from tests.ingest.formats.checks import blocks, links, opened

STORY = """<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "http://h.example/nitf-3-4.dtd">
<nitf><head><title>PORT</title><docdata><date.issue norm="20250301T080000Z"/></docdata>
<pubdata name="The Caldera Observer"/></head><body><body.head><hedline><hl1>Storm closes port</hl1></hedline>
<byline>By <person>Nell Ashgrove</person></byline></body.head><body.content><block>
<p>The port closed, <a href="https://h.example/x">she said</a>.</p><media media-type="image">
<media-caption>A boat.</media-caption></media></block><hl2>Rain</hl2><p>It rained.</p>
</body.content></body></nitf>"""


def test_a_story(tmp_path: Path) -> None:
    article = opened(tmp_path, STORY).article()
    assert blocks(article) == ["The port closed, she said.", "Rain", "It rained."]
    assert links(article) == [("she said", "https://h.example/x")]
    assert (article.title, article.publisher) == ("Storm closes port", "The Caldera Observer")
    assert (article.authors, article.date) == (("Nell Ashgrove",), date(2025, 3, 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(tmp_path: Path, encoding: str) -> None:
    bomb = '<!DOCTYPE nitf [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>'
    with pytest.raises(FormatError, match="defines XML entities of its own"):
        opened(tmp_path, bomb.encode(encoding))


def test_depth_without_end_ends(tmp_path: Path) -> None:
    deep = STORY.replace("It rained.", "<em>" * 100_000 + "It rained.")
    assert blocks(opened(tmp_path, deep).article())[0] == "The port closed, she said."
