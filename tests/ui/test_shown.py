from __future__ import annotations

import sys
from unicodedata import category

import pytest

from secondhand.ui.shown import TAB, safe, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [sic] [/foo]", "plain [sic] [/foo]"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07\x7f", "a␀b␇␡"),
        ("a\x9bb", "a�b"),
        ("a\tb", f"a{TAB}b"),
        ("one\ntwo\r\nthree\rfour", "one two three four"),
        ("abc\u202edef\u2066\u200b\ufeff\u00ad", "abc�def����"),
        ("\ud800", "�"),
        ("x\U000e0041\U000e0101", "x��"),
        ("❤\ufe0f 日本 é", "❤ 日本 é"),
        ("a\u3164b\ufe00", "a�b�"),
        ("\u2028", " "),
    ],
)
def test_what_could_act_or_hide_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize("text", ["plain", "a\tb\r\nc", "\ud800\u202e", ""])
def test_there_is_one_string_for_every_character(text: str) -> None:
    assert len(visible(text)) == len(text)


def test_no_character_at_all_comes_out_as_control_or_format() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert {category(c) for c in set(safe(every))}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
