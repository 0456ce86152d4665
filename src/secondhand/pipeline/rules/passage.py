"""What every rule is given of a text, beside the attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from secondhand.pipeline.rules.rule_settings import DEFAULTS, RuleSettings
from secondhand.quotations import find_outermost
from secondhand.spans import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 150
"""characters of a headline"""
_NO_HEADLINE = frozenset({"caption", "list item", "post", "quotation", "standfirst", "time"})
"""what a page shows a paragraph as that is no headline, however short"""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and what is known of it before a rule runs."""

    text: str
    paragraphs: tuple[Range, ...]
    quotations: tuple[Range, ...] = ()
    """those that are in no other one, marks included"""
    headline: Range | None = None
    """the paragraph that is one"""
    doc: Doc | None = None
    """the text with sentences, entities and, where the weights have heads for it, a parse"""
    settings: RuleSettings = DEFAULTS
    kinds: tuple[str | None, ...] = ()
    """what its page shows each paragraph as; () where nothing is known"""


def read_passage(
    text: str,
    paragraphs: Sequence[Range],
    *,
    title: str | None = None,
    doc: Doc | None = None,
    settings: RuleSettings = DEFAULTS,
    kinds: tuple[str | None, ...] = (),
) -> Passage:
    """Return what rules go on in ``text``, an article called ``title`` that is on ``doc``."""
    marks = find_outermost(text, paragraphs)
    begins = kinds[0] if kinds else None
    return Passage(
        text,
        tuple(paragraphs),
        tuple((q.start, q.end) for q in marks),
        None if begins in _NO_HEADLINE else find_headline(text, paragraphs, title),
        doc,
        settings,
        kinds,
    )


def find_headline(text: str, paragraphs: Sequence[Range], title: str | None = None) -> Range | None:
    """Return the first paragraph where it is the ``title``, or one short line before a longer one."""
    if len(paragraphs) < 2:
        return None
    start, end = paragraphs[0]
    if title and text[start:end] == title:
        return start, end
    short = end - start <= LONGEST and "\n" not in text[start:end]
    return (start, end) if short and any(e - s > end - start for s, e in paragraphs[1:4]) else None
