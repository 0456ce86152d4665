"""The corpora as texts with labels laid over their characters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from secondhand.pipeline import quotes
from secondhand.pipeline.pieces import paragraphs

Labels = npt.NDArray[np.int64]
Spans = Sequence[Sequence[int]]

ENTITIES = ("PERSON", "ORG", "LOC", "NORP")
"""kinds of named entity; LOC is a place of any kind, NORP a nationality, religion or political group"""

IGNORE = -100
"""the label of characters nobody labelled"""

GOLD_DEV = {"GUM_news_afghan", "GUM_news_sensitive", "GUM_news_crane", "GUM_news_election"}
"""GUM articles kept out of training because they are scored on"""

_TITLES = {
    "president", "mr.", "mrs.", "ms.", "dr.", "senator", "sen.", "rep.", "gov.", "governor", "king", "queen",
    "prince", "princess", "pope", "professor", "prof.", "general", "gen.", "judge", "justice", "secretary",
    "minister", "prime", "sir", "captain", "colonel", "lieutenant", "chancellor", "mayor", "mr", "mrs", "ms",
    "dr",
}  # fmt: skip
_GUM = {"person": "PERSON", "organization": "ORG", "place": "LOC"}
_CROSSNER = {
    "person": "PERSON", "politician": "PERSON", "organisation": "ORG", "politicalparty": "ORG",
    "country": "LOC", "location": "LOC",
}  # fmt: skip
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and what is known of its characters; offsets are code points."""

    id: str
    text: str
    paragraphs: list[tuple[int, int]]
    attributions: list[dict[str, Spans]] | None = None
    """PolNeAR's, or None where the text was not annotated so"""
    sentences: set[int] | None = None
    """offsets where sentences begin, or None"""
    entities: list[tuple[int, int, str]] | None = None
    """start, end and kind of the named entities, or None"""


@dataclass(slots=True)
class _Builder:
    """Lays words out as text."""

    text: str = ""
    sentences: set[int] = field(default_factory=set)
    entities: list[tuple[int, int, str]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    gap: str = ""

    def word(self, form: str, *, space: bool) -> None:
        self.text += self.gap
        self.spans.append((len(self.text), len(self.text) + len(form)))
        self.text += form
        self.gap = " " if space else ""

    def labelled(self, name: str, *, sentences: bool = True, entities: bool = True) -> Labelled:
        breaks = [i for i in range(len(self.text) - 1) if self.text.startswith("\n\n", i)]
        edges = [0, *(b + 2 for b in breaks)]
        ends = [*breaks, len(self.text)]
        pairs = [(s, e) for s, e in zip(edges, ends, strict=True) if s < e]
        return Labelled(
            name,
            self.text,
            pairs,
            sentences=self.sentences if sentences else None,
            entities=self.entities if entities else None,
        )


def polnear(path: Path) -> list[Labelled]:
    """Read PolNeAR's JSON lines."""
    out = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.append(
                Labelled(row["id"], row["text"], paragraphs(row["text"]), attributions=row["attributions"])
            )
    return out


def requoted(article: Labelled, style: str) -> Labelled:
    """Return ``article`` with its quotation marks made ``straight`` or ``curly``; offsets stay."""
    if style == "straight":
        text = article.text.translate(str.maketrans("“”‘’", "\"\"''"))
    else:
        marks = list(article.text.replace("'", "’"))
        for start, end in article.paragraphs:
            for quotation in quotes.quotations(article.text, start, end):
                if marks[quotation.start] == '"':
                    marks[quotation.start] = "“"
                if quotation.closed and marks[quotation.end - 1] == '"':
                    marks[quotation.end - 1] = "”"
        text = "".join(marks)
    return Labelled(article.id, text, article.paragraphs, attributions=article.attributions)


def _sentences(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
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
    builder, name = _Builder(), ""
    for comments, rows in _sentences(path):
        new = next((c.split("=", 1)[1].strip() for c in comments if c.startswith("# newdoc id")), None)
        if new is not None:
            if builder.text and name not in GOLD_DEV:
                out.append(builder.labelled(name, entities=entities))
            builder, name = _Builder(), new
        elif builder.text and any(c.startswith("# newpar") for c in comments):
            builder.gap = "\n\n"
        begin = len(builder.spans)
        _lay(builder, rows)
        builder.sentences.add(builder.spans[begin][0])
        if entities:
            builder.entities += _named(builder, begin, rows)
    if builder.text and name not in GOLD_DEV:
        out.append(builder.labelled(name, entities=entities))
    return out


def _lay(builder: _Builder, rows: list[list[str]]) -> None:
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


def _named(builder: _Builder, begin: int, rows: list[list[str]]) -> list[tuple[int, int, str]]:
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
        if not taken[i] and i and _demonym(row):
            found.append((*builder.spans[begin + i], "NORP"))
    return found


def _demonym(row: list[str]) -> bool:
    return row[3] == "ADJ" and row[1][:1].isupper() and not row[1].isupper() and "-" not in row[1]


def _mentions(words: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    """Yield first word, end word and kind of the mentions whose head is a name."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    for i, row in enumerate(words):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "")
        for opening, body, closing in _brackets(value):
            parts = body.split("-")
            key = parts[0]
            if opening:
                opened.setdefault(key, []).append((i, parts))
            if closing and opened.get(key):
                start, info = opened[key].pop()
                kind = _GUM.get(info[1]) if len(info) > 1 else None
                head = next((int(n) for n in info[5].split(",") if n.isdigit()), 1) if len(info) > 5 else 1
                at = min(start + head - 1, i)
                if kind and words[at][3] == "PROPN":
                    yield start, i + 1, kind


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


def _runs(tags: list[str], names: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of B/I tags whose kind ``names`` knows."""
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            kind = names.get(tags[start][2:])
            if kind:
                yield start, i, kind
            start = None
        if tag.startswith("B-"):
            start = i


def _tagged(
    groups: list[list[tuple[str, str]]], name: str, names: dict[str, str], *, per: int
) -> list[Labelled]:
    """Texts of ``per`` sentences each, from (word, tag) pairs."""
    out = []
    for at in range(0, len(groups), per):
        builder = _Builder()
        for group in groups[at : at + per]:
            begin = len(builder.spans)
            for (word, _), (after, _) in zip(group, [*group[1:], ("", "")], strict=True):
                builder.word(
                    word,
                    space=after[:1] not in ".,;:!?)]%"
                    and word not in "([$"
                    and not after.startswith(("'s", "n't", "’s")),
                )
            for lo, hi, kind in _runs([t for _, t in group], names):
                builder.entities.append(
                    (builder.spans[begin + lo][0], builder.spans[begin + hi - 1][1], kind)
                )
            builder.gap = "\n\n"
        out.append(builder.labelled(f"{name}-{at}", sentences=False))
    return out


def crossner(path: Path) -> list[Labelled]:
    """Read CrossNER's token TAB tag files."""
    chunks = path.read_text(encoding="utf-8").strip().split("\n\n")
    groups = [[(r.split("\t")[0], r.split("\t")[1]) for r in c.split("\n") if "\t" in r] for c in chunks]
    return _tagged([g for g in groups if g], path.stem, _CROSSNER, per=8)


def uner(path: Path) -> list[Labelled]:
    """Read Universal NER's IOB2 files."""
    groups: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            groups.append([])
        elif not line.startswith("#"):
            row = line.split("\t")
            groups[-1].append((row[1], row[2]))
    return _tagged([g for g in groups if g], path.stem, _UNER, per=8)


def load(root: Path, part: str) -> dict[str, list[Labelled]]:
    """Read everything trained on (``part`` "train") or looked at while training ("dev")."""
    out: dict[str, Any] = {"polnear": polnear(root / "polnear" / f"{part}.jsonl")}
    out["gum"] = conllu(root / "ud" / f"en_gum-{part}.conllu", entities=True)
    out["ewt"] = conllu(root / "ud" / f"en_ewt-{part}.conllu", entities=False)
    demonyms = _demonyms(root / "ud" / "en_ewt-train.conllu", root / "ud" / "en_gum-train.conllu")
    if part == "train":
        names = ("train", "dev")
        out["crossner"] = [t for n in names for t in crossner(root / "ner" / f"crossner_politics-{n}.txt")]
        out["uner"] = uner(root / "ner" / "uner_en_ewt-dev.iob2")
    else:
        out["crossner"] = crossner(root / "ner" / "crossner_politics-test.txt")
        out["uner"] = uner(root / "ner" / "uner_en_ewt-test.iob2")
    for name in ("crossner", "uner"):
        out[name] = [_with_demonyms(text, demonyms) for text in out[name]]
    return out


def _demonyms(*paths: Path) -> set[str]:
    return {r[1] for p in paths for _, rows in _sentences(p) for r in rows[1:] if _demonym(r)}


def _with_demonyms(text: Labelled, demonyms: set[str]) -> Labelled:
    """Return ``text``, whose annotators left NORP out, with the known ones added outside its entities."""
    known = text.entities or []
    extra = [
        (match.start(), match.end(), "NORP")
        for match in re.finditer(r"[^\W\d_]+", text.text)
        if match.group() in demonyms and not any(s < match.end() and match.start() < e for s, e, _ in known)
    ]
    return replace(text, entities=sorted([*known, *extra]))
