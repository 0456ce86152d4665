"""Article → an address that names it everywhere, for formats that need one."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from secondhand.article import Article


def address_of(article: Article) -> str:
    """Return where the article was published; without that, the name RFC 6920 gives its text."""
    return article.url or text_address(article.text)


@lru_cache(2)
def text_address(text: str) -> str:
    """Return the name of ``text`` by its SHA-256 sum: "ni:///sha-256;…"."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")
