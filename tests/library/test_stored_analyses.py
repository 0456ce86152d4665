from __future__ import annotations

from dataclasses import replace

from secondhand.claim import Trace
from secondhand.library import Library
from tests.claims import seed_analysis, seed_article


def test_how_a_claim_was_found_is_kept_with_it(library: Library) -> None:
    entry = library.enter(seed_article())
    trace = Trace((-0.1, -0.2, -0.3), ("nest_claims",), "nearest fit before", "Emmanuel Macron")
    found = seed_analysis()
    library.keep(entry, replace(found, claims=tuple(replace(c, trace=trace) for c in found.claims)))
    kept = library.notebook(entry).found
    assert kept is not None and {claim.trace for claim in kept.claims} == {trace}
