"""What one speaker said, in lines for eyes."""

from __future__ import annotations

import io
from dataclasses import replace

from secondhand.export.sayings import write_text
from secondhand.statements.sayings import Saying
from tests.statements.literals import REUTERS, STAR, member, who

RAISED = member(REUTERS, "the tax will rise by 5 percent")
MORE = member(STAR, "the tax will rise by 50 percent")


def written(*sayings: Saying) -> list[str]:
    write_text("Doe", sayings, out := io.StringIO())
    return out.getvalue().splitlines()


def test_an_article_that_has_it_otherwise_is_given_with_its_own_words() -> None:
    _, heading, first, other = written(Saying((RAISED, MORE)))
    assert heading == f"  {MORE.text}"
    assert first.endswith(f"as fact: {RAISED.text}") and other.endswith("as fact")


def test_words_that_all_have_stand_once() -> None:
    _, heading, *others = written(Saying((RAISED, replace(RAISED, carrier=STAR))))
    assert heading == f"  {RAISED.text}" and all(line.endswith("as fact") for line in others)


def test_who_says_it_is_told_where_there_are_several_of_that_name() -> None:
    assert not any("Jane Doe" in line for line in written(Saying((RAISED,)), Saying((MORE,))))
    told = written(Saying((RAISED,)), Saying((replace(MORE, speaker=who("John Doe")),)))
    assert [line for line in told if "Doe" in line] == [
        f"  Jane Doe, central bank governor: {RAISED.text}",
        f"  John Doe: {MORE.text}",
    ]


def test_what_is_likelier_wrong_than_right_is_called_unsure() -> None:
    unsure = replace(RAISED, confidence=0.49)
    assert written(Saying((unsure,)))[-1].endswith(": in other words, as fact (unsure)")
    assert written(Saying((replace(unsure, confidence=0.5),)))[-1].endswith(": in other words, as fact")
