"""One declaration of a command, and all that is made of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from secondhand import commands
from secondhand.arguments import Command, argument, option, options
from secondhand.arguments.manual import manual
from secondhand.arguments.parser import make_parser, parse, usage_error
from secondhand.errors import OptionError


@dataclass(frozen=True, slots=True)
class Size:
    height: int | None = option("--height", metavar="N", type=int, about="how high")
    width: int = option("-w", "--width", metavar="N", type=int, default=80, about="how wide")


@dataclass(frozen=True, slots=True)
class DrawOptions:
    names: tuple[str, ...] = argument("NAME", "what to draw", nargs="*")
    size: Size = options(Size)
    bold: bool = option("--bold", about="with thick lines", excludes="lines")
    thin: bool = option("--thin", about="with thin lines", excludes="lines")
    colour: str | None = option("--colour", choices=["red", "blue"], about="of the lines")
    again: bool = False


DRAW = Command("draw", "draw it", "Draw it well.", DrawOptions, lambda asked: len(asked.names))


def test_what_is_given_fills_the_fields_and_those_of_a_group() -> None:
    asked = parse(DRAW, ["a", "b", "--height", "3", "--colour", "red", "--thin"])
    assert asked == DrawOptions(("a", "b"), Size(3, 80), thin=True, colour="red")
    assert DRAW.run(asked) == 2


def test_what_is_not_given_is_as_a_program_makes_it() -> None:
    assert parse(DRAW, []) == DrawOptions() == DrawOptions((), Size(None, 80), False, False, None, False)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--bold", "--thin"], "--thin: not allowed with argument --bold. Try: secondhand draw --help"),
        (["--colour", "pink"], "invalid choice: 'pink'"),
        (["--col", "red"], "there is no option --col. Try: secondhand draw --help"),
        (["--again"], "there is no option --again"),
    ],
)
def test_a_mistake_is_one_line_and_names_the_help(given: list[str], told: str) -> None:
    with pytest.raises(OptionError) as error:
        parse(DRAW, given)
    assert told in str(error.value) and "\n" not in str(error.value)


def test_what_makes_no_sense_together_names_the_help_too() -> None:
    assert str(usage_error("draw", "Say what.")) == "Say what. Try: secondhand draw --help"


def test_help_completion_and_manual_are_made_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    import shtab

    with pytest.raises(SystemExit):
        parse(DRAW, ["--help"])
    shown = capsys.readouterr().out
    assert "usage: secondhand draw [-h]" in shown and "[--bold | --thin]" in shown
    assert "Draw it well." in shown
    assert "draw it" in make_parser([DRAW]).format_help()
    assert "--colour" in shtab.complete(make_parser([DRAW]), "bash")
    page = manual([DRAW])
    assert ".SS secondhand draw\n" in page
    assert ".TP\n.B \\-w, \\-\\-width N\nhow wide\n.TP\n.B \\-\\-bold\n" in page
    assert ".B \\-\\-colour red|blue\n" in page and ".B NAME\nwhat to draw\n" in page


def test_every_command_is_named_as_its_file() -> None:
    assert tuple(command.name for command in commands.load_all()) == commands.NAMES
