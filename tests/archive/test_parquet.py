import json
from pathlib import Path

import pytest

from secondhand.archive import parquet
from secondhand.archive.journal import Journal
from secondhand.errors import OptionError
from secondhand.record import analysis_of, analysis_record, article_of
from tests.claims import seed_analysis, seed_article

pytest.importorskip("pyarrow")
RECORD = json.loads(json.dumps(analysis_record(seed_article(), seed_analysis())))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.parquet"


def lines(out: Path, *ids: str) -> Path:
    path = out.with_name("lines.jsonl")
    journal = Journal.open(path)
    for id in ids:
        journal.add(id, RECORD)
    journal.close()
    return path


def test_a_row_is_the_record(out: Path) -> None:
    parquet.join_lines(lines(out, "a"), out)
    (row,) = parquet.read_rows(out)
    assert row["id"] == "a"
    assert article_of(row["article"]) == seed_article()
    assert analysis_of(row) == analysis_of(RECORD)


def test_rows_are_added_and_none_twice(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)
    parquet.join_lines(lines(out, "a", "b", "c"), out)
    parquet.join_lines(lines(out, "c", "d"), out)
    assert [row["id"] for row in parquet.read_rows(out)] == ["a", "b", "c", "d"]
    assert [file.name for file in out.parent.iterdir()] == ["out.parquet"]


def test_a_join_that_was_killed_before_its_end_changes_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parquet.join_lines(lines(out, "a"), out)
    new = lines(out, "b")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            parquet.join_lines(new, out)
    assert parquet.read_ids(out) == {"a"}
    parquet.join_lines(new, out)
    assert parquet.read_ids(out) == {"a", "b"}


def test_a_file_that_is_something_else_stays(out: Path) -> None:
    out.write_text("my notes")
    with pytest.raises(OptionError, match="holds something else"):
        parquet.read_ids(out)
    assert out.read_text() == "my notes"


def test_there_may_be_no_table_yet(out: Path) -> None:
    assert parquet.read_ids(out) == set()


def test_a_table_of_something_else_stays(out: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    for columns in ({"a": [1]}, {"id": ["a"]}, {"claims": [1], "x": [1]}):
        pq.write_table(pa.table(columns), out)
        whole = out.read_bytes()
        with pytest.raises(OptionError, match="holds something else"):
            parquet.read_ids(out)
        assert out.read_bytes() == whole
