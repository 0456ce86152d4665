"""The seed with a few marks on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from tests.claims import seed_analysis, seed_article

WHEN = datetime(2025, 3, 1, 12, tzinfo=UTC)


def marked() -> Notebook:
    """Return the seed with two highlights, one of them with a note and tags."""
    article, analysis = replace(seed_article(), title="Macron “obtained nothing”/from Trump"), seed_analysis()
    first, last = analysis.claims[0], analysis.claims[-1]
    marks = [
        Highlight(
            f"00000000-0000-4000-8000-00000000000{n}",
            tuple(make_anchor(article.text, span.start, span.end) for span in claim.content),
            WHEN,
            WHEN,
            claim=claim,
            speaker=analysis.speaker(claim),
        )
        for n, claim in enumerate((first, last))
    ]
    noted = replace(marks[1], note="Who says so?", tags=("peace", "troops"))
    return Notebook(article, analysis, (marks[0], noted), opened=WHEN)
