"""The README tells of every command, and its test command is the one that .ci/run finds."""

import re
from pathlib import Path

from secondhand.arguments import COMMANDS
from secondhand.export import Format
from secondhand.export.notebooks import formats

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def test_the_test_command_is_marked_for_ci() -> None:
    marked = re.search(r"<!-- \.ci/run runs this -->\n```sh\n(.+)\n```\n", README)
    assert marked
    assert marked[1].endswith(".venv-test/bin/pytest")
    assert "\n" not in marked[1]


def test_every_command_is_documented() -> None:
    for command in COMMANDS:
        assert f"secondhand {command}" in README


def test_every_format_is_documented() -> None:
    for form in (*Format, *formats()):
        assert re.search(rf"^\| (?:`[\w-]+`, )?`{form}`(?:, `[\w-]+`)? \|", README, re.MULTILINE), form


def test_links_and_pictures_lead_somewhere() -> None:
    for text, folder in ((README, ROOT), (CONTRIBUTING, ROOT / ".github")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (folder / target).exists(), target
