""" "The Post reported, citing officials, that …" is one claim, not one of the Post's and one of citing.

The tagger reads "citing" as a cue of its own, with the rest of the sentence for its content, or with no more
than whom it cites. The claim that was reported keeps what is said; whom it cites is left outside it, for the
chain to find.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import SENTENCE_END
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.text.dates import DATE
from secondhand.spans import Range, contains, count_characters, count_shared

_CITING = re.compile(r"(?:citing|quoting)", re.IGNORECASE)
_PASSED_ON = re.compile(r"(?:as\s)?(?:quoted|cited|reported)(?:\sby)?", re.IGNORECASE)
"""tells only through whom it came what another cue in the sentence has told"""
_CITED = re.compile(r"[^,;:]*?(?=,|;|:|\sthat\b|$)")
_END = re.compile(SENTENCE_END)
_REPORTED = re.compile(r"\b(?:report|said|say|wrote|write|writing|claim|announce|reveal)", re.IGNORECASE)
_INFORMANTS = (
    ("people.toml", "person"),
    ("organizations.toml", "organization"),
    ("people.toml", "crowd"),
    ("documents.toml", "informing"),
)
_SPACE = " ,;:"


def join_citing(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with each "citing" given up for the claim whose content or sentence it shares."""
    text = passage.text
    out = [n for n in nodes if not any(_is_passed_on(text, n.attribution, m.attribution) for m in nodes)]
    for citing in [n for n in nodes if _CITING.fullmatch(text[slice(*n.cue)])]:
        for index, node in enumerate(out):
            if node is citing:
                continue
            if _share_content(node.attribution, citing.attribution):
                out[index] = replace(
                    node, attribution=_cut_citing(text, node.attribution, citing.attribution)
                )
            elif not _is_beside(text, node.attribution, citing.attribution):
                continue
            out.remove(citing)
            break
    return out


def _is_passed_on(text: str, one: Attribution, other: Attribution) -> bool:
    """Whether ``one`` is by "as quoted by", behind ``other`` and of what that says."""
    near = other.cue[1] <= one.cue[0] and not _END.search(text, other.cue[0], one.cue[0])
    told = near and _PASSED_ON.fullmatch(text, *one.cue) is not None
    return told and _share_content(other, one)


def _share_content(one: Attribution, citing: Attribution) -> bool:
    """Whether what "citing" is about is in good part what ``one`` says, too, or holds all of that."""
    both = count_shared(one.content, citing.content)
    return 2 * both >= count_characters(citing.content) or both == count_characters(one.content)


def _is_beside(text: str, one: Attribution, citing: Attribution) -> bool:
    """Whether "citing" follows what was reported, and is about nothing but who can have told it."""
    start, end = citing.content[0]
    near = one.cue[1] <= citing.cue[0] and not _END.search(text, one.cue[0], citing.cue[0])
    near = near and _REPORTED.search(text, *one.cue) is not None
    whole = len(citing.content) == 1 and "," not in text[start:end]
    same = not one.source or not citing.source or citing.source[0][0] < one.cue[1]
    return near and whole and same and _can_inform(text[start:end])


def _can_inform(cited: str) -> bool:
    """Whether a mention is of somebody, or a document, that can inform; not of a mere reason."""
    found = mention.parse_mention(cited, ())
    named = bool(found.head) and found.head not in cited
    return named or any(found.singular in load_words(*nouns) for nouns in _INFORMANTS)


def _cut_citing(text: str, found: Attribution, citing: Attribution) -> Attribution:
    """Cut "citing" and whom it names out of the content, and a date that was taken along."""
    start, end = citing.content[0]
    named = _CITED.match(text, start, end)
    stop = named.end() if named else start
    while stop < end and text[stop] in _SPACE:
        stop += 1
    start = min(start, citing.cue[0])
    pieces: list[Range] = []
    for lo, hi in (*found.content, *_find_rest(found, citing)):
        pieces += [(lo, min(hi, start)), (max(lo, stop), hi)] if lo < stop and start < hi else [(lo, hi)]
    kept = [_strip_spaces(text, lo, hi) for lo, hi in pieces if lo < hi]
    kept = [(lo, hi) for lo, hi in kept if lo < hi and not DATE.fullmatch(text[lo:hi])]
    return replace(found, content=_drop_inner(kept)) if kept else found


def _find_rest(found: Attribution, citing: Attribution) -> tuple[Range, ...]:
    """What only "citing" was read to be about, where the claim was read to say a part of that."""
    inside = all(any(contains(outer, inner) for outer in citing.content) for inner in found.content)
    return citing.content if inside else ()


def _strip_spaces(text: str, lo: int, hi: int) -> Range:
    while lo < hi and text[lo] in _SPACE:
        lo += 1
    while lo < hi and text[hi - 1] == " ":
        hi -= 1
    return lo, hi


def _drop_inner(pieces: list[Range]) -> tuple[Range, ...]:
    """The pieces that no other one holds."""
    held = [p for p in set(pieces) if not any(q != p and contains(q, p) for q in pieces)]
    return tuple(sorted(held))
