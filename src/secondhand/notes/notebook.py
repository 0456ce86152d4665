"""One article with all that is known of it and all that its reader made: what is shown and exported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Highlight


@dataclass(frozen=True, slots=True)
class Notebook:
    """An article, its claims, and the reader's marks on them."""

    article: Article
    analysis: Analysis | None = None
    """with the corrections applied; None where it was never analysed"""
    highlights: tuple[Highlight, ...] = ()
    """those found in the text, in reading order, their anchors being where they are now"""
    orphans: tuple[Highlight, ...] = ()
    """those whose words are not in the text any more, as they were made"""
    corrections: tuple[Correction, ...] = ()
    opened: datetime | None = None
    """when it was last read, UTC"""
