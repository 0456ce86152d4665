"""What an article is known by: hashes of its text and its sentences, and its address."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from secondhand.article import Article
from secondhand.record import article_record

SENTENCES = 500
"""sentences an article is known by, at most"""
_KNOWN_BY = 300_000
"""characters of a text that are looked at for them, so that a book opens as fast as an article"""

_UNREAD = {"title", "url", "language", "places", "relative"}
"""what no claim depends on"""
_SHORT = 20
"""letters and digits below which a sentence tells nothing"""
_BREAK = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])|\n\s*\n")
_BETWEEN = re.compile(r"[\W_]+")
_TRACKING = re.compile(r"utm_\w+|[a-z]{1,2}clid|msclkid|mc_[ce]id|igshid|cmpid|ref_src|smid|smtyp|ito|at_\w+")


def text_hash(text: str) -> str:
    """Return what tells whether two texts are the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_hash(article: Article) -> str:
    """Return what tells whether an analysis of ``article`` still holds: all that the analysis reads."""
    record = article_record(article)
    read = {name: value for name, value in record.items() if name not in _UNREAD}
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def address(url: str) -> str:
    """Return ``url`` without what does not change the page it leads to."""
    try:
        parts = urlsplit(url.strip())
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(k)]
    except ValueError:
        return url
    scheme = "https" if parts.scheme == "http" else parts.scheme
    return urlunsplit((scheme, parts.netloc.lower(), parts.path.rstrip("/"), urlencode(query), ""))


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[int, ...]:
    """Return numbers that stand for the sentences of ``text``, whatever their quotes, spaces and case."""
    pieces = map(folded, _BREAK.split(text[:_KNOWN_BY]))
    return tuple(sorted({_number(piece) for piece in pieces if len(piece) >= _SHORT}))[:SENTENCES]


def beginning(text: str) -> str:
    """Return the first sentence of ``text``, letters and digits only."""
    pieces = map(folded, _BREAK.split(text, maxsplit=20))
    return next((piece for piece in pieces if len(piece) >= _SHORT), folded(text[:200]))


def folded(text: str) -> str:
    """Return the letters and digits of ``text``, whatever their case."""
    return _BETWEEN.sub("", text.casefold())


def _tracks(name: str) -> bool:
    return bool(_TRACKING.fullmatch(name.lower()))


def _number(piece: str) -> int:
    digest = hashlib.blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
