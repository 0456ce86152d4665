from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import FormatError
from tests.ingest.formats.checks import links, opened

SAVED = """\
From: <Saved by Blink>
Snapshot-Content-Location: https://h.example/news/a
Subject: x
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: {kind}
Content-Transfer-Encoding: quoted-printable
Content-Location: https://h.example/news/a

<html lang=3D"en"><head><title>Storm closes the port</title></head><body><article><p>The harbour of Calde=
ra closed on Tuesday, its director <a href=3D"b">told reporters</a> in the=
 caf=C3=A9 of the port.</p><p>Nobody knows how long the storm will last, she added after that.</p>
</article></body></html>
--cut--
"""


def test_a_saved_page_is_read_as_the_page_it_was(tmp_path: Path) -> None:
    article = opened(tmp_path, SAVED.format(kind="text/html; charset=utf-8")).article()
    assert article.text.startswith(
        "The harbour of Caldera closed on Tuesday, its director told reporters in the café"
    )
    assert links(article) == [("told reporters", "https://h.example/news/b")]
    assert (article.url, article.language) == ("https://h.example/news/a", "en")


def test_a_saved_page_that_nobody_knows_the_address_of(tmp_path: Path) -> None:
    unknown = SAVED.format(kind="text/html; charset=utf-8").replace("https://h.example/news/a", "cid:1@mhtml")
    article = opened(tmp_path, unknown).article()
    assert (links(article), article.url) == ([], None)
    assert [article.text[start:end].strip() for start, end in article.relative] == ["told reporters"]


def test_a_saved_page_without_a_page(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is a saved page without a page in it"):
        opened(tmp_path, SAVED.format(kind="image/png"))
