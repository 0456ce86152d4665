import io
import json

import pytest
from rich.console import Console
from rich.text import Text

from secondhand.export import archive_sources
from secondhand.sources.summing import sum_archive
from tests.claims import seed_analysis, seed_article

ARCHIVE = sum_archive([(seed_article(), seed_analysis())] * 2)


def test_a_pipe_gets_lists_between_tabs() -> None:
    out = io.StringIO()
    archive_sources.write(ARCHIVE, out)
    blocks = [block.split("\n") for block in out.getvalue().strip().split("\n\n")]
    assert blocks[0][0] == "2 articles"
    assert blocks[-4][0] == "unnamed sources of\twhy\tclaims"
    assert blocks[-4][1].startswith("Sputnik\tno reason given\t")
    assert blocks[-3][0] == "published by\twords\town\tfirst hand\tfurther\tunnamed"
    assert blocks[-3][1].startswith("Sputnik\t")
    assert blocks[-2][0] == "passed on by\tclaims"
    assert blocks[-1][1].startswith("2025-02\t")


@pytest.mark.parametrize("width", [40, 60])
def test_a_narrow_terminal_breaks_no_number_and_no_month(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(
        archive_sources, "make_console", lambda out: Console(file=out, width=width, force_terminal=True)
    )
    archive_sources.write(ARCHIVE, out)
    last = Text.from_ansi(out.getvalue()).plain.rstrip().splitlines()[-1]
    assert last.split()[0] == "2025-02"
    assert last.count(" %") == 4


def test_json_has_every_count() -> None:
    out = io.StringIO()
    archive_sources.write_json(ARCHIVE, out)
    told = json.loads(out.getvalue())
    assert told["articles"] == 2
    assert told["outlets"]["Sputnik"] == told["months"]["2025-02"] == told["words"]
    assert told["unnamed"]["Sputnik"]["no reason given"] > 0
    assert len(told["speakers"]) == len(ARCHIVE.whole.speakers)
    assert sum(told["words"].values()) == ARCHIVE.whole.words
