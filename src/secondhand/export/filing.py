"""An export → a file: a name for it, and writing it whole or not at all."""

from __future__ import annotations

import os
import re
from pathlib import Path
from unicodedata import normalize
from uuid import uuid4

from secondhand.article import Article
from secondhand.errors import OptionError

_MOST = 60
"""characters of a title that make a name"""
_OTHERS = re.compile(r"[\W_]+")


def file_name(article: Article, suffix: str) -> str:
    """Return a name for an export of ``article``: letters, digits, hyphens of its title, and ``suffix``."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    title = article.title or article.text[first : first + 10 * _MOST]
    words = _OTHERS.sub("-", normalize("NFC", title)).strip("-").lower()
    if len(words) > _MOST:
        words = words[: _MOST + 1].rpartition("-")[0] or words[:_MOST]
    return f"{words or 'article'}{suffix}"


def write_file(path: Path, text: str) -> None:
    """Write ``text`` to the file ``path`` as UTF-8: all of it or, where that fails, nothing.

    What stood there is replaced. Raises OptionError.
    """
    # A link stays one: what it leads to is replaced.
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise OptionError(f"{path} is not a file: choose another name.")
    unfinished = target.with_name(f".{uuid4().hex}.part")
    try:
        with unfinished.open("x", encoding="utf-8", errors="replace", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            unfinished.chmod(target.stat().st_mode)
        unfinished.replace(target)
    except (OSError, ValueError) as error:
        unfinished.unlink(missing_ok=True)
        why = error.strerror if isinstance(error, OSError) else error
        raise OptionError(f"{path} cannot be written: {why}.") from None
