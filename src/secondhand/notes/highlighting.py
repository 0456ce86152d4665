"""The reader's highlights: how they are made, and which one belongs to a claim or a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import uuid4

from secondhand.claim import Claim, Speaker
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.by_paragraph import list_paragraphs
from secondhand.notes.edit import Edit
from secondhand.notes.highlight import Colour, Highlight
from secondhand.notes.notebook import Notebook
from secondhand.notes.versions import current_time, follow
from secondhand.safe_text import replace_surrogates
from secondhand.spans import hold, likeness

ALIKE = 0.5
"""share of the words that a claim and its highlight have in common at least"""


def make_highlight(
    text: str, ranges: Iterable[tuple[int, int]], colour: Colour, claim: Claim | None, speaker: Speaker | None
) -> Highlight:
    """Return a new highlight on ``ranges`` of ``text``, with the claim they are of and who makes it."""
    anchors = tuple(make_anchor(text, start, end) for start, end in sorted(ranges))
    made = current_time()
    return Highlight(str(uuid4()), anchors, made, made, colour, claim=claim, speaker=speaker)


def change_highlight(highlight: Highlight, **known: object) -> Edit:
    """Return the edit that gives ``highlight`` another note, other tags or another colour."""
    after = replace(highlight, **known)  # type: ignore[arg-type]
    tags = tuple(map(replace_surrogates, after.tags))
    after = replace(after, note=replace_surrogates(after.note), tags=tags)
    return Edit(highlight, follow(after, highlight))


def find_highlight_on(highlights: Sequence[Highlight], claim: Claim) -> Highlight | None:
    """Return the highlight on the content of ``claim``: the one likest to it, None where none is like it."""
    return max(
        (h for h in highlights if likeness(h.anchors, claim.content) >= ALIKE),
        key=lambda h: likeness(h.anchors, claim.content),
        default=None,
    )


def find_highlight_of(notebook: Notebook, claim: Claim, others: Iterable[Claim] = ()) -> Highlight | None:
    """Return the highlight of ``notebook`` on the content of ``claim``, or None.

    One that is liker to one of the ``others`` is theirs: a claim has most of the words of one within it.
    """
    paragraphs = list_paragraphs(notebook.article, claim.content)
    near = {h.id: h for paragraph in paragraphs for h in highlights_in(notebook, paragraph)}
    found = find_highlight_on(tuple(near.values()), claim)
    if found is None:
        return None
    mine = likeness(found.anchors, claim.content)
    return None if any(likeness(found.anchors, other.content) > mine for other in others) else found


def find_claim_of(claims: Sequence[Claim], mark: Highlight) -> Claim | None:
    """Return the claim ``mark`` is on: the one it is likest to, else the last of ``claims`` that holds it."""
    own = [claim for claim in claims if find_highlight_on([mark], claim)]
    if own:
        return max(own, key=lambda claim: likeness(mark.anchors, claim.content))
    holding = (c for c in reversed(claims) if hold(c.content, mark.anchors))
    return next(holding, None)


def highlights_in(notebook: Notebook, paragraph: int) -> tuple[Highlight, ...]:
    """Return the highlights with words in ``paragraph``, in reading order."""
    return notebook.by_paragraph.get(paragraph, ())


def highlight_at(notebook: Notebook, offset: int) -> Highlight | None:
    """Return the highlight on the character at ``offset``, the shortest where there are several."""
    near = highlights_in(notebook, notebook.article.paragraph_at(offset))
    here = (h for h in near if any(a.start <= offset < a.end for a in h.anchors))
    return min(here, key=lambda h: len(h.text), default=None)


def parse_tags(written: str) -> tuple[str, ...]:
    """Return the tags in ``written``, which commas or spaces part, each once and without a leading #."""
    tags = (tag.lstrip("#") for tag in re.split(r"[\s,;]+", written))
    return tuple({tag.casefold(): tag for tag in tags if tag}.values())
