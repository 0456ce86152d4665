"""A key costs what is on the screen, however many highlights there are."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import secondhand
from secondhand.library import Library
from secondhand.notes.edit import Edit
from secondhand.notes.highlighting import make_highlight
from tests.claims import article_of
from tests.ui.conftest import Open
from tests.ui.screens.test_reader_keys import NOTHING

FEW, MANY = 300, 2000
OURS = str(Path(secondhand.__file__).parent)
KEYS = (*"jkG", *"><", "v", "space", "h", "u", "2", "H", "j", "d", "u", "escape")


TURNS = 5
"""times that all keys are counted: whether a key paints once or twice hangs on how busy the machine is"""


async def count_steps(open_reader: Open, library: Library, count: int) -> dict[str, list[int]]:
    """Return how many calls of ours, and by ours, each of the keys takes beside ``count`` highlights.

    Textual's own are left out: when it lays a list out anew hangs on the machine, too.
    """
    text = "\n\n".join(f"One {n} two." for n in range(MANY))
    article = article_of(text[: text.index(f"One {count} ") if count < MANY else None])
    entry = library.enter(article)
    for paragraph in article.paragraphs:
        mark = make_highlight(article.text, [(paragraph.start, paragraph.start + 3)], "yellow", None, None)
        library.write(entry, Edit(None, mark))
    steps: dict[str, list[int]] = {}

    def step(frame: FrameType, event: str, argument: object) -> None:
        steps[key][-1] += event.endswith("call") and (is_ours(frame) or is_ours(frame.f_back))

    async with open_reader(article, NOTHING, library=library) as reader:
        assert len(reader.marks) == count
        for turn in range(1 + TURNS):  # what is loaded once is not counted
            for number, pressed in enumerate(KEYS):
                key = f"{number} {pressed}"
                steps[key] = [*steps.get(key, ()), 0] if turn else []
                sys.setprofile(step if turn else None)
                try:
                    await reader.press(pressed)
                finally:
                    sys.setprofile(None)
    return steps


def is_ours(frame: FrameType | None) -> bool:
    """Return whether ``frame`` runs code of ours."""
    return frame is not None and frame.f_code.co_filename.startswith(OURS)


async def test_no_key_goes_through_all_highlights(open_reader: Open, tmp_path: Path) -> None:
    with Library.open(tmp_path / "few.db") as few, Library.open(tmp_path / "many.db") as many:
        known = await count_steps(open_reader, few, FEW)
        found = await count_steps(open_reader, many, MANY)
    assert {key: n for key, n in found.items() if min(n) > 1.1 * max(known[key]) + FEW} == {}
