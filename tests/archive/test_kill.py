"""Runs killed at any moment lose nothing and take nothing twice."""

import json
import os
import random
import time
from pathlib import Path

import pytest

from secondhand import analysis, archive
from secondhand.archive import workers
from secondhand.article import Article
from tests.export.literals import NOTHING
from tests.library.processes import Child

MANY = 60
KILLS = 100 if os.environ.get("SECONDHAND_TEST_LONG") else 6


def lines(file: Path) -> list[bytes]:
    return file.read_bytes().splitlines(keepends=True) if file.exists() else []


def test_a_run_killed_at_any_moment_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given, out, aside = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "out.rejected.jsonl"))
    given.write_text("".join(f'{{"text": "{"x" * (n % 7)}"}}\n' for n in range(MANY)))
    monkeypatch.setattr(analysis, "analyze", lambda article: NOTHING)

    def work(into: int) -> None:
        for _ in archive.analyze([str(given)], out, Article("", ()), workers.work_alone):
            os.write(into, b"1\n")

    chance = random.Random(6)
    for _ in range(KILLS):
        child = Child(work)
        child.hear(chance.randrange(10))
        time.sleep(chance.uniform(0, 0.002))
        told = child.kill().count("1\n")
        assert told <= sum(line.endswith(b"}\n") for line in lines(out) + lines(aside))
    Child(work).wait()
    ids = [[int(json.loads(line)["id"].rpartition(":")[2]) for line in lines(file)] for file in (out, aside)]
    assert ids[1] == [n + 1 for n in range(MANY) if n % 7 == 0]
    assert ids[0] == [n + 1 for n in range(MANY) if n % 7]
