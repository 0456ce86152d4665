"""Who is heard, printed. To accept new golden files, run with SECONDHAND_WRITE_GOLDEN=1."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest

from secondhand.claim import Analysis
from secondhand.export.sources import write_article, write_json
from secondhand.safe_text import UNSAFE
from secondhand.sources import count_sources
from tests.claims import seed_analysis, seed_article
from tests.export.test_formats import Terminal, assert_golden, environment

_ = environment


def written(out: io.StringIO) -> str:
    article, found = seed_article(), seed_analysis()
    write_article(article, count_sources(article, found.claims, found.speakers), out)
    return out.getvalue()


def test_into_a_pipe() -> None:
    assert_golden("pipe.sources.txt", written(io.StringIO()))


def test_on_a_terminal_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    assert_golden("terminal.sources.txt", written(Terminal()))


def test_as_json() -> None:
    article, found, out = seed_article(), seed_analysis(), io.StringIO()
    write_json(article, count_sources(article, found.claims, found.speakers), out)
    told = json.loads(out.getvalue())
    assert list(told) == ["format", "article", "words", "trees", "speakers"]
    assert told["article"]["publisher"] == "Sputnik" and "text" not in told["article"]
    assert told["words"] == {"own": 99, "first": 240, "further": 36, "unnamed": 20}
    assert told["trees"][0]["below"][0]["below"] == [
        {"name": "Donald Trump", "type": "person", "claims": 3, "words": 36, "below": []}
    ]
    assert told["speakers"][0] == {
        "name": "Alain de Benoist",
        "type": "person",
        "role": "French political philosopher",
        "claims": 4,
        "words": 131,
        "kinds": {"direct": 2, "mixed": 1, "indirect": 1},
        "commitments": {"certain": 4},
        "attitudes": [
            {"target": "Emmanuel Macron", "polarity": "negative", "claims": 1},
            {"target": "European Union", "polarity": "negative", "claims": 1},
        ],
        "hands": {"1": 4},
    }


@pytest.mark.parametrize("write", [write_article, write_json])
@pytest.mark.parametrize("out", [io.StringIO, Terminal])
def test_names_cannot_act_on_a_terminal(write: type, out: type[io.StringIO]) -> None:
    found: Analysis = seed_analysis()
    hostile = "[bold]\x1b]0;x\x07\u202eEve\t1"
    speakers = tuple(replace(speaker, name=hostile, role=hostile) for speaker in found.speakers)
    claims = tuple(
        replace(claim, chain=tuple(replace(link, name=hostile) for link in claim.chain))
        for claim in found.claims
    )
    article, to = seed_article(), out()
    write(article, count_sources(article, claims, speakers), to)
    text = to.getvalue()
    assert "[bold]" in text and "Eve" in text
    styles = "\x1b[1m" in text
    assert styles or not UNSAFE.search(text.replace("\n", "").replace("\t", ""))
    assert "\x1b]0" not in text and "\u202e" not in text and "\x07" not in text
