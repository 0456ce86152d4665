"""Articles and items in words, as every format for people prints them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import shorten

from secondhand.article import Article, Place
from secondhand.claim import UNKNOWN, Claim, Stance
from secondhand.export.item import Item
from secondhand.filters import FRAMINGS, STANDS
from secondhand.notes.highlight import SIGNS
from secondhand.safe_text import clean_line, clean_lines, keep_layout
from secondhand.wording.labels import NOBODY, chain_short, sides_short

SET_RIGHT = "set right by the reader"
"""what a correction is called"""


@dataclass(frozen=True, slots=True)
class Source:
    """The article in words."""

    title: str
    """its headline, or its first words"""
    authors: tuple[str, ...]
    publisher: str
    date: str
    """ISO 8601"""
    url: str


@dataclass(frozen=True, slots=True)
class Quotation:
    """An item in words; what is not known is empty."""

    id: str
    text: str
    """the very words, a line a paragraph"""
    attribution: str
    """who says it: "Alain de Benoist, French political philosopher (to Sputnik)" """
    speaker: str
    role: str
    chain: str
    """"Sputnik → The Washington Post → officials" """
    stance: str
    """"thinks it likely; the article takes no side; against Emmanuel Macron" """
    sure: str
    """how likely the attribution is right: "87 % sure", or that the reader set it right"""
    confidence: str
    """the same as a number, 0 … 1: "0.87" """
    commitment: str
    """the speaker's, as ``secondhand.claim`` names it: "probable" """
    framing: str
    """the article's: "neutral" """
    note: str
    """Markdown, as the reader wrote it"""
    tags: tuple[str, ...]
    colour: str
    sign: str
    """what stands for the colour: "★" """
    paragraph: int | None
    """counted from 1; None where the words are not in the text any more"""
    created: str
    """when it was highlighted, UTC: "2026-11-24 09:30:00" """
    within: str = ""
    """the page or chapter it begins in, where the article has them: "page 3" """
    page: str = ""
    """the number of that page: "3" """
    unsure: bool = False
    """whether the claim is likelier wrong than right"""

    @property
    def corrected(self) -> bool:
        """Whether the reader set right who says it, how, or through whom."""
        return self.sure == SET_RIGHT

    @property
    def stance_told(self) -> str:
        """The stance, and that the claim is unsure or set right: "says it as fact; …; unsure, 42 % sure"."""
        doubt = self.sure if self.corrected else f"unsure, {self.sure}" if self.unsure else ""
        return "; ".join(filter(None, (self.stance, doubt)))

    @property
    def lines(self) -> list[str]:
        """Who says it, through whom, and how they stand to it, a line each; what is not known has none."""
        who = f"— {self.attribution}" if self.attribution else ""
        return [line for line in (who, self.chain, self.stance_told) if line]

    @property
    def place(self) -> str:
        """Where it stands, in words: "page 3, paragraph 12"."""
        at = f"paragraph {self.paragraph}" if self.paragraph else "no longer in the article"
        return f"{self.within}, {at}" if self.within else at


def describe_article(article: Article) -> Source:
    """Return ``article`` in words."""
    first = article.paragraphs[0].start if article.paragraphs else 0
    return Source(
        clean_line(article.title or shorten(article.text[first : first + 600], 60, placeholder=" …")),
        tuple(map(clean_line, article.authors)),
        clean_line(article.publisher or ""),
        article.date.isoformat() if article.date else "",
        clean_line(article.url or ""),
    )


def describe_item(article: Article, item: Item) -> Quotation:
    """Return ``item`` of ``article`` in words."""
    name = _name(item)
    role = clean_line(item.speaker.role or "") if item.speaker else ""
    place = place_of(article, item)
    return Quotation(
        item.id,
        clean_lines(item.text),
        ", ".join(part for part in (name, role) if part) + _told_words(article, item),
        name,
        role,
        chain_short(item.chain, clean_line),
        stance_words(item.claim.stance) if item.claim else "",
        _sure_words(item.claim),
        f"{item.claim.confidence:.2f}" if item.claim else "",
        item.claim.stance.commitment if item.claim else "",
        item.claim.stance.framing if item.claim else "",
        keep_layout(item.note),
        tuple(map(clean_line, item.tags)),
        item.colour or "",
        SIGNS[item.colour] if item.colour else "",
        None if item.paragraph is None else item.paragraph + 1,
        item.created.strftime("%Y-%m-%d %H:%M:%S") if item.created else "",
        clean_line(place.name) if place else "",
        place.page if place else "",
        item.unsure,
    )


def place_of(article: Article, item: Item) -> Place | None:
    """Return the page or chapter ``item`` begins in, or None where it is in none."""
    return None if item.orphan else article.place_at(item.pieces[0].start)


def list_pages(found: Iterable[Quotation]) -> str:
    """Return the numbers of the pages that ``found`` are on, each once: "3, 7"."""
    return ", ".join(dict.fromkeys(said.page for said in found if said.page))


def write_out(said: Quotation) -> str:
    """Return all of ``said`` as plain text, for formats with one field for it."""
    place = ", ".join((said.place, *(f"#{tag}" for tag in said.tags)))
    return "\n".join(filter(None, (f"“{said.text.strip('“”')}”", *said.lines, place, said.note)))


def stance_words(stance: Stance) -> str:
    """Return how the speaker stands to it, and the article, and how the speaker feels."""
    parts = (STANDS[stance.commitment], f"the article {FRAMINGS[stance.framing]}")
    return "; ".join((*parts, *sides_short(stance, clean_line)))


def _name(item: Item) -> str:
    if item.claim is None:
        return ""
    name = item.speaker.name if item.speaker else item.claim.chain[-1].name
    return NOBODY if name == UNKNOWN else clean_line(name)


def _sure_words(claim: Claim | None) -> str:
    if claim is None:
        return ""
    return SET_RIGHT if claim.corrected else f"{round(claim.confidence * 100)} % sure"


def _told_words(article: Article, item: Item) -> str:
    """Return whom it was said to, where the text says so: " (to Sputnik)"."""
    name = told_to(article, item.claim) if item.claim else None
    return f" (to {clean_line(name)})" if name else ""


def told_to(article: Article, claim: Claim) -> str | None:
    """Return the outlet that ``claim`` was said to, where the text says so, or None."""
    if claim.cue is None or len(claim.chain) < 2 or claim.chain[-1].relation != "told":
        return None
    name = claim.chain[-2].name
    shown = [span.text for span in claim.chain[-2].evidence]
    after = claim.cue.end
    words = [article.text[after : after + len(name) + 5], *(s.partition(claim.cue.text)[2] for s in shown)]
    said_to = re.compile(rf"\s+(?:the )?{re.escape(name)}(?!\w)", re.IGNORECASE)
    return name if any(map(said_to.match, words)) else None
