"""What an article is known by: hashes of its text and its sentences, and its address."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from unicodedata import normalize
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from secondhand.article import Article, Provenance
from secondhand.record import article_record
from secondhand.safe_text import replace_surrogates

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
    """Return what tells whether two texts are the same, whether "é" is one character in them or two."""
    return hash_exactly(normalize("NFC", replace_surrogates(text)))


def hash_exactly(text: str) -> str:
    """Return what tells whether two texts are the same character by character, as libraries once had it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def older_hashes(text: str) -> tuple[str, str]:
    """Return the hashes that libraries once had of ``text``, typed as it is and with accents of their own."""
    return hash_exactly(text), hash_exactly(normalize("NFD", text))


def is_same_text(one: str, other: str) -> bool:
    """Return whether both texts are the same to a reader: "é" may be one character or two."""
    return one == other or normalize("NFC", one) == normalize("NFC", other)


def content_hash(article: Article) -> str:
    """Return what tells whether an analysis of ``article`` still holds: all that the analysis reads."""
    record = article_record(article)
    read = {name: value for name, value in record.items() if name not in _UNREAD}
    return hashlib.sha256(json.dumps(read, sort_keys=True).encode()).hexdigest()


def address(url: str) -> str:
    """Return ``url`` without what does not change the page it leads to."""
    url = replace_surrogates(url)
    try:
        parts = urlsplit(url.strip())
        query = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(k)]
    except ValueError:
        return url
    scheme = "https" if parts.scheme == "http" else parts.scheme
    return urlunsplit((scheme, parts.netloc.lower(), parts.path.rstrip("/"), urlencode(query), ""))


def provenance_key(provenance: Provenance) -> str:
    """Return what an article had there is known by: the address, and which of several articles it is."""
    where = address(provenance.address)
    if provenance.guid is not None:
        return f"{where}\nguid {provenance.guid}"
    return where if provenance.number is None else f"{where}\nnumber {provenance.number}"


@lru_cache(maxsize=2)
def sentences(text: str) -> tuple[int, ...]:
    """Return numbers that stand for the sentences of ``text``, whatever their quotes, spaces and case."""
    pieces = map(fold, _BREAK.split(text[:_KNOWN_BY]))
    return tuple(sorted({_number(piece) for piece in pieces if len(piece) >= _SHORT}))[:SENTENCES]


def beginning(text: str) -> str:
    """Return the first sentence of ``text``, letters and digits only."""
    pieces = map(fold, _BREAK.split(text, maxsplit=20))
    return next((piece for piece in pieces if len(piece) >= _SHORT), fold(text[:200]))


def fold(text: str) -> str:
    """Return the letters and digits of ``text``, whatever their case."""
    return _BETWEEN.sub("", normalize("NFC", text).casefold())


def _tracks(name: str) -> bool:
    return bool(_TRACKING.fullmatch(name.lower()))


def _number(piece: str) -> int:
    digest = hashlib.blake2b(piece.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
