from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from secondhand.settings.options import OPTIONS, checked_keys
from secondhand.settings.settings import Settings

BY_NAME = {option.name: option for option in OPTIONS}
CELLS = {"article.width": (20, 300), "article.margin": (0, 40)}


def test_every_option_fills_a_field_and_shows_its_default() -> None:
    own = {field.name for field in fields(Settings)} - {"keys", "file", "lines"}
    assert {option.field for option in OPTIONS} == own
    assert all(option.default == getattr(Settings(), option.field) for option in OPTIONS)


def test_options_without_a_table_stand_first_and_tables_in_one_piece() -> None:
    tables = [option.name.rpartition(".")[0] for option in OPTIONS]
    assert tables == sorted(tables)


@pytest.mark.parametrize(("name", "bounds"), CELLS.items())
def test_cells_are_whole_numbers_within_their_bounds(name: str, bounds: tuple[int, int]) -> None:
    check, (least, most) = BY_NAME[name].check, bounds
    assert [check(least), check(most)] == [least, most]
    for wrong in (least - 1, most + 1, float(least), str(least), True, None):
        with pytest.raises(ValueError, match=f"^must be a whole number from {least} to {most}$"):
            check(wrong)


def test_every_default_is_allowed() -> None:
    assert [option.check(option.default) for option in OPTIONS] == [option.default for option in OPTIONS]


def test_a_theme_is_a_name_and_the_other_one_may_be_none() -> None:
    assert BY_NAME["theme"].check(" nord\n") == "nord"
    assert BY_NAME["other_theme"].check("") == ""
    for name, wrong, told in (
        ("theme", " ", "must be the name of a theme"),
        ("theme", 1, "must be text between quotation marks"),
        ("other_theme", ["nord"], "must be text between quotation marks"),
    ):
        with pytest.raises(ValueError, match=f"^{told}$"):
            BY_NAME[name].check(wrong)


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ("n", "n"), (" n ", "n"), (["n", "right"], "n,right"), (",", "comma"), (["a", " , "], "a,comma"),
    ],
)  # fmt: skip
def test_keys_as_a_binding_takes_them(value: Any, keys: str) -> None:
    assert checked_keys(value) == keys


@pytest.mark.parametrize("value", [[], "", " ", ["n", ""], ["n", 1], 1, None, {"n": 1}])
def test_what_is_no_key_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match='must be keys between quotation marks, such as "n" or'):
        checked_keys(value)
