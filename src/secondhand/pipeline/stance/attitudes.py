"""What a cue is for or against: "opposed the levy", "called for a ban on rafts".

What names nothing is none. What the words of a content tell is read by the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from secondhand.claim import Attitude, Claim, Polarity, Span
from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.mention import PRONOUNS
from secondhand.pipeline.patterns import NO_TITLE_BEFORE
from secondhand.pipeline.stance.stance_settings import DEFAULTS, StanceSettings

NO_TARGETS = frozenset(
    {
        "there",
        "what",
        "one",
        "no",
        "perhaps",
        "maybe",
        "something",
        "nothing",
        "everything",
        "how",
        "why",
        "which",
    }
)
"""words that begin the name of nothing in particular"""

_LEAD = re.compile(
    r"[\"“'‘\s]*(?:(?:of|for|on|about|against|with|over|at|toward|to)\s)?(?:the\s|an?\s|any\s|some\s)?",
    re.IGNORECASE,
)
_END = re.compile(
    rf"[,;:!?\"“”()]|{NO_TITLE_BEFORE}\.|\s[–—-]\s"
    r"|\s(?:(?:last|next|this)\s(?:week|month|year|night|spring|summer|autumn|fall|winter|\w+day)|yesterday|today"
    r"|of\s\w+ing)\b"
    r"|\s(?:is|are|was|were|be|been|has|have|had|will|would|could|should|may|might|can|that|who|which|in|at|on|by"
    r"|from|after|during|as|when|while|because|and|or|to|but|if|than|with|perpetrated|a|an)\b|$"
)
_OWNED = re.compile(
    r"^(?:[A-Z][\w.&]*['’]s\s(?=[A-Z]\w+\s[A-Z])|(?i:his|her|its|their|our|my|this|these|those|both)\s)"
)
_ASKED = re.compile(r"[\"“]?(?:to|that|whether|if|how|(?:of|for)\s\w+ing)\b|(?:[\w’']+\s){1,4}?to\s")

Found = tuple[str, Polarity, Span]


@cache
def _compile_patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of words for and against; of each, the group that matched tells which."""
    some = {name: "|".join(found) for name, found in load_lexicon("attitudes.toml").items()}
    bent = rf"(?:(?P<negative>{some['against']})|(?P<positive>{some['towards']}))"
    article, marks = r"(?:an?\s|the\s)?", r"[\"“']?"
    sources = {
        "ending": rf"{marks}{article}(?:{some['ending']})\s(?:on|of|to|in|for|against)\s",
        "verb": rf"{marks}to\s{bent}\s(?=\S)",
    }
    return {name: re.compile(source, re.IGNORECASE) for name, source in sources.items()}


def find_attitudes(
    claim: Claim,
    entities: Sequence[Entity],
    stated: Polarity,
    shown: Span,
    settings: StanceSettings = DEFAULTS,
) -> tuple[Attitude, ...]:
    """Return the attitude of ``claim`` that its cue states, ``stated``, by the word ``shown``."""
    found = _read_cue(claim.content[0], entities, stated, shown, settings.longest_target)
    return tuple(
        Attitude(target, polarity, settings.stated_confidence, (evidence,))
        for target, polarity, evidence in found
    )


def _read_cue(
    first: Span, entities: Sequence[Entity], stated: Polarity, shown: Span, longest: int
) -> Iterator[Found]:
    """Yield the attitude towards what a cue like "opposed" or "wants" is about."""
    bans = _compile_patterns()["ending"].match(first.text)
    if bent := bans or _compile_patterns()["verb"].match(first.text):
        down = bent is bans or bent["negative"] is not None
        polarity: Polarity = "negative" if down == (stated == "positive") else "positive"
        if target := _find_target(first, bent.end(), entities, longest):
            words = bent.group().rstrip()
            yield target, polarity, Span(first.start, first.start + len(words), words)
    elif not _ASKED.match(first.text) and (target := _find_target(first, 0, entities, longest)):
        yield target, stated, shown


def _find_target(span: Span, start: int, entities: Sequence[Entity], longest: int) -> str | None:
    """Return what the words of ``span`` from ``start`` on name: somebody known, or a noun phrase.

    None where that is nothing in particular, or more than ``longest`` words.
    """
    end = len(span.text)
    lead = _LEAD.match(span.text, start, end)
    start = lead.end() if lead else start
    stop = _END.search(span.text, start, end)
    words = _OWNED.sub("", span.text[start : stop.start() if stop else end].strip(" \"'“”‘’"))
    words = re.sub(r"\s(?:of|for|including)$", "", words)
    first = re.split(r"\s|['’]", words.casefold(), maxsplit=1)[0]
    last = words.casefold().rpartition(" ")[2]
    nothing = first in PRONOUNS | NO_TARGETS or last in NO_TARGETS
    if len(words) < 2 or words.count(" ") >= longest or nothing:
        return None
    at = span.start + span.text.index(words, start)
    reach, name = max(((e - at, m.name) for m in entities for s, e in m.mentions if s == at), default=(0, ""))
    return name if reach and re.match(r"$|\s(?:for|of)\b", words[reach:]) else words
