"""The file of the settings: what it may hold, and what is told of what it may not."""

from pathlib import Path

import pytest

from secondhand import settings
from secondhand.errors import OptionError
from secondhand.settings import Settings
from secondhand.settings.file import settings_of
from secondhand.settings.options import OPTIONS
from secondhand.settings.template import template

FILE = Path("config.toml")


def test_every_option() -> None:
    text = """\
theme = "nord"
other_theme = "light"
[article]
width = 60
margin = 4
[keys]
"claim.next" = ["n", ","]
mark.note = "x"
"""
    found = settings_of(text, FILE)
    assert (found.theme, found.other_theme, found.width, found.margin) == ("nord", "light", 60, 4)
    assert found.keys == {"claim.next": "n,comma", "mark.note": "x"}
    assert found.lines["article.margin"] == 5 and found.lines["keys.mark.note"] == 8


def test_what_is_not_set_is_as_ever() -> None:
    assert settings_of("", FILE).width == Settings().width == 76


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('them = "nord"', "config.toml, line 1: there is no option 'them'. Did you mean 'theme'?"),
        (
            "[article]\n\nwitdh = 60",
            "line 3: there is no option 'article.witdh'. Did you mean 'article.width'?",
        ),
        ("article.widht = 60", "line 1: there is no option 'article.widht'. Did you mean 'article.width'?"),
        ("[artcle]\nwidth = 60", "line 2: there is no option 'artcle.width'. Did you mean 'article.width'?"),
        ("[article]\nwidth = 2", "line 2: article.width must be a whole number from 20 to 300."),
        ("[article]\nwidth = true", "line 2: article.width must be a whole number from 20 to 300."),
        ("theme = 1", "line 1: theme must be text between quotation marks."),
        ('theme = " "', "line 1: theme must be the name of a theme."),
        ("article = 1", "line 1: there is no option 'article'."),
        ("[keys]\n'claim.next' = 1", "line 2: keys.claim.next must be keys between quotation marks"),
        ("[keys]\n'claim.next' = []", "line 2: keys.claim.next must be keys between quotation marks"),
        ('theme = "x"\ntheme = nord', "line 2: this is no TOML: Invalid value."),
    ],
)
def test_what_makes_no_sense_is_told_by_line(text: str, told: str) -> None:
    with pytest.raises(OptionError) as error:
        settings_of(text, FILE)
    assert told in str(error.value)
    assert str(error.value).endswith("To mend it: secondhand config --edit")


def test_where_the_file_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECONDHAND_CONFIG", str(tmp_path / "own.toml"))
    assert settings.path() == tmp_path / "own.toml"
    assert settings.load() == Settings()
    settings.path().write_text("\ufefftheme = 'nord'", "utf-8")
    assert settings.load().theme == "nord"
    monkeypatch.delenv("SECONDHAND_CONFIG")
    assert settings.path().parts[-2:] == ("secondhand", "config.toml")


@pytest.mark.parametrize("content", [b"theme = '\xff'", None])
def test_a_file_that_cannot_be_read(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(content) if content else file.mkdir()
    with pytest.raises(OptionError, match=r"config\.toml: the settings (are not in UTF-8|cannot be read)"):
        settings.load(file)


def test_the_template_sets_nothing_and_tells_of_everything() -> None:
    text = template([("claim.next", ("n", "]"), "Go on"), ("mark.note", ("m",), "Write")])
    untouched = settings_of(text, FILE)
    assert untouched == Settings(file=FILE, lines=untouched.lines)
    # Every option of it can be set by taking the sign before it away.
    lines = [line.removeprefix("# ") if " = " in line else line for line in text.splitlines()]
    everything = settings_of("\n".join(lines), FILE)
    assert everything.keys == {"claim.next": "n,]", "mark.note": "m"}
    assert {option.name for option in OPTIONS} < set(everything.lines)
    assert (everything.theme, everything.width) == ("dark", 76)
