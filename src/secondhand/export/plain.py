"""An article as running text, with who says what in sentences: for screen readers, ``less`` and pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from secondhand.article import Article
from secondhand.claim import UNKNOWN, Analysis, Claim, Link, Relation, Speaker
from secondhand.export.quotation import told_to
from secondhand.filters import FRAMINGS, UNCERTAIN, drop_unsure
from secondhand.safe_text import clean_line
from secondhand.spans import Piece, overlaps, range_of
from secondhand.wording.days import format_day, format_when
from secondhand.wording.labels import COMMITMENTS, SURE, count_unsure, find_least_sure, sides_short
from secondhand.wording.shortening import cut_middle

NOTICE = (
    "After each paragraph stands who says what in it. A program found that and can be wrong; "
    "where it is less than 80 percent sure, it says so."
)
MOST = 100
"""characters of the words claimed that tell which ones are meant"""
_MARKS = '"“”'
_BETWEEN = re.compile('["”] … ["“]')
_VERBS: dict[Relation, str] = {
    "published": "writes",
    "reported": "reported",
    "cited": "said",
    "told": "said",
    "said": "said",
    "believed": "believed, so it is said",
    "wrote": "wrote",
}
_UNNAMED = {"anonymous": "an unnamed source", "group": "a group of people", "document": "a document"}


def write_plain(
    article: Article, analysis: Analysis | None, notice: str = NOTICE, *, unsure: bool = False
) -> Iterator[str]:
    """Yield ``article`` line by line, each safe for a terminal, none wrapped, "" between paragraphs.

    Where there is no ``analysis`` nothing is said of who says what; ``notice`` tells why. Claims that are
    likelier wrong than right are only counted, unless ``unsure`` asks for them.
    """
    yield from _head(article)
    yield clean_line(notice)
    claims = analysis.claims if analysis else ()
    found = {at: tuple(here) for at, here in groupby(claims, key=lambda c: c.paragraph)}
    before = None
    for index, paragraph in enumerate(article.paragraphs):
        text = clean_line(article.text[paragraph.start : paragraph.end])
        place = article.place_at(paragraph.start)
        if place and place is not before and (name := clean_line(place.name)) != text:
            yield from ("", f"{_capital(name)}.")
        before = place
        yield from ("", text)
        if analysis is None:
            continue
        here = found.get(index, ())
        told = here if unsure else drop_unsure(here)
        shown = analysis.claims if unsure else drop_unsure(analysis.claims)
        lines = [*_continue_claims(analysis, shown, paragraph)]
        lines += attribute_claims(article, analysis, told) if told or not (here or lines) else ()
        if folded := len(here) - len(told):
            lines.append(f"{count_unsure(folded)}: --unsure tells {'it' if folded == 1 else 'them'}.")
        yield f"Who says so: {lines[0]}"
        yield from lines[1:]


def attribute_claims(article: Article, analysis: Analysis, claims: Sequence[Claim]) -> Iterator[str]:
    """Yield a line for each of ``claims``, those that begin in one paragraph; one if there are none."""
    if not claims:
        yield "the article itself, as far as the program can tell; no other source was found here."
    for claim in claims:
        yield " ".join((_sentence(article, claim, analysis.speaker(claim)), *_more(claim)))


def _continue_claims(analysis: Analysis, claims: Sequence[Claim], paragraph: Piece) -> Iterator[str]:
    """Yield a line for each of ``claims`` that began before ``paragraph`` and goes on in it."""
    for claim in claims:
        held = any(overlaps(range_of(span), range_of(paragraph)) for span in claim.content)
        if held and not claim.parent and claim.start < paragraph.start:
            yield f"{_capital(_who(analysis.speaker(claim)).rstrip(','))} goes on, from above."


def _head(article: Article) -> Iterator[str]:
    """Yield title, publisher, date and authors."""
    if article.title:
        yield clean_line(article.title)
    published = f"Published by {clean_line(article.publisher)}" if article.publisher else "Publisher unknown"
    parts = [published, _tell_day(article)]
    if article.authors:
        parts.append(f"by {clean_line(' and '.join(article.authors))}")
    if article.credit:
        parts.append(f"from the agency {clean_line(article.credit)}")
    if article.incomplete:
        parts.append("its page has more than this")
    yield f"{', '.join(parts)}."


def _tell_day(article: Article) -> str:
    """Return the day of publication, or that of the last change where only that is known."""
    if article.date:
        return format_day(article.date)
    return f"changed on {format_day(article.changed)}, date unknown" if article.changed else "date unknown"


def _sentence(article: Article, claim: Claim, speaker: Speaker | None) -> str:
    """Return who says it, to whom, through whom, and the first words of it."""
    to = told_to(article, claim)
    said = f"told {clean_line(to)}" if to else _VERBS[claim.chain[-1].relation]
    relays = [_relay(link) for link in claim.chain[1:-1] if link.name not in (to, UNKNOWN)]
    through = f", as told by {', who had it from '.join(relays)}" if relays else ""
    said += ", in these words" if claim.kind == "direct" else ""
    within = "within that, " if claim.parent else ""
    return _capital(f"{within}{_who(speaker)} {said}{through}: {_content(claim)}")


def _content(claim: Claim) -> str:
    """Return the first words of it, to end a sentence; marks of quotation around all of it are left out."""
    told = _BETWEEN.sub(" … ", " … ".join(clean_line(span.text) for span in claim.content)).strip(" ,")
    inside = told.strip(f"{_MARKS} ,")
    told = cut_middle(told if set(inside) & set(_MARKS) else inside, MOST)
    return told if told.rstrip(_MARKS).endswith((".", "?", "!", "…")) else f"{told}."


def _who(speaker: Speaker | None) -> str:
    """Return name and role, as they stand in the middle of a sentence."""
    if speaker is None or speaker.name == UNKNOWN:
        return "somebody the article does not name"
    about = clean_line(speaker.role) if speaker.role else _UNNAMED.get(speaker.type, "")
    return f"{clean_line(speaker.name)}, {about}," if about else clean_line(speaker.name)


def _relay(link: Link) -> str:
    when = f" ({clean_line(format_when(link.when))})" if link.when else ""
    return f"{clean_line(link.name)}{when}"


def _more(claim: Claim) -> Iterator[str]:
    """Yield what else is to be said of ``claim``: a stance out of the ordinary, and any doubt."""
    stance = claim.stance
    parts = [COMMITMENTS[stance.commitment]] if stance.commitment != "certain" else []
    if stance.framing != "neutral":
        parts.append(f"the article {FRAMINGS[stance.framing]}")
    parts.extend(f"speaks {side}" for side in sides_short(stance, clean_line))
    if parts:
        yield f"{_capital('; '.join(parts))}."
    sure, of = find_least_sure(claim)
    if claim.corrected:
        yield "You set this right."
    elif sure < SURE:
        doubt = "Probably right" if sure >= UNCERTAIN * 100 else "This is unsure"
        yield f"{doubt}: {sure} percent sure{of}."


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
