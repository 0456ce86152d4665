"""The lists of outlets and agencies."""

from __future__ import annotations

from secondhand import outlets


def test_an_agency_has_all_its_names() -> None:
    assert ("AP", "Associated Press", "The Associated Press", "AP News") in outlets.agencies()


def test_no_name_is_a_comment_or_blank() -> None:
    assert all(name and not name.startswith("#") for name in outlets.everybody())


def test_everybody_is_outlets_and_agencies() -> None:
    assert {"Reuters", "The Washington Post"} <= set(outlets.everybody())
    assert "Reuters" not in outlets.outlets()
