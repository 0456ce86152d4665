"""Turns of a conversation: paragraphs that begin with whose they are, "WALLACE: …", or with "Q." and "A."

A label counts where the article is written so throughout; a colon after one capitalised word is common.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondhand.claim import Claim, Span
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.patterns import CLOSING, NAME_PART, PARTICLE, STOPS, WORD
from secondhand.spans import Range

LEAST = 5
"""words of what somebody says once, under a label in mixed case"""

MOST = 6
"""paragraphs by which a turn goes on"""

_LABEL = re.compile(
    rf"(?P<who>{NAME_PART}(?:[ \xa0](?:{NAME_PART}|{PARTICLE})){{0,4}})"
    r"(?:[ \xa0]?\([^()\n]{1,40}\)|,[ \xa0][^:.\n]{2,50})?(?:(?P<cue>:)(?=\s)|\s(?P<dash>[—–]|--)\s)\s*"
)
_ASKED = re.compile(
    r"(?P<cue>(?P<q>Q(?:uestion|UESTION)?\s?[.:]|Q(?=[ \xa0]+[A-Z]))|(?P<a>A(?:nswer|NSWER)?)\s?[.:])\s+"
)
_HEADED = re.compile(r"[^\W\d_a-zß-öø-ÿ][^.!?:\n]{0,40}:\s")
_ENDED = re.compile(rf"(?:[{STOPS}—–]|--)[{CLOSING})\]]*$")
_TALK = re.compile(r"\b(?:I|me|my|we|us|our|you|your|[Yy]ou|[Ww]e|[Mm]y)\b|\?")
_ASIDE = re.compile(r"[(\[][^()\[\]]*[)\]]\.?$")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that begins with a label."""

    paragraph: int
    label: Range
    """who speaks; empty where a letter stands for that"""
    cue: Range
    start: int
    """offset of what is said"""
    end: int
    name: str
    """the last word of the label, folded; "q" or "a" where a letter stands for it"""
    shouted: bool
    dashed: bool


def find_turns(text: str, paragraphs: Sequence[Range]) -> list[Attribution]:
    """Return the turns of the conversation that ``text`` holds, if any, as attributions."""
    said = _choose_turns(text, [t for i, p in enumerate(paragraphs) if (t := _read_turn(text, i, *p))])
    return [
        Attribution(
            turn.cue,
            (turn.label,) if turn.label[0] < turn.label[1] else (),
            ((turn.start, turn.end), *_continue_turn(text, paragraphs, said, at)),
            turn.paragraph,
            made_by="layout",
        )
        for at, turn in enumerate(said)
    ]


def _read_turn(text: str, index: int, start: int, end: int) -> Turn | None:
    """Return the turn that a paragraph begins, if it looks like one."""
    if found := _ASKED.match(text, start, end):
        name = "q" if found["q"] else "a"
        return Turn(index, (start, start), found.span("cue"), found.end(), end, name, True, False)
    found = _LABEL.match(text, start, end)
    if not found or found.end() == end or not _ENDED.search(text, found.end(), end):
        return None
    who = re.findall(WORD, found["who"].casefold())
    if not who or load_words("layout.toml", "stops").intersection(who):
        return None
    cue = found.span("cue") if found["cue"] else found.span("dash")
    shouted = found["who"].isupper() and len(found["who"]) > 2
    return Turn(index, found.span("who"), cue, found.end(), end, who[-1], shouted, not found["cue"])


def _choose_turns(text: str, met: Sequence[Turn]) -> list[Turn]:
    """Return those of the turns ``met`` that are ones by what the whole article shows."""
    letters = [t for t in met if t.name in ("q", "a")]
    labelled = [t for t in met if t.name not in ("q", "a")]
    counts = Counter(t.name for t in labelled)
    lengths = {(t.name, " " in text[slice(*t.label)]) for t in labelled}
    known = {n for n in counts if _is_known(text, n) or {(n, True), (n, False)} <= lengths}
    if any(_tells_of_speaker(text, t) for t in labelled if not t.shouted):
        labelled = [t for t in labelled if t.shouted]
    talking = {t.name for t in labelled if _TALK.search(text, t.start, t.end)}
    others = {t.name for t in labelled if t.name in known}
    kept = [
        t
        for t in labelled
        if (counts[t.name] > 1 and (t.name in known or (t.shouted and t.name in talking)))
        or (t.name in known and len(others) > 1 and not t.dashed and _is_long(text, t))
    ]
    if len({t.name for t in kept}) == 1 and not all(t.shouted for t in kept):
        kept = []
    asked = {t.name for t in letters}
    answered = asked == {"q", "a"} or (asked == {"q"} and kept)
    return sorted([*kept, *(letters if answered else [])], key=lambda t: t.paragraph)


def _is_known(text: str, name: str) -> bool:
    """Say whether the article calls somebody by more than ``name``, or the name is that of a part."""
    if name in load_words("layout.toml", "parts"):
        return True
    full = rf"{NAME_PART}[ \xa0](?:\w+[ \xa0])?{re.escape(name.capitalize())}\b(?!:)"
    return re.search(full, text) is not None


def _is_long(text: str, turn: Turn) -> bool:
    """Say whether a turn is more than the few words that a list has after each name."""
    return turn.shouted or len(text[turn.start : turn.end].split()) >= LEAST


def _tells_of_speaker(text: str, turn: Turn) -> bool:
    """Say whether the paragraph tells of the one it is labelled with: "Lee: Would raise the toll." """
    first = re.match(r"\W*([^\W\d_]+)", text[turn.start : turn.end])
    own = re.search(rf"\b{re.escape(turn.name)}(?:['’]s)?\b", text[turn.start : turn.end], re.IGNORECASE)
    return bool(own) or bool(first and first[1].casefold() in load_words("layout.toml", "told"))


def _continue_turn(text: str, paragraphs: Sequence[Range], said: Sequence[Turn], at: int) -> Iterator[Range]:
    """Yield the paragraphs a turn goes on for: all up to the next one, or what still talks at the end."""
    turn = said[at]
    last = said[at + 1].paragraph if at + 1 < len(said) else len(paragraphs)
    if _QUOTED.fullmatch(text, turn.start, turn.end):
        return
    rest = [p for p in paragraphs[turn.paragraph + 1 : last] if not _ASIDE.match(text, *p)]
    if at + 1 == len(said):
        talk = [bool(_TALK.search(_QUOTED.sub("", text[slice(*p)]))) for p in rest]
        rest = rest[: talk.index(False) if False in talk else len(rest)]
    elif len(rest) > MOST or any(_is_outside(text, turn, p) for p in rest):
        rest = []
    yield from rest


def _is_outside(text: str, turn: Turn, paragraph: Range) -> bool:
    """Say whether a paragraph is the article's own: it names the speaker, has a label, or is no sentence."""
    name = re.compile(rf"\b{re.escape(turn.name)}\b", re.IGNORECASE)
    headed = _HEADED.match(text, *paragraph)
    return bool(headed or name.search(text, *paragraph)) or not _ENDED.search(text, *paragraph)


def find_question_sign(claim: Claim) -> Span | None:
    """Return the sign that a turn is a question, or None where it is none."""
    if claim.cue is None:
        return None
    if not claim.source and re.fullmatch(r"Q(?:uestion)?\s?[.:]?", claim.cue.text, re.IGNORECASE):
        return claim.cue
    last = claim.content[-1]
    if claim.cue.text in (":", "—", "–", "--") and claim.kind != "direct" and last.text.endswith("?"):
        return Span(last.end - 1, last.end, "?")
    return None
