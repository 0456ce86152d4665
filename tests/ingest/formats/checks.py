"""What holds of every article, and how to make one of bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from secondhand.article import Article
from secondhand.ingest import Bundle, open_bundle
from secondhand.record import article_record


def opened(folder: Path, data: bytes | str) -> Bundle:
    """Return what is read of a file with ``data`` and a name that tells nothing."""
    (folder / "it").write_bytes(data.encode() if isinstance(data, str) else data)
    found = open_bundle(str(folder / "it"))
    for number in range(1, len(found) + 1):
        if isinstance(found.found[number - 1], Article):
            check(found.article(number))
    return found


def check(article: Article) -> None:
    """Check every offset of ``article``."""
    ends = [offset for p in article.paragraphs for offset in (p.start, p.end)]
    assert ends == sorted(ends)
    assert all(words == words.strip() != "" for words in blocks(article))
    assert all(article.text[link.start : link.end].strip() for link in article.hyperlinks)
    assert all(0 <= place.start < len(article.text) for place in article.places)
    json.dumps(article_record(article), ensure_ascii=False).encode()


def blocks(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.paragraphs]


def links(article: Article) -> list[tuple[str, str]]:
    return [(article.text[link.start : link.end], link.url) for link in article.hyperlinks]


def places(article: Article) -> list[tuple[str, str]]:
    return [(place.name, article.text[place.start :].split()[0]) for place in article.places]


def packed(members: Mapping[str, str]) -> bytes:
    """Return a ZIP archive of ``members``."""
    with ZipFile(made := BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return made.getvalue()
