"""The corpora as texts with labels laid over their characters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from secondhand.pipeline.network.manner import COMMITMENTS, FRAMINGS, SPEAKERS
from secondhand.pipeline.network.windows import find_paragraphs
from secondhand.quotations import find_quotations
from secondhand.training import sentences
from secondhand.training.labelled import Builder, Labelled, MannerLabels
from secondhand.training.treebank import conllu, demonym
from secondhand.training.treebank import sentences as parsed

_CROSSNER = {
    "person": "PERSON", "politician": "PERSON", "organisation": "ORG", "politicalparty": "ORG",
    "country": "LOC", "location": "LOC",
}  # fmt: skip
_UNER = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}


def polnear(path: Path) -> list[Labelled]:
    """Read PolNeAR's JSON lines."""
    out = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            out.append(
                Labelled(
                    row["id"], row["text"], find_paragraphs(row["text"]), attributions=row["attributions"]
                )
            )
    return out


def claims(folder: Path) -> list[Labelled]:
    """Read the articles whose claims of every depth are annotated; claims without a cue are left out."""
    out = []
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        cued = [claim for claim in row["claims"] if claim["offsets"]["cue"]]
        parts = [
            c["offsets"] | {"relay": [s for k in c.get("links", ()) for s in k["offsets"]]} for c in cued
        ]
        text = row["text"]
        out.append(
            Labelled(row["id"], text, find_paragraphs(text), parts, [_manner(claim) for claim in cued])
        )
    return out


def _manner(claim: dict[str, Any]) -> MannerLabels:
    """Return how ``claim`` is meant."""
    felt = [
        (start, end, int(attitude["polarity"] == "positive"))
        for attitude in claim["attitudes"]
        for start, end in attitude.get("offsets") or ()
    ]
    return MannerLabels(
        COMMITMENTS.index(claim["commitment"]),
        FRAMINGS.index(claim["framing"]),
        SPEAKERS.index(claim["speaker"]["type"]),
        tuple(felt),
    )


def requote(article: Labelled, style: str) -> Labelled:
    """Return ``article`` with its quotation marks made ``straight`` or ``curly``; offsets stay."""
    if style == "straight":
        text = article.text.translate(str.maketrans("“”‘’", "\"\"''"))
    else:
        marks = list(article.text.replace("'", "’"))
        for start, end in article.paragraphs:
            for quotation in find_quotations(article.text, start, end):
                if marks[quotation.start] == '"':
                    marks[quotation.start] = "“"
                if quotation.closed and marks[quotation.end - 1] == '"':
                    marks[quotation.end - 1] = "”"
        text = "".join(marks)
    return replace(article, text=text)


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


def _join_tagged(
    groups: list[list[tuple[str, str]]], name: str, names: dict[str, str], *, per: int
) -> list[Labelled]:
    """Texts of ``per`` sentences each, from (word, tag) pairs."""
    out = []
    for at in range(0, len(groups), per):
        builder = Builder()
        for group in groups[at : at + per]:
            begin = len(builder.spans)
            builder.sentence([word for word, _ in group])
            for lo, hi, kind in _runs([t for _, t in group], names):
                builder.entities.append(
                    (builder.spans[begin + lo][0], builder.spans[begin + hi - 1][1], kind)
                )
            builder.gap = "\n\n"
        out.append(builder.label(f"{name}-{at}", sentences=False))
    return out


def crossner(path: Path) -> list[Labelled]:
    """Read CrossNER's token TAB tag files."""
    chunks = path.read_text(encoding="utf-8").strip().split("\n\n")
    groups = [[(r.split("\t")[0], r.split("\t")[1]) for r in c.split("\n") if "\t" in r] for c in chunks]
    return _join_tagged([g for g in groups if g], path.stem, _CROSSNER, per=8)


def uner(path: Path) -> list[Labelled]:
    """Read Universal NER's IOB2 files."""
    groups: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            groups.append([])
        elif not line.startswith("#"):
            row = line.split("\t")
            groups[-1].append((row[1], row[2]))
    return _join_tagged([g for g in groups if g], path.stem, _UNER, per=8)


def load(root: Path, part: str) -> dict[str, list[Labelled]]:
    """Read everything trained on (``part`` "train") or looked at while training ("dev")."""
    out: dict[str, Any] = {"polnear": polnear(root / "polnear" / f"{part}.jsonl")}
    out["claims"] = claims(root / "claims" / part)
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
    out["newsmtsc"] = sentences.newsmtsc(root / "newsmtsc" / "train.jsonl", held_back=part != "train")
    out["uds"] = sentences.uds(root / "factuality" / f"uds_ih2-{part}.jsonl")
    for name in ("crossner", "uner"):
        out[name] = [_with_demonyms(text, demonyms) for text in out[name]]
    return out


def _demonyms(*paths: Path) -> set[str]:
    return {r[1] for p in paths for _, rows in parsed(p) for r in rows[1:] if demonym(r)}


def _with_demonyms(text: Labelled, demonyms: set[str]) -> Labelled:
    """Return ``text``, whose annotators left NORP out, with the known ones added outside its entities."""
    known = text.entities or []
    extra = [
        (match.start(), match.end(), "NORP")
        for match in re.finditer(r"[^\W\d_]+", text.text)
        if match.group() in demonyms and not any(s < match.end() and match.start() < e for s, e, _ in known)
    ]
    return replace(text, entities=sorted([*known, *extra]))
