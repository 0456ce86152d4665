"""secondhand beside what people use today for the same job: same articles, same cores, same run.

``python -m tests.benchmarks.beside`` reads the short texts of ``tests/gold``; with ``--data DATA`` the
development articles of PolNeAR, with ``--cnn FOLDER`` a pipeline that ``tests.benchmarks.cnn`` trained. It
prints the table of the README.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from secondhand import model_path
from secondhand.analysis import analyze_many
from secondhand.claim import Claim
from secondhand.ingest.formats.plain import from_plain
from secondhand.training import score
from tests.benchmarks import cnn
from tests.gold.lines import lines

Parts = dict[str, score.Ranges]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text and the outermost attributions in it."""

    text: str
    attributions: list[Parts]


@dataclass(frozen=True, slots=True)
class Engine:
    """One way to find attributions."""

    name: str
    read: Callable[[Sequence[str]], Iterator[list[Parts] | None]]
    """texts → the attributions of each, None where it refuses one"""


def polnear(data: Path) -> list[Gold]:
    """Return PolNeAR's development articles."""
    rows = (data / "polnear" / "dev.jsonl").read_text("utf-8").splitlines()
    return [Gold(row["text"], row["attributions"]) for row in map(json.loads, rows)]


def own() -> list[Gold]:
    """Return the texts of ``tests/gold``."""
    return [
        Gold(
            line.data["text"],
            [
                {part: c["offsets"].get(part, []) for part in score.PARTS}
                for c in line.data["claims"]
                if not c["parent"]
            ],
        )
        for line in lines()
    ]


def secondhand(texts: Sequence[str]) -> Iterator[list[Parts] | None]:
    """Read with secondhand."""
    for found in analyze_many(from_plain(text) for text in texts):
        yield [_parts(claim) for claim in found.claims if claim.parent is None]


def _parts(claim: Claim) -> Parts:
    spans = {"source": claim.source, "cue": (claim.cue,) if claim.cue else (), "content": claim.content}
    return {part: [(s.start, s.end) for s in found] for part, found in spans.items()}


def textacy_on(nlp: Language) -> Callable[[Sequence[str]], Iterator[list[Parts] | None]]:
    """Return textacy's direct quotations over the parses of ``nlp``."""
    from textacy.extract.triples import direct_quotations

    def read(texts: Sequence[str]) -> Iterator[list[Parts] | None]:
        for doc in nlp.pipe(texts):
            try:
                yield [_triple(found) for found in direct_quotations(doc)]
            except ValueError:
                yield None

    return read


def _triple(found: Any) -> Parts:
    return {
        "source": [_range(found.speaker)],
        "cue": [_range(found.cue)],
        "content": [(found.content.start_char, found.content.end_char)],
    }


def _range(tokens: Sequence[Any]) -> tuple[int, int]:
    return tokens[0].idx, tokens[-1].idx + len(tokens[-1])


def only_parses(nlp: Language) -> Callable[[Sequence[str]], Iterator[list[Parts] | None]]:
    """Return what only runs ``nlp``: the pace of a pipeline that says nothing of who says what."""

    def read(texts: Sequence[str]) -> Iterator[list[Parts] | None]:
        docs: Iterator[Doc] = nlp.pipe(texts)
        yield from (None for _ in docs)

    return read


def engines(folder: Path | None) -> list[Engine]:
    """Return all ways, secondhand first; ``folder`` holds a trained convolutional pipeline."""
    small = cnn.with_parts_of_speech(spacy.load(folder)) if folder else cnn.untrained()
    found = [Engine("secondhand", secondhand), Engine("spaCy CNN (tags, parses, names)", only_parses(small))]
    try:
        ours = spacy.load(model_path())
        found.append(Engine("textacy on secondhand's pipeline", textacy_on(ours)))
        if folder:
            found.append(Engine("textacy on the spaCy CNN", textacy_on(small)))
    except ImportError:
        sys.stderr.write("textacy is left out: pip install textacy\n")
    return found


def measure(engine: Engine, gold: Sequence[Gold]) -> dict[str, float | int | str]:
    """Return the pace and the scores of ``engine`` on ``gold``."""
    texts = [article.text for article in gold]
    list(engine.read(texts[:1]))
    begun = time.perf_counter()
    found = list(engine.read(texts))
    took = time.perf_counter() - begun
    tally = score.tally((a.text, a.attributions, f or []) for a, f in zip(gold, found, strict=True))
    words = sum(len(text.split()) for text in texts)
    refused = sum(f is None for f in found)
    return {
        "engine": engine.name,
        "words_per_second": round(words / took),
        "refused": refused,
    } | tally.figures()


def table(rows: Sequence[dict[str, Any]]) -> str:
    """Return ``rows`` as Markdown; the pace as a ratio to the first row's."""
    out = ["| | attribution | found | strict | pace | articles refused |", "|---|---|---|---|---|---|"]
    for row in rows:
        mute = row["refused"] == len(rows) or not row["found"]
        scores = ["–"] * 3 if mute else [str(row[name]) for name in ("attribution", "found", "strict")]
        pace = f"{row['words_per_second'] / rows[0]['words_per_second']:.2f}×"
        out.append(f"| {row['engine']} | {' | '.join(scores)} | {pace} | {'–' if mute else row['refused']} |")
    return "\n".join(out)


def main() -> None:
    """Measure every engine and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.beside", description=__doc__)
    parser.add_argument("--data", type=Path, help="folder of the corpora")
    parser.add_argument("--cnn", type=Path, help="folder of a trained convolutional pipeline")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    gold = polnear(given.data) if given.data else own()
    rows = [measure(engine, gold) for engine in engines(given.cnn)]
    sys.stdout.write((json.dumps(rows, indent=1) if given.json else table(rows)) + "\n")


if __name__ == "__main__":
    main()
