import json
from pathlib import Path

import pytest

from secondhand.archive.journal import Journal
from secondhand.archive.stored import is_archive, read_analyses
from secondhand.errors import FormatError
from secondhand.record import analysis_record
from tests.claims import seed_analysis, seed_article

RECORD = json.loads(json.dumps(analysis_record(seed_article(), seed_analysis())))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    journal = Journal.open(tmp_path / "out.jsonl")
    for id in "ab":
        journal.add(id, RECORD)
    journal.close()
    return tmp_path / "out.jsonl"


def test_an_archive_is_told_from_articles(out: Path, tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").write_text('{"text": "One."}\n')
    (tmp_path / "a.txt").write_text("One.")
    assert is_archive(str(out))
    others = ("articles.jsonl", "a.txt", "none.jsonl", ".")
    assert [is_archive(str(tmp_path / name)) for name in others] == [False] * 4
    (tmp_path / "copy.txt").write_bytes(out.read_bytes())
    assert not is_archive(str(tmp_path / "copy.txt"))
    assert not is_archive("https://example.org/claims.jsonl")


def test_a_table_is_one(out: Path) -> None:
    pytest.importorskip("pyarrow")
    from secondhand.archive import parquet

    parquet.join_lines(out, out.with_suffix(".parquet"))
    assert is_archive(str(out.with_suffix(".parquet")))
    assert len(list(read_analyses(str(out.with_suffix(".parquet"))))) == 2


def test_articles_come_with_what_was_found_but_for_a_line_still_being_written(out: Path) -> None:
    out.write_bytes(out.read_bytes() + b'{"id": "c", "form')
    found = list(read_analyses(str(out)))
    assert [article for article, _ in found] == [seed_article()] * 2
    assert found[0][1].claims == seed_analysis().claims


def test_a_damaged_record_is_told(out: Path) -> None:
    out.write_text(out.read_text() + '{"id": "c"}\n')
    with pytest.raises(FormatError, match=r"out\.jsonl: article 3 is damaged"):
        list(read_analyses(str(out)))
