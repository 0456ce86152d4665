"""Claims that a content makes by its words: "advocates say …", "his claim that …", "criticism of …".

The tagger learned from articles in which nothing inside a content is marked; what is plain by its words is
added here, where it found no child.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from secondhand.pipeline.lexicon import load_lexicon
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node, walk_nodes
from secondhand.pipeline.patterns import FULL_NAME
from secondhand.pipeline.rules.passage import Passage
from secondhand.spans import Range, overlaps

SHORTEST = 2
"""words of what a belief is about"""
_OWNER = rf"(?:{FULL_NAME}['’]s?|(?i:his|her|their|its|the\s(?:[a-z-]+\s){{0,2}}[a-z]+['’]s?))"
_NOUNS = r"[a-z-]+"
_GROUP = rf"(?:[Tt]he|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Oo]ther|[Aa])\s(?:{_NOUNS}\s){{0,3}}?{_NOUNS}"
_PLURAL = rf"(?:{_NOUNS}\sof\s)?[a-z]{{3,}}s|[a-z]{{3,}}s\sof\s[a-z]+"
_SUBJECT = rf"(?:he|she|they|you|it|who|{_GROUP}|(?!I\s){FULL_NAME}|{_PLURAL})"
_END = re.compile(
    r"[.;?!](?=[\"”’'\s]|$)|[\"”]|:\s|\s[–—]\s"
    r"|,\s(?:and|but|while|despite|although|though|which|who|because|as|so|or|after|including|such)\b|\n|$"
)
_OBJECT_END = re.compile(
    r"[.,;:?!\"”]|\s(?:is|are|was|were|has|have|had|will|would|could|may|might|can|that|who|which|in|at|on|to|by|from|after"
    r"|during|among|as|when|while|because|and)\b|\n|$"
)
_AMONG = re.compile(r"\samong\s(?P<who>(?:(?i:the|his|her|their|its|some|many)\s)?(?:[a-z-]+\s)??[a-z-]+s\b)")


_INFORMED = re.compile(
    r"(?P<cue>(?:[’'](?:ve|m|s|re)|\b(?:have|has|had|was|were|am|is|are))\s(?:been\s)?"
    r"(?:told|briefed|informed|advised|warned|assured|notified))\s(?P<what>(?:that|about|of)\s)"
)
"""somebody heard it from nobody named"""


@cache
def _compile_said() -> re.Pattern[str]:
    """Somebody, a verb of saying or wishing, and what follows it."""
    verbs, wishes = ("|".join(load_lexicon("saying.toml")[name]) for name in ("saying", "wishing"))
    return re.compile(
        rf"(?:(?<=[\s\"“‘(])|^)(?P<who>{_SUBJECT})\s"
        rf"(?P<cue>(?:(?:still|also|now|really|often|simply|just|then|has|have|had)\s)*(?:(?:{verbs})(?!\s(?:to|of|about|in|on|with|for)\b)"
        rf"|(?:{wishes})))(?=\s(?P<what>\S))"
    )


@cache
def _compile_nouns() -> re.Pattern[str]:
    """A noun for something said, whose it is where that is told, and what it says."""
    nouns, towards = ("|".join(load_lexicon("saying.toml")[name]) for name in ("sayings", "judgments"))
    return re.compile(
        rf"\b(?:(?P<who>{_OWNER})\s(?:[a-z-]+\s){{0,2}}?)?(?:(?P<cue>(?:{nouns}))"
        rf"(?:\s(?:from|by)\s(?P<by>(?:{FULL_NAME}|(?:[a-z-]+\s){{0,2}}?[a-z-]+)(?:\s(?:in|from)\s(?:the\s)?{FULL_NAME})?))?(?=\sthat\s|\sto\s|\s(?:they|he|she|it|we)\s)"
        rf"|(?P<judged>(?:{towards})))\s(?P<what>\S)"
    )


@cache
def _compile_reports() -> re.Pattern[str]:
    """The maker of a report, it, and what it says: "a New York Times report that"."""
    reports = "|".join(load_lexicon("saying.toml")["reports"])
    return re.compile(rf"\b(?:[Aa]n?|[Tt]he)\s(?P<who>{FULL_NAME})\s(?P<cue>{reports})(?=\s(?P<what>that)\s)")


def add_embedded_claims(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with the children that the words of their contents show, at every depth."""
    return [_add_children(passage.text, node) for node in nodes]


def _add_children(text: str, node: Node) -> Node:
    children = [_add_children(text, child) for child in node.children]
    known = [child.attribution for child in walk_nodes(children)]
    for found in _find_inside(text, node.attribution):
        if not any(overlaps(found.cue, other.cue) for other in known):
            known.append(found)
            children.append(Node(found))
    return replace(node, children=tuple(children))


def _find_inside(text: str, parent: Attribution) -> Iterator[Attribution]:
    for start, end in parent.content:
        for pattern in (_compile_said(), _compile_reports()):
            for match in pattern.finditer(text, start, end):
                yield from _attribute(text, match, "cue", ("who",), parent, end)
        for match in _INFORMED.finditer(text, start, end):
            yield from _attribute(text, match, "cue", (), parent, end)
        for match in _compile_nouns().finditer(text, start, end):
            if match["judged"]:
                yield from _attribute(text, match, "judged", ("who",), parent, end)
            elif match["who"] or match["by"] or not text.startswith("to ", match.start("what")):
                yield from _attribute(text, match, "cue", ("by", "who"), parent, end)


def _attribute(
    text: str, match: re.Match[str], cue: str, sources: Sequence[str], parent: Attribution, end: int
) -> Iterator[Attribution]:
    """Yield what a match attributes, unless that is the whole content of ``parent``, or too little."""
    judged = cue == "judged"
    begin = match.start("what")
    stop = (_OBJECT_END if judged else _END).search(text, begin, end)
    content: Range = (begin, stop.start() if stop else end)
    among = _AMONG.match(text, content[1], end) if judged else None
    source = among.span("who") if among else next((match.span(s) for s in sources if match[s]), None)
    whole = match.start(cue) == parent.content[0][0] and source is None
    if not whole and text.count(" ", *content) + 1 >= (1 if judged else SHORTEST):
        yield Attribution(
            match.span(cue), (source,) if source else (), (content,), parent.group, made_by="words"
        )
