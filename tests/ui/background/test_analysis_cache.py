from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand.errors import LibraryError
from secondhand.library import Library
from secondhand.resuming import KeptStretch
from secondhand.ui.background.analysis_cache import Memory, memory_of
from secondhand.ui.background.autosave import Place
from tests.claims import seed_analysis, seed_article

ARTICLE, FOUND = seed_article(), seed_analysis()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    with Library.open(tmp_path / "library.db") as library:
        return Place(library.path, library.enter(ARTICLE))


@pytest.fixture
def memory(place: Place) -> Iterator[Memory]:
    with memory_of(ARTICLE, place, pytest.fail) as memory:
        yield memory


def broken(*_: object) -> None:
    raise LibraryError("The disk is full.")


def test_the_whole_is_known_again_to_the_model_that_made_it(memory: Memory) -> None:
    assert memory.find_whole(FOUND.model) is None
    memory.keep(FOUND)
    assert memory.find_whole(FOUND.model) == FOUND
    assert memory.find_whole(replace(FOUND.model, version="later")) is None


def test_what_is_kept_is_compared_at_once(memory: Memory, place: Place) -> None:
    assert memory.library is not None
    memory.keep(FOUND)
    assert memory.library.joins.list_uncompared() == ()
    memory.library.keep(place.entry, FOUND)
    assert memory.library.joins.list_uncompared() == (place.entry,)


def test_stretches_wait_for_the_whole(memory: Memory) -> None:
    memory.keep_stretch(KeptStretch(0, "first"))
    assert memory.stretches() == ("first",)
    memory.keep(FOUND)
    assert memory.stretches() == ()


def test_what_is_kept_of_another_text_is_not_known(memory: Memory, place: Place) -> None:
    memory.keep(FOUND)
    memory.keep_stretch(KeptStretch(0, "first"))
    other = replace(ARTICLE, text=ARTICLE.text.replace("Trump", "Trumq"))
    with memory_of(other, place, pytest.fail) as now:
        assert (now.find_whole(FOUND.model), now.stretches()) == (None, ())


def test_what_does_not_come_is_found_anew(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("analysis", "stretches", "keep_stretch", "keep"):
        monkeypatch.setattr(Library, name, broken)
    memory.keep_stretch(KeptStretch(0, "first"))
    assert (memory.find_whole(FOUND.model), memory.stretches()) == (None, ())
    with pytest.raises(LibraryError, match="disk is full"):
        memory.keep(FOUND)


def test_without_a_library_nothing_is_known_and_nothing_kept(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[LibraryError] = []
    monkeypatch.setattr(Library, "open", broken)
    for there in (None, place):
        with memory_of(ARTICLE, there, told.append) as memory:
            memory.keep_stretch(KeptStretch(0, "first"))
            memory.keep(FOUND)
            assert (memory.find_whole(FOUND.model), memory.stretches()) == (None, ())
    assert [str(error) for error in told] == ["The disk is full."]
