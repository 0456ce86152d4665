from __future__ import annotations

from datetime import date

import pytest

from secondhand.claim import Link, Span
from secondhand.publication import agency_link, publication, publisher_link

DAY = date(2025, 2, 27)


def test_a_publisher_is_an_organization_and_an_unknown_one_is_unknown() -> None:
    assert publisher_link("Daily", DAY) == Link("Daily", "organization", "published", when="2025-02-27")
    assert publisher_link() == publisher_link("") == Link("unknown", "unknown", "published")
    assert publisher_link(None, DAY).when == "2025-02-27"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("LONDON (AP) - It rains. AP said so.", 8),
        ("MAP and APE. By AP", 16),
        ("It rains.", None),
        ("A.P.", None),
    ],
)
def test_an_agency_is_where_the_text_first_names_it(text: str, start: int | None) -> None:
    link = agency_link(text, "AP")
    if start is None:
        assert link is None
    else:
        assert link == Link("AP", "organization", "reported", (Span(start, start + 2, "AP"),))


def test_without_a_credit_there_is_no_agency() -> None:
    assert agency_link("AP", None) is agency_link("AP", "") is None
    assert agency_link("A+B and A", "A+B") == Link("A+B", "organization", "reported", (Span(0, 3, "A+B"),))


def test_a_chain_begins_with_the_publisher() -> None:
    assert publication("By AP", "Daily", DAY, "AP") == (
        publisher_link("Daily", DAY),
        agency_link("By AP", "AP"),
    )
    assert publication("It rains.", "Daily", DAY, "AP") == (publisher_link("Daily", DAY),)
