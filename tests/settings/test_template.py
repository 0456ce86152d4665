from __future__ import annotations

import tomllib

import pytest

from secondhand.settings.options import OPTIONS
from secondhand.settings.template import keys_words, quote, template, value_words


@pytest.mark.parametrize("text", ["n", "", "naïve “x”", 'say "so"', "back\\slash", "line\nbreak", "\x01"])
def test_text_is_quoted_as_toml_reads_it(text: str) -> None:
    assert tomllib.loads(f"x = {quote(text)}") == {"x": text}


def test_one_key_is_text_and_several_are_a_list() -> None:
    assert keys_words(["n"]) == '"n"'
    assert keys_words(["n", '"']) == r'["n", "\""]'


def test_values_are_written_by_their_type() -> None:
    told = {option.name: value_words(option) for option in OPTIONS}
    assert told["theme"] == '"dark"' and told["article.width"] == "76"


def test_a_template_begins_every_table_once_and_sets_nothing() -> None:
    text = template([("claim.next", ("n", "]"), "Go on")])
    lines = text.splitlines()
    assert [line for line in lines if line.startswith("[")] == ["[article]", "[keys]"]
    assert all(line.startswith(("#", "[")) or not line for line in lines)
    assert tomllib.loads(text) == {"article": {}, "keys": {}}
    assert '# "claim.next" = ["n", "]"]  # Go on' in lines
    assert text.endswith("# Go on\n")


def test_what_an_option_does_stands_before_it() -> None:
    lines = template([]).splitlines()
    for option in OPTIONS:
        at = lines.index(f"# {option.field} = {value_words(option)}")
        told = [f"# {line}" for line in option.about.split("\n")]
        assert lines[at - len(told) : at] == told
        assert lines[at + 1] == ""
