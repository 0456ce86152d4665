"""Why a source is not named."""

from __future__ import annotations

import pytest

from secondhand.sources.anonymity import find_reason
from tests.claims import Teller, article_of


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Rates stay, one said on condition of anonymity because he was not authorised to speak.",
            "because he was not authorised to speak",
        ),
        ("Rates stay, said an official who asked not to be named, citing the talks.", "citing the talks"),
        ("Rates stay. The official declined to be identified.", "declined to be identified"),
        ("Rates stay, said an official who wasn’t authorized to say so.", "wasn’t authorized to say"),
        ("Rates stay, said an anonymous official.", None),
        ("Rates stay because nobody asked, said an official.", None),
        ("Rates stay, said an official.\nAnother spoke on condition of anonymity.", None),
    ],
)
def test_the_reason_stands_where_the_claim_does(text: str, why: str | None) -> None:
    teller = Teller(article_of(text))
    teller.claim(0, ["Rates stay"], None, None, teller.speaker("an official", "anonymous"))
    assert find_reason(teller.article, teller.claims[0]) == why
