"""The README tells of every command and key, and its test command is the one that .ci/run finds."""

import re
from collections.abc import Iterable
from pathlib import Path

from textual.binding import Binding, BindingType

from secondhand.commands import NAMES
from secondhand.export import Format
from secondhand.export.notebooks import list_formats
from secondhand.ui.keys.bindings import FIND, KEYS, SELECT
from secondhand.ui.keys.keymap import spell_keys

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def test_the_test_command_is_marked_for_ci() -> None:
    marked = re.search(r"<!-- \.ci/run runs this -->\n```sh\n(.+)\n```\n", README)
    assert marked
    assert ".venv-test/bin/pytest" in marked[1]
    assert "\n" not in marked[1]


def test_every_command_is_documented() -> None:
    for command in NAMES:
        assert f"secondhand {command}" in README


def test_every_format_is_documented() -> None:
    for form in (*Format, *list_formats()):
        assert re.search(rf"^\| (?:`[\w-]+`, )?`{form}`(?:, `[\w-]+`)? \|", README, re.MULTILINE), form


def test_links_and_pictures_lead_somewhere() -> None:
    for text, folder in ((README, ROOT), (CONTRIBUTING, ROOT / ".github")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (folder / target).exists(), target


def test_every_test_that_holds_a_promise_is_there() -> None:
    promised = re.findall(r"`(tests/[\w/.]+)`", CONTRIBUTING.partition("## What is promised")[2])
    assert len(promised) > 40
    assert [test for test in promised if not (ROOT / test).exists()] == []


ROOMS = [ROOT, ROOT / "tests", *(ROOT / "src" / "secondhand" / room for room in ("", "pipeline", "ui"))]


def test_every_room_of_the_tree_is_there() -> None:
    tree = CONTRIBUTING[
        CONTRIBUTING.index("src/secondhand/\n") : CONTRIBUTING.index("\n```\n\nWho may import")
    ]
    there = {path.name for path in (ROOT / "src" / "secondhand").rglob("*")} | {
        "config.toml",
        "tests",
        "seeds",
        "benchmarks",
    }
    told = {name.rstrip("/") for name in re.findall(r"[a-z_]+(?:\.py|\.toml|/)", tree)} - {
        "src",
        "secondhand",
    }
    assert len(told) > 90
    assert told <= there, told - there
    assert {path.name for path in (ROOT / "src" / "secondhand").glob("*.py")} - {"__init__.py"} <= told


def test_every_file_that_contributing_names_is_there() -> None:
    told = CONTRIBUTING[CONTRIBUTING.index("## What is wrong") : CONTRIBUTING.index("## What is promised")]
    for passage in re.split(r"\n\n|\n(?=\|)", told):
        rooms = list(ROOMS)
        for name in re.findall(r"`([\w/.-]+(?:/|\.(?:py|toml|txt|cfg|json)))`", passage):
            found = [room / name for room in rooms if (room / name).exists()]
            assert found, f"{name} is not there: {passage}"
            # What follows in the same row or passage may be named from the same room.
            rooms += [place.parent if place.is_file() else place for place in found]


ARROWS = {"↓": "down", "↑": "up", "←": "left", "→": "right"}
KEY_ROWS = """\
paragraph.next paragraph.previous
claim.next claim.previous
claim.following claim.preceding
reader.find: find.settle find.leave
claim.unsure
claim.filter
claim.follow claim.chain
claim.back claim.browse
claim.elsewhere
claim.sayings
claim.explain
claim.copy
reader.sources
mark.highlight
mark.select: select.word-previous select.word-next select.line-previous select.line-next \
select.sentence-previous select.sentence-next select.begin
mark.note mark.editor
mark.tags
mark.yellow mark.green mark.blue mark.red mark.purple
mark.next mark.previous mark.list
claim.correct
mark.undo mark.redo
reader.export
reader.library
page.down page.up
page.half-down page.half-up
paragraph.first paragraph.last
paragraph.back paragraph.forward
reader.outline
pane.panel pane.article
reader.zen
reader.theme
reader.help reader.quit reader.suspend
"""
"""what the keys of each row of the README's table do: change the table with the keys, and this with both"""
MORE = {"mark.select": SELECT, "reader.find": FIND}


def named(cell: str, bindings: Iterable[BindingType]) -> str:
    """Return the ids of what the keys do that ``cell`` names, each once."""
    bound = {key: str(b.id) for b in bindings if isinstance(b, Binding) for key in spell_keys(b.key)}
    keys = [ARROWS.get(key, key if len(key) == 1 else key.lower()) for key in re.findall(r"`([^`]+)`", cell)]
    if "…" in cell:
        keys = [str(number) for number in range(int(keys[0]), int(keys[1]) + 1)]
    return " ".join(dict.fromkeys(bound.get(key, f"nothing ({key})") for key in keys))


def test_the_table_tells_what_every_key_of_the_reader_does() -> None:
    table = README[README.index("| key | does |") :].split("\n\n")[0].splitlines()[2:]
    told = []
    for keys, meaning in (row.strip("| ").split(" | ") for row in table):
        does = named(keys, KEYS)
        told.append(f"{does}: {named(meaning.replace('…', ''), MORE[does])}" if does in MORE else does)
    assert told == KEY_ROWS.splitlines()
    assert set(" ".join(told).replace(":", "").split()) >= {b.id for b in KEYS if isinstance(b, Binding)}
