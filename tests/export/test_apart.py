"""One file a highlight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from secondhand.errors import OptionError
from secondhand.export.apart import render_apart
from tests.export.notebooks import LOST, NOTEBOOK, WHOLE, WORLD


def test_each_highlight_has_a_file_of_its_own_and_a_name_that_stays() -> None:
    files = dict(render_apart("markdown", [NOTEBOOK, WORLD], "highlights"))
    assert len(files) == 5 and all(name.endswith(".md") for name in files)
    assert [name for name, text in files.items() if "Rates may rise" in text] == list(files)[:1]
    changed = replace(NOTEBOOK, highlights=(replace(WHOLE, note="another"),), orphans=())
    assert list(dict(render_apart("markdown", [changed], "highlights"))) == list(files)[:1]
    assert all(text.startswith("---\n") for text in files.values())


def test_no_id_gets_into_a_path() -> None:
    book = replace(NOTEBOOK, highlights=(replace(WHOLE, id="../../evil\ud83d"),), orphans=())
    [(name, _)] = render_apart("markdown", [book], "highlights")
    assert "/" not in name and "evil" not in name


def test_notes_are_the_highlights_with_a_note() -> None:
    files = list(render_apart("org", [NOTEBOOK], "notes"))
    assert len(files) == sum(bool(mark.note.strip()) for mark in (*NOTEBOOK.highlights, LOST))


def test_only_what_one_speaker_says() -> None:
    files = list(render_apart("markdown", [NOTEBOOK], "highlights", speaker="ann lee"))
    assert 0 < len(files) < 3 and all("Ann Lee" in text for _, text in files)
    with pytest.raises(OptionError, match="no highlights by “zebra”"):
        list(render_apart("markdown", [NOTEBOOK], "highlights", speaker="zebra"))


@pytest.mark.parametrize(
    ("form", "what"), [("json", "highlights"), ("markdown", "claims"), ("html", "notes")]
)
def test_what_is_not_made_by_the_reader_is_refused(form: str, what: str) -> None:
    with pytest.raises(OptionError, match="--apart is for highlights and notes"):
        list(render_apart(form, [NOTEBOOK], what))  # type: ignore[arg-type]
