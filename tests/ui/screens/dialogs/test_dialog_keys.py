from __future__ import annotations

from textual.binding import Binding

from secondhand.ui.keys.bindings import (
    ASK,
    CHAIN,
    CORRECT,
    EXPORT,
    FORMATS,
    LIBRARY,
    LINK,
    SEARCH,
    STEPS,
    TABLE,
    TOUR,
)


def test_every_key_of_a_dialog_has_an_id_a_group_and_a_tooltip() -> None:
    rows = [*ASK, *CHAIN, *CORRECT, *EXPORT, *FORMATS, *LIBRARY, *LINK, *SEARCH, *STEPS, *TABLE, *TOUR]
    keys = [key for key in rows if isinstance(key, Binding)]
    assert len({key.id for key in keys}) == len(rows)
    assert all(key.group and key.tooltip and key.description for key in keys)
