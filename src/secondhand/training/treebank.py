"""Universal Dependencies treebanks → labelled texts; from GUM also entities and coreference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from secondhand.training.labelled import Builder, Labelled, Token

GOLD_DEV = {"GUM_news_afghan", "GUM_news_sensitive", "GUM_news_crane", "GUM_news_election"}
"""GUM articles kept out of training because they are scored on"""

_TITLES = {
    "president", "mr.", "mrs.", "ms.", "dr.", "senator", "sen.", "rep.", "gov.", "governor", "king", "queen",
    "prince", "princess", "pope", "professor", "prof.", "general", "gen.", "judge", "justice", "secretary",
    "minister", "prime", "sir", "captain", "colonel", "lieutenant", "chancellor", "mayor", "mr", "mrs", "ms",
    "dr",
}  # fmt: skip
_GUM = {"person": "PERSON", "organization": "ORG", "place": "LOC"}


def sentences(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Yield comments and word rows of each CoNLL-U sentence, with multi-word tokens kept whole."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def conllu(path: Path, *, entities: bool) -> list[Labelled]:
    """Read a CoNLL-U treebank; ``entities`` where its MISC column has GUM's ``Entity=``."""
    out: list[Labelled] = []
    builder, name = Builder(), ""
    for comments, rows in sentences(path):
        new = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc id")), None)
        if new is not None:
            if builder.text and name not in GOLD_DEV:
                out.append(builder.label(name, entities=entities, mentions=entities))
            builder, name = Builder(), new
        elif builder.text and any(c.startswith("# newpar") for c in comments):
            builder.gap = "\n\n"
        begin = len(builder.spans)
        _lay(builder, rows)
        builder.sentences.add(builder.spans[begin][0])
        builder.tokens += _tokens(builder, begin, rows)
        if entities:
            builder.entities += _list_names(builder, begin, rows)
            builder.mentions += _coreferent(builder, begin, rows)
    if builder.text and name not in GOLD_DEV:
        out.append(builder.label(name, entities=entities, mentions=entities))
    return out


def _lay(builder: Builder, rows: list[list[str]]) -> None:
    """Add the words of a sentence; the words of a multi-word token share its characters out."""
    until, at, end = 0, 0, 0
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            builder.word(row[1], space="SpaceAfter=No" not in row[9])
            at, end = builder.spans.pop()
            until = int(row[0].split("-")[1])
        elif int(row[0]) <= until:
            stop = end if int(row[0]) == until else min(at + len(row[1]), end - 1)
            builder.spans.append((at, max(stop, at + 1)))
            at = stop
        else:
            builder.word(row[1], space="SpaceAfter=No" not in row[9])


def _tokens(builder: Builder, begin: int, rows: list[list[str]]) -> Iterator[Token]:
    """Yield the words of a sentence with their parses."""
    for at, row in enumerate(row for row in rows if row[0].isdigit()):
        head = begin + (int(row[6]) - 1 if row[6].isdigit() and row[6] != "0" else at)
        tag = row[3] if row[5] == "_" else f"{row[3]}|{row[5]}"
        yield Token(*builder.spans[begin + at], tag, head, row[7].split(":")[0])


def _coreferent(builder: Builder, begin: int, rows: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Yield the head word's offset and the group of every mention of a sentence."""
    words = [row for row in rows if row[0].isdigit()]
    for start, end, parts in _list_bracketed(words):
        if parts[0].isdigit():
            yield builder.spans[begin + _head(start, end, parts)][0], int(parts[0])


def _list_names(builder: Builder, begin: int, rows: list[list[str]]) -> list[tuple[int, int, str]]:
    words = [r for r in rows if r[0].isdigit()]
    taken = [False] * len(words)
    found: list[tuple[int, int, str]] = []
    for lo, hi, kind in sorted(_mentions(words), key=lambda m: m[0] - m[1]):
        while lo < hi and (words[lo][3] != "PROPN" or (kind == "PERSON" and words[lo][1].lower() in _TITLES)):
            lo += 1
        while hi > lo and words[hi - 1][3] != "PROPN":
            hi -= 1
        if (
            lo < hi
            and not any(taken[lo:hi])
            and all(
                w[3] in ("PROPN", "ADP", "DET", "PUNCT", "CCONJ", "ADJ", "NUM", "SYM") for w in words[lo:hi]
            )
        ):
            plural = words[hi - 1][4] == "NNPS" and kind == "PERSON"
            found.append(
                (builder.spans[begin + lo][0], builder.spans[begin + hi - 1][1], "NORP" if plural else kind)
            )
            taken[lo:hi] = [True] * (hi - lo)
    for i, row in enumerate(words):
        if not taken[i] and i and demonym(row):
            found.append((*builder.spans[begin + i], "NORP"))
    return found


def demonym(row: list[str]) -> bool:
    """Return whether the word of ``row`` is an adjective written as a name is: "French"."""
    return row[3] == "ADJ" and row[1][:1].isupper() and not row[1].isupper() and "-" not in row[1]


def _mentions(words: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end word and kind of the mentions whose head is a name."""
    for start, end, parts in _list_bracketed(words):
        kind = _GUM.get(parts[1]) if len(parts) > 1 else None
        if kind and words[_head(start, end, parts)][3] == "PROPN":
            yield start, end, kind


def _head(start: int, end: int, parts: list[str]) -> int:
    """Return the index of a mention's head word: the first of those GUM names."""
    named = parts[5].split(",") if len(parts) > 5 else []
    return min(start + next((int(n) for n in named if n.isdigit()), 1) - 1, end - 1)


def _list_bracketed(words: list[list[str]]) -> Iterator[tuple[int, int, list[str]]]:
    """Yield first word, end word and fields of the mentions of a sentence."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for i, row in enumerate(words):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for opening, body, closing in _brackets(value):
            parts = body.split("-")
            if opening:
                opened.setdefault(parts[0], []).append((i, parts))
            if closing and opened.get(parts[0]):
                start, info = opened[parts[0]].pop()
                yield start, i + 1, info


def _brackets(value: str) -> Iterator[tuple[bool, str, bool]]:
    """Yield (opens, body, closes) of each bracket of an ``Entity=`` value."""
    i = 0
    while i < len(value):
        opening = value[i] == "("
        i += opening
        j = i
        while j < len(value) and value[j] not in "()":
            j += 1
        closing = j < len(value) and value[j] == ")"
        if j > i:
            yield opening, value[i:j], closing
        i = j + closing if j + closing > i else i + 1
