"""Sources that the words beside a cue correct: a subject left out or cut short, or one that only suffers.

"Lee | has attacked the plan" is Lee's, though the tagger saw no source. "Lee was accused of fraud" is not:
who accuses Lee stands after "by", or nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import CAPITALIZED, FULL_NAME, SENTENCE_END
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, contains, overlaps

_ADVERBS = r"(?:(?:\w+ly|also|then|now|has|have|had|later|once|often|never|still)\s)*"
_OPENING = (
    r"(?:^|[.,;:!?()\"“”‘’—–\n]\s*"
    r"|\b(?:and|but|as|that|when|while|after|before|because|if|though|although)\s)"
)
_SUBJECT = re.compile(
    rf"{_OPENING}(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|who)"
    rf"|(?:[Tt]he\s)?{FULL_NAME}(?:\sand\s{FULL_NAME})?|[Tt]he\s[a-z-]+)\s{_ADVERBS}$"
)
_FINITE = re.compile(
    rf"{_ADVERBS}(?:is|was|are|were|has|have|had|said|told|\w{{2,}}(?:ed|es|[^s\W]s)|spoke|wrote|thought|felt|swore)\b"
)
_BY = re.compile(
    rf"\s(?:[\w-]+\s){{0,2}}?by\s(?P<who>(?:[a-z-]+\s){{0,3}}{FULL_NAME}|(?:[a-z-]+\s){{0,3}}[a-z-]+s)(?=\s|[,.;])"
)
_OWNED = re.compile(
    rf"(?<!\S)(?P<who>{FULL_NAME}['’]s?|his|her|their|its)\s(?:[a-z-]+\s){{0,2}}?"
    r"(?P<cue>claims?|assertions?|allegations?|statement|suggestions?|contention|belief|insistence|argument|warnings?)\s(?=that\s|$)"
)
_REST = re.compile(
    rf"(?:[’'.]\s?|\s|(?<=[’'])){CAPITALIZED}(?:\s{CAPITALIZED})*(?:\s[a-z]+(?:man|woman|er|or|ist|ian|ee))?(?=,?\s$)"
)
_ASIDE = re.compile(
    rf"(?P<who>{FULL_NAME}|\b(?:[Oo]ne|[Aa]n?\s[a-z-]+|[Tt]he\s[a-z-]+))(?:,\s|\s[–—-]\s)"
    r"who\s(?:(?!,\s|\.\s|\s[–—-]\s)[^\n])*$"
)
"""somebody, and what is told of them up to the next comma"""
_MAIN = re.compile(
    rf"[”\"']?,?[”\"']?\s(?P<who>he|she|they|(?:the\s)?{FULL_NAME}|the\s[a-z-]+)\s(?!of\b|and\b)"
)
_CUT = re.compile(r"^\W*(?:['’]s\b)")


def repair_sources(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` and those inside them with their sources repaired."""
    return _repair_all(passage.text, nodes, passage.settings.subject_reach)


def _repair_all(text: str, nodes: Sequence[Node], reach: int) -> list[Node]:
    out: list[Node] = []
    for node in sorted(nodes, key=lambda n: n.cue):
        found = _repair(text, node.attribution, reach)
        if not found.source and out and _leads_on(text, out[-1].attribution, found):
            found = replace(found, source=out[-1].attribution.source)
        out.append(replace(node, attribution=found, children=tuple(_repair_all(text, node.children, reach))))
    return out


def _leads_on(text: str, before: Attribution, found: Attribution) -> bool:
    """Whether a participle leads the sentence of ``before`` on: "she said, adding that …"."""
    between = text[before.cue[1] : found.cue[0]]
    led = re.match(r"\w+ing\b", text[slice(*found.cue)]) and re.search(r",(?:\s\w+)?\s$", between)
    return bool(led) and before.source != () and not re.search(SENTENCE_END, between)


def _repair(text: str, found: Attribution, reach: int) -> Attribution:
    if owned := _repair_owned(text, found, reach):
        return owned
    suffered = _compile_passive().search(text, *found.cue)
    if suffered:
        return _take_agent(text, found)
    found = replace(found, source=tuple(s for s in found.source if not _is_held(text, s, found)))
    if not found.source:
        subject = _find_subject(text, found, reach) or _find_subject_after(text, found)
        return replace(found, source=(subject,)) if subject else found
    return replace(found, source=(_complete_source(text, found, reach),))


def _repair_owned(text: str, found: Attribution, reach: int) -> Attribution | None:
    """ "They seized on Lee's claim that …": what follows is Lee's."""
    start, end = found.content[0]
    claim = _OWNED.match(text, start, end) or _OWNED.search(text, max(0, start - reach), start)
    judged = _compile_judging().search(text, *found.cue)
    if judged or claim is None or found.cue[1] > claim.start() or "\n" in text[found.cue[0] : claim.start()]:
        return None
    that = claim.end()
    if not text.startswith("that ", that):
        return None
    return replace(found, cue=claim.span("cue"), source=(claim.span("who"),), content=((that, end),))


@cache
def _compile_judging() -> re.Pattern[str]:
    """Verbs by which somebody takes a stand to another's claim, and so says something himself."""
    verbs = (
        load_lexicon("stance.toml")["denied"]
        + load_lexicon("stance.toml")["uncommitted"]
        + ["said", "say", "says"]
    )
    return re.compile(
        rf"\b(?:{'|'.join(v[:-1] if v[-1] in 'ey' and len(v) > 3 else v for v in verbs)})", re.IGNORECASE
    )


@cache
def _compile_passive() -> re.Pattern[str]:
    lexicon = load_lexicon("saying.toml")
    blamed, drawn, blame = ("|".join(lexicon[name]) for name in ("suffered", "drawn", "blame"))
    return re.compile(
        rf"(?:\b(?:is|are|am|was|were|be|been|being|gets?|got)|[’']?\b(?:m|re))\s(?:\w+\s)?(?:{blamed})\b|\b(?:{drawn})\s(?:\w+\s){{0,3}}?(?:{blame})\b",
        re.IGNORECASE,
    )


def _take_agent(text: str, found: Attribution) -> Attribution:
    """Whoever stands after "by"; the subject before a passive cue is the one it is said of."""
    agent = _BY.match(text, found.cue[1])
    if agent:
        return replace(found, source=(agent.span("who"),))
    return replace(found, source=tuple(s for s in found.source if s[0] >= found.cue[1]))


def _find_subject(text: str, found: Attribution, reach: int) -> Range | None:
    """The pronoun, the name or the plain noun that stands right before a finite verb."""
    start = found.cue[0]
    lead = _SUBJECT.search(text, max(0, start - reach), start) if _FINITE.match(text, *found.cue) else None
    if lead is None or any(overlaps(span, lead.span("who")) for span in found.content):
        return None
    return lead.span("who")


def _is_held(text: str, source: Range, found: Attribution) -> bool:
    """Whether a source belongs to the content: "criticism of | Lee's plan" is not Lee's."""
    object_ = (
        re.search(r"\s(?:of|about|over)\s?$", text[found.cue[0] : source[0]])
        if source[0] > found.cue[0]
        else None
    )
    inside = any(contains(span, source) for span in found.content)
    return inside or (object_ is not None and source[0] - found.cue[1] <= 4)


def _find_subject_after(text: str, found: Attribution) -> Range | None:
    """The subject of the main clause, where a sentence begins with the cue: "Citing delays, Lee left"."""
    start, end = found.cue[0], max(e for _, e in found.content)
    begins = not text[:start].strip() or text[:start].rstrip()[-1] in '.!?"”\n' or text[start - 1] == "\n"
    if not begins or not text[start : found.cue[1]].split(maxsplit=1)[0].endswith("ing"):
        return None
    main = _MAIN.match(text, end)
    return main.span("who") if main else None


def _complete_source(text: str, found: Attribution, reach: int) -> Range:
    """The source without a possessive it begins in, and with the rest of a name it stops in."""
    (start, end), cue = found.source[0], found.cue[0]
    aside = _ASIDE.search(text, max(0, start - reach), start)
    if aside and text[start:end].islower() and re.search(r"[,–—-]\s?$", text[start:cue]):
        start = aside.start("who")
    if cut := _CUT.match(text[start:end]):
        names = list(re.finditer(FULL_NAME, text[start + cut.end() : end]))
        start = (
            start + cut.end() + names[-1].start()
            if names and names[-1].end() == end - start - cut.end()
            else start
        )
    rest = _REST.match(text, end, cue) if 0 < cue - end < reach else None
    return (start, rest.end()) if rest else (start, end)
