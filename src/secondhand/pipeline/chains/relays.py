"""Through whom a claim came, besides its source: the words of a sentence that name a relay or an origin.

Only words outside the claim's content are looked at: "told Sputnik", "in an interview with CNN", "citing
officials", "obtained by Reuters".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondhand.claim import Claim, Relation
from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.patterns import NAME_PART, TITLE
from secondhand.spans import Range, contains, range_of

_SHORT = rf"\b(?:U\.S|U\.K|U\.N|{TITLE})\."
_MARK = r",;:.()\"“”‘–—"
_PHRASE = rf"(?P<who>[^{_MARK}]*?(?:{_SHORT}[^{_MARK}]*?)*)"


def _join_words(name: str) -> str:
    return "|".join(load_lexicon("relays.toml")[name])


def _compile_before(name: str) -> re.Pattern[str]:
    """Return a pattern of one of the words ``name`` and the mention after it."""
    end = rf"(?=\s*(?:$|[{_MARK}]|\b(?:{_join_words('ends')})\b))"
    return re.compile(rf"\b(?:{_join_words(name)})\s+{_PHRASE}{end}", re.IGNORECASE)


_TOLD = _compile_before("told")
_CITED = _compile_before("citing")
_BROUGHT = _compile_before("brought")
_IN_A = re.compile(rf"\bin an?\s+{_PHRASE}\s+(?:{_join_words('works')})\b", re.IGNORECASE)
_ANOTHERS = re.compile(rf"\bby\s(?:{NAME_PART}\s){{1,4}}(?:in|during)\san?\s$")
"""before "interview with …": it was somebody else who gave it"""
_LEAKED = re.compile(
    rf"\b(?P<who>{_join_words('leakers')})\b(?:['’]s?)?(?:\s\w+){{0,2}}?\s(?:{_join_words('leaked')})\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    rf"(?:^|[{_MARK}]\s*|\bthat\s)(?P<who>[^{_MARK}]{{2,80}}?)\s+(?:(?:has|had|have|also|later)\s+)*quot(?:ed|es)\b"
)


@dataclass(frozen=True, slots=True)
class Relay:
    """Somebody the claim passed through, or came from beyond its source."""

    start: int
    """offset of the words that show it"""
    end: int
    who: Range
    """the mention itself"""
    relation: Relation
    origin: bool
    """True where it stands behind the source ("citing officials"), False where before it"""
    quotes: bool = False
    """True where it is somebody, outlet or not, who quotes the source"""


def find_relays(text: str, claim: Claim, sentence: Range, lookback: int) -> list[Relay]:
    """Return the relays and origins that the words around ``claim`` in ``sentence`` name, in order.

    ``lookback`` is how many characters before "an interview with" it is looked for who else gave it.
    """
    outside = list(_find_outside_content(claim, sentence))
    relays = [relay for span in outside for relay in _match_relays(text, span, claim, lookback)]
    for span in map(range_of, (*claim.source, *([claim.cue] if claim.cue else []))):
        relays += [
            relay
            for relay in _match_relays(text, span, claim, lookback)
            if relay.origin or not any(contains(words, range_of(relay)) for words in outside)
        ]
    unique = {relay.who: relay for relay in sorted(relays, key=lambda relay: relay.start)}
    return list(unique.values())


def _find_outside_content(claim: Claim, sentence: Range) -> Iterator[Range]:
    """Yield the stretches of the sentence that are not content."""
    at = sentence[0]
    for span in sorted(claim.content, key=lambda s: s.start):
        if span.start >= sentence[1]:
            break
        if at < span.start:
            yield at, span.start
        at = max(at, span.end)
    if at < sentence[1]:
        yield at, sentence[1]


def _match_relays(text: str, span: Range, claim: Claim, lookback: int) -> Iterator[Relay]:
    start, words = span[0], text[slice(*span)]
    for pattern, relation, origin in (
        (_TOLD, "reported", False),
        (_IN_A, "reported", False),
        (_CITED, "cited", True),
        (_BROUGHT, "reported", False),
        (_LEAKED, "reported", False),
    ):
        for match in pattern.finditer(words):
            who = _strip_marks(words, *_cut_before_cue(claim, start, *match.span("who")))
            at = start + match.start()
            if who[0] < who[1] and not _ANOTHERS.search(text, max(0, at - lookback), at):
                spot = (start + who[0], start + who[1])
                yield Relay(at, spot[1], spot, relation, origin)  # type: ignore[arg-type]
    quoted = _QUOTED.search(words) if claim.cue and claim.cue.text.startswith("as ") else None
    if quoted:
        lo, hi = quoted.span("who")
        yield Relay(start + lo, start + hi, (start + lo, start + hi), "reported", origin=False, quotes=True)


def _cut_before_cue(claim: Claim, base: int, start: int, end: int) -> Range:
    """Cut a mention, given by offsets from ``base``, where the cue begins."""
    cue = claim.cue.start - base if claim.cue else end
    return (start, cue) if start < cue < end else (start, end)


def _strip_marks(words: str, start: int, end: int) -> Range:
    while start < end and words[end - 1] in " '\"’":
        end -= 1
    while start < end and words[start] in " '\"‘":
        start += 1
    return start, end
