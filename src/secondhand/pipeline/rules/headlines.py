"""Headlines: "Poll: …", "Mayor: City is safe", "City is safe, mayor says", "City is safe – mayor".

Only where the words beside the mark can be somebody who speaks: a noun for a person, a body or a paper, or a
name that the article itself makes the source of a claim. "Ukraine: …" is a topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from secondhand.outlets import everybody
from secondhand.pipeline.doc.noun_chunks import noun_chunks
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.entities import is_person
from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.patterns import DOTTED_WORD
from secondhand.pipeline.rules.passage import LONGEST, Passage
from secondhand.quotations import MARKS
from secondhand.spans import Range

MOST = 5
"""words of a source in a headline"""
NAMED = 3
"""words of a name there that the body need not have whole"""

_SAYS = "|".join(sorted(load_words("saying.toml", "says"), key=len, reverse=True))
_FIRST = re.compile(
    r"(?P<who>[^:,;\n]{2,60}?)(?:\s[Oo]n\s[^:,;\n]{2,40})?\s?(?P<cue>:)\s+(?P<what>\S.*?[\"”’'?]?)[.;]?"
)
_LAST = re.compile(r"(?P<what>\S.*\S)(?:\s(?P<dash>[–—-]{1,2})|(?P<cue>:))\s(?P<who>[^:;,\n–—]{3,60}?)\.?")
_OPENED = re.compile(r"(?P<what>[‘'“\"][^\n:]*[’'”\"])(?P<cue>:)\s(?P<rest>\S.*)")
_WHO = (
    r"(?!(?:and|but|as|who|which|that|he|she|it|they|you|we|i|so|what|how|nor|or|then)\b)"
    r"(?:[^\s:;,]+\s){0,4}[^\s:;,]+"
)
_SAID = re.compile(
    rf"(?P<what>\S.*?(?:,[”’'\"]|[^\s,](?=,))),?\s(?P<who>{_WHO})\s(?P<cue>{_SAYS})\.?",
    re.IGNORECASE,
)


def attribute_headline(
    text: str, span: Range, nodes: Sequence[Node], doc: Doc | None = None
) -> Iterator[Attribution]:
    """Yield what the headline ``span`` attributes, if anything; by the parse of ``doc`` where it has one."""
    other = [(s, e) for n in nodes for s, e in n.attribution.source if s >= span[1] or e <= span[0]]
    sources = {w.casefold() for s, e in other for w in re.findall(DOTTED_WORD, text[s:e])}
    for pattern in (_SAID, _FIRST, _LAST):
        found = pattern.fullmatch(text, *span)
        if (
            found
            and (pattern is _SAID or _can_speak(found["who"], sources))
            and " " in found["what"]
            and not _is_topic(found)
        ):
            cue = found.span("cue") if found["cue"] else found.span("dash")
            yield Attribution(cue, (found.span("who"),), (found.span("what"),), 0, made_by="layout")
            return
    if doc is not None and doc.has_annotation("DEP"):
        yield from _attribute_opening(doc, span)


def _attribute_opening(doc: Doc, span: Range) -> Iterator[Attribution]:
    """Yield the quotation that a headline begins with, as of those who are told of behind its colon."""
    opened = _OPENED.fullmatch(doc.text, *span)
    rest = doc.char_span(*opened.span("rest"), alignment_mode="expand") if opened else None
    if opened is None or rest is None:
        return
    phrase = next((doc[start:end] for start, end, _ in noun_chunks(rest)), None)
    if phrase is None or phrase.start != rest.start or not is_person(phrase.root.text):
        return
    led = [c for c in phrase.root.rights if c.dep_ == "nmod" and c.left_edge.i == phrase.end]
    last = led[0].right_edge if led else doc[phrase.end - 1]
    who = (phrase.start_char, last.idx + len(last))
    yield Attribution(opened.span("cue"), (who,), (opened.span("what"),), 0, made_by="layout")


def find_quoted_headings(passage: Passage) -> Iterator[Range]:
    """Yield the paragraphs in the body that begin with a quotation mark and are as short as a headline.

    They are no sentences, and one that is follows: "'Much to do': mayor".
    """
    text, paragraphs = passage.text, passage.paragraphs
    for span, after in pairwise(paragraphs):
        start, end = span
        short = end - start <= LONGEST and end - start < after[1] - after[0] and "\n" not in text[start:end]
        if span != passage.headline and short and text[start] in MARKS and text[end - 1].isalnum():
            yield span


def _is_topic(found: re.Match[str]) -> bool:
    """Say whether what a headline is about stands before its colon: "Ted Cruz: Conservative or not?" """
    return found.re is _FIRST and found["what"].endswith("?")


def _can_speak(who: str, sources: set[str]) -> bool:
    """Say whether ``who`` can be somebody who speaks: a noun for such, or a source in the body."""
    found = [w.casefold() for w in re.findall(DOTTED_WORD, who)]
    if not found or not who[0].isalpha() or len(found) > MOST or who in everybody():
        return False
    if load_words("layout.toml", "stops").intersection(found):
        return False
    nouns = load_words("layout.toml", "papers") | load_words("layout.toml", "bodies")
    if found[-1] in nouns or is_person(found[-1]):
        return True
    whole = len(found) <= NAMED or sources.issuperset(found)
    return found[-1] in sources and whole and "and" not in found and not who.islower()


def split_at_headline(passage: Passage, nodes: Sequence[Node]) -> list[Node]:
    """Return ``nodes`` with none running from the headline into the body, or back."""
    return list(_split_nodes(passage.text, passage.headline, nodes)) if passage.headline else list(nodes)


def _split_nodes(text: str, span: Range, nodes: Sequence[Node]) -> Iterator[Node]:
    block = re.compile(r"\n\s*\n").search(text, span[1])
    end = block.start() if block else span[1]
    for node in nodes:
        inside = node.cue[0] < end
        content = tuple((s, e) for s, e in node.attribution.content if (s < end) is inside)
        content = tuple((s, min(e, end)) if inside else (s, e) for s, e in content)
        if content:
            yield replace(node, attribution=replace(node.attribution, content=content))
