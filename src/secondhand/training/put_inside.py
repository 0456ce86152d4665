"""A labelled article → the same with some of it put into the mouth of somebody else.

PolNeAR marks outermost attributions only, so it does not teach what is said inside what is said. Where a
sentence of it is given to another source ("The senator noted that …") or a paragraph is quoted ("“…,” the
senator said."), each attribution in there is a nested one, and known. The sources and cues are those of other
sentences of the corpus that are built that way.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.training.labelled import Labelled, Spans

QUOTED = 0.2
"""part of the paragraphs that are quoted"""
REPORTED = 0.35
"""part of the other sentences that are reported, of those that are one attribution"""
_LONGEST = 60
"""code points of a source"""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a content."""

    source: str
    cue: str
    turned: bool = False
    """the cue stands before the source"""

    @property
    def parts(self) -> dict[str, str]:
        """Source and cue in their order."""
        parts = {"source": self.source, "cue": self.cue}
        return dict(reversed(parts.items())) if self.turned else parts

    @property
    def words(self) -> str:
        """The same as text."""
        return " ".join(self.parts.values())

    def place(self, at: int) -> dict[str, Spans]:
        """Return where source and cue stand if the words begin at ``at``."""
        placed: dict[str, Spans] = {}
        for name, words in self.parts.items():
            placed[name] = [(at, at + len(words))]
            at += len(words) + 1
        return placed


_Given = tuple[int, int, Frame]
"""words from one offset to another, and who they are given to"""


@dataclass(frozen=True, slots=True)
class Frames:
    """Those of a corpus, by where they stand."""

    before: tuple[Frame, ...]
    behind: tuple[Frame, ...]


@dataclass(slots=True)
class _Edits:
    """What is put into a text, and at which offsets of it; letters changed in their place."""

    letters: list[str]
    added: dict[int, str] = field(default_factory=dict)

    def move_start(self, at: int) -> int:
        return at + sum(len(words) for place, words in self.added.items() if place <= at)

    def move_end(self, at: int) -> int:
        return at + sum(len(words) for place, words in self.added.items() if place < at)

    def write(self) -> str:
        return "".join(self.added.get(i, "") + letter for i, letter in enumerate([*self.letters, ""]))


def list_frames(articles: Iterable[Labelled]) -> Frames:
    """Return the sources and cues of ``articles`` that stand in one row before "that …", or behind "…,”"."""
    before, behind = set(), set()
    for article in articles:
        text = article.text
        for source, cue, content in _list_whole(article):
            first, last = min(source, cue), max(source, cue)
            if source[1] - source[0] > _LONGEST or first[1] + 1 != last[0]:
                continue
            frame = Frame(text[slice(*source)], text[slice(*cue)], turned=cue < source)
            if last[1] + 1 == content[0] and _leads(text, first[0], content[0]) and not frame.turned:
                before.add(frame)
            elif content[1] + 1 == first[0] and _follows(text, content[1], last[1]):
                behind.add(frame)
    return Frames(*(tuple(sorted(found, key=repr)) for found in (before, behind)))


def _leads(text: str, begin: int, content: int) -> bool:
    return _begins_sentence(text, begin) and text.startswith("that ", content)


def _follows(text: str, content: int, end: int) -> bool:
    return text[content - 2 : content] in {",”", ',"'} and text.startswith(".", end)


def _list_whole(article: Labelled) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield source, cue and content of each attribution that has one piece of each."""
    for attribution in article.attributions or ():
        parts = [attribution[name] for name in ("source", "cue", "content")]
        if all(len(part) == 1 for part in parts):
            yield tuple((part[0][0], part[0][1]) for part in parts)


def put_inside(article: Labelled, frames: Frames, draw: random.Random) -> Labelled:
    """Return ``article`` with some of its sentences and paragraphs given to sources of ``frames``."""
    edits = _Edits(list(article.text))
    quoted: list[_Given] = []
    reported: list[_Given] = []
    for start, end in article.paragraphs:
        touching = [a for a in article.attributions or () if _touches(a, start, end)]
        inside = [a for a in touching if all(start <= s and e <= end for part in a.values() for s, e in part)]
        whole = inside and len(inside) == len(touching) and article.text[end - 1] == "."
        if whole and frames.behind and draw.random() < QUOTED:
            quoted.append((start, end, draw.choice(frames.behind)))
        elif frames.before:
            sentences = _list_sentences(replace(article, attributions=inside))
            reported += [(*at, draw.choice(frames.before)) for at in sentences if draw.random() < REPORTED]
    for given in quoted:
        _quote(edits, *given, curly="“" in article.text)
    for given in reported:
        _report(edits, *given, article.text)
    moved = [_move(edits, attribution) for attribution in article.attributions or ()]
    outer = [*(_place_quoted(edits, *given) for given in quoted)]
    outer += (_place_reported(edits, *given) for given in reported)
    text, new = edits.write(), frozenset(range(len(moved), len(moved) + len(outer)))
    return replace(
        article, text=text, paragraphs=find_paragraphs(text), attributions=[*moved, *outer], annotated=new
    )


def _list_sentences(article: Labelled) -> Iterator[tuple[int, int]]:
    """Yield the sentences, without their stop, that are one attribution and begin with its source."""
    for source, cue, content in _list_whole(article):
        end = max(cue[1], content[1])
        begins = source < min(cue, content) and _begins_sentence(article.text, source[0])
        if begins and article.text.startswith(".", end):
            yield source[0], end


def _touches(attribution: dict[str, Spans], start: int, end: int) -> bool:
    return any(s < end and start < e for part in attribution.values() for s, e in part)


def _begins_sentence(text: str, at: int) -> bool:
    return text[at].isupper() and (
        at == 0 or text[at - 1] == "\n" or text[max(0, at - 2) : at] in {". ", "? "}
    )


def _quote(edits: _Edits, start: int, end: int, frame: Frame, *, curly: bool) -> None:
    inner = {"“": "‘", "”": "’", '"': "'"}
    edits.letters[start:end] = [inner.get(letter, letter) for letter in edits.letters[start:end]]
    edits.letters[end - 1] = ","
    edits.added[start] = "“" if curly else '"'
    edits.added[end] = f"{'”' if curly else chr(34)} {frame.words}."


def _place_quoted(edits: _Edits, start: int, end: int, frame: Frame) -> dict[str, Spans]:
    close = edits.move_end(end)
    return {"content": [(edits.move_end(start), close + 1)], **frame.place(close + 2)}


def _report(edits: _Edits, start: int, end: int, frame: Frame, text: str) -> None:
    word = text[start:end].split(maxsplit=1)[0]
    if len(word) > 1 and f" {word.lower()} " in text:
        edits.letters[start] = edits.letters[start].lower()
    edits.added[start] = f"{frame.words} that "


def _place_reported(edits: _Edits, start: int, end: int, frame: Frame) -> dict[str, Spans]:
    begin = edits.move_end(start)
    that = begin + len(frame.words) + 1
    return {"content": [(that, edits.move_end(end))], **frame.place(begin)}


def _move(edits: _Edits, attribution: dict[str, Spans]) -> dict[str, Spans]:
    def move(spans: Spans) -> Sequence[tuple[int, int]]:
        return [(edits.move_start(start), edits.move_end(end)) for start, end in spans]

    return {part: move(spans) for part, spans in attribution.items()}
