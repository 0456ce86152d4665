"""The four papers of the README, read by the shipped model."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.analysis import analyze_many
from secondhand.ingest import read
from secondhand.statements.assembly import trace_statements
from secondhand.statements.members import make_carrier, make_members

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("ferry-*.md"))


@pytest.mark.model
def test_the_readme_tells_what_the_four_papers_do() -> None:
    articles = [read(str(seed)) for seed in SEEDS]
    members = [
        member
        for seed, article, analysis in zip(SEEDS, articles, analyze_many(articles), strict=True)
        for member in make_members(make_carrier(article, seed.name), analysis)
    ]
    closing, *_ = trace_statements(members)
    assert [carrier.outlet for carrier in closing.carriers] == [
        "Northern Courier",
        "Daily Beacon",
        "Evening Ledger",
        "Sandholm Post",
    ]
    assert closing.origin.name == "Helen Marsh"
    assert {finding.kind for finding in closing.findings} == {
        "words given to different speakers",
        "a hedge dropped or added",
    }
