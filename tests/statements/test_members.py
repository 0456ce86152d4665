"""What claims become when articles are compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.statements.members import make_carrier, make_members
from tests.claims import Teller, article_of


@pytest.mark.parametrize(
    ("claim", "speaker", "corrected", "sure"),
    [(0.9, 0.4, False, 0.4), (0.3, 0.4, False, 0.3), (0.9, None, False, 0.9), (0.3, 0.4, True, 1.0)],
)
def test_a_member_is_as_sure_as_its_claim_and_speaker(
    claim: float, speaker: float | None, corrected: bool, sure: float
) -> None:
    teller = Teller(article_of("Rates may stay low, Jane Doe said."))
    teller.claim(0, ["Rates may stay low"], "said", "Jane Doe", teller.speaker("Jane Doe"))
    found = teller.analysis()
    known = {"confidence": claim, "speaker_confidence": speaker, "corrected": corrected}
    found = replace(found, claims=(replace(found.claims[0], **known),))
    (member,) = make_members(make_carrier(teller.article, "a.txt"), found)
    assert member.confidence == sure
