"""Runs over small archives; the model is replaced by one that finds nothing."""

import codecs
import errno
import json
import os
from pathlib import Path

import pytest

from secondhand import analysis, archive, ingest
from secondhand.archive import workers
from secondhand.archive.run import Progress
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import NotFound, OptionError
from tests.export.literals import NOTHING

UNKNOWN = Article("", ())


@pytest.fixture(autouse=True)
def analyzed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that are analysed."""
    texts: list[str] = []

    def analyze(article: Article) -> Analysis:
        texts.append(article.text)
        if "break" in article.text:
            raise RuntimeError("a bug\n of ours")
        return NOTHING

    monkeypatch.setattr(analysis, "analyze", analyze)
    return texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three articles, one of them in a folder of its own."""
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    for name, text in (("a.txt", "One."), ("b/c.txt", "Two."), ("d.txt", "Three."), (".hidden", "No.")):
        (folder / name).write_text(text)
    return folder


def run(*sources: Path, out: Path, known: Article = UNKNOWN) -> Progress:
    return list(archive.analyze(list(map(str, sources)), out, known, workers.work_alone))[-1]


def ids(out: Path) -> list[str]:
    return [json.loads(line)["id"] for line in out.read_text().splitlines()]


def test_a_folder_becomes_a_line_an_article(folder: Path, tmp_path: Path) -> None:
    done = run(folder, out=tmp_path / "out.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["article"]["text"] for line in lines] == ["One.", "Two.", "Three."]
    assert [Path(line["id"]).name for line in lines] == ["a.txt", "c.txt", "d.txt"]
    assert (done.analyzed, done.rejected, done.bytes, done.total) == (3, 0, 14, 14)
    assert not (tmp_path / "out.rejected.jsonl").exists()


def test_what_is_done_is_not_done_again(folder: Path, tmp_path: Path, analyzed: list[str]) -> None:
    out = tmp_path / "out.jsonl"
    run(folder / "a.txt", out=out)
    done = run(folder, folder / "a.txt", out=out)
    assert analyzed == ["One.", "Two.", "Three."]
    assert (done.analyzed, done.left_out, done.before) == (2, 1, 8)
    assert len(ids(out)) == 3


def test_what_cannot_be_read_is_set_aside_with_its_reason(folder: Path, tmp_path: Path) -> None:
    (folder / "e.txt").write_text(" ")
    (folder / "f.txt").write_text("We break.")
    out = tmp_path / "out.jsonl"
    done = run(folder, tmp_path / "none.txt", out=out)
    aside = [json.loads(line) for line in (tmp_path / "out.rejected.jsonl").read_text().splitlines()]
    assert [Path(line["id"]).name for line in aside] == ["e.txt", "f.txt", "none.txt"]
    assert "is empty" in aside[0]["reason"]
    assert aside[1]["reason"].endswith("RuntimeError: a bug of ours")
    assert "no such file" in aside[2]["reason"]
    assert (done.analyzed, done.rejected) == (3, 3)
    again = run(folder, tmp_path / "none.txt", out=out)
    assert (again.analyzed, again.rejected, again.left_out, again.rejected_before) == (0, 0, 3, 3)
    assert again.before == again.total


def test_what_the_user_tells_holds_for_all(folder: Path, tmp_path: Path) -> None:
    run(folder, out=tmp_path / "out.jsonl", known=Article("", (), publisher="AP"))
    for line in (tmp_path / "out.jsonl").read_text().splitlines():
        assert json.loads(line)["article"]["publisher"] == "AP"


def test_a_folder_without_articles_and_an_unknown_ending_are_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(NotFound, match="in holds no files"):
        run(tmp_path / "in", out=tmp_path / "out.jsonl")
    with pytest.raises(OptionError, match=r"ends in \.jsonl or \.parquet"):
        run(tmp_path / "in", out=tmp_path / "out.txt")


def test_an_archive_has_an_article_a_line(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "", '{"text": "Two.", "outlet": "AP"}', '{"torn', '{"title": "No text"}']
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    run(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl")
    assert [name.rpartition(":")[2] for name in ids(tmp_path / "out.jsonl")] == ["1", "3"]
    aside = (tmp_path / "out.rejected.jsonl").read_text().splitlines()
    assert ["broken JSON" in aside[0], "has no text" in aside[1]] == [True, True]


def test_a_line_that_is_too_long_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("inputs", "work"):
        monkeypatch.setattr(f"secondhand.archive.{module}.LARGEST", 30)
    long, short = json.dumps({"text": "x" * 100}), '{"text": "One."}'
    (tmp_path / "in.jsonl").write_text(f"{long}\n{short}\n")
    done = run(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl")
    assert [name.rpartition(":")[2] for name in ids(tmp_path / "out.jsonl")] == ["2"]
    assert "is larger than" in (tmp_path / "out.rejected.jsonl").read_text()
    assert done.bytes == done.total


@pytest.mark.parametrize(("most", "analyzed"), [(16, 0), (17, 1)])
def test_a_line_may_be_as_long_as_the_longest(
    most: int, analyzed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("inputs", "work"):
        monkeypatch.setattr(f"secondhand.archive.{module}.LARGEST", most)
    (tmp_path / "in.jsonl").write_text('{"text": "One."}\n')
    done = run(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl")
    assert (done.analyzed, done.rejected) == (analyzed, 1 - analyzed)


def test_a_file_may_hold_several_articles(tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text('[{"text": "One."}, {"text": ""}, {"text": "Three."}]')
    run(tmp_path / "in.json", out=tmp_path / "out.jsonl")
    assert [name.rpartition(":")[2] for name in ids(tmp_path / "out.jsonl")] == ["1", "3"]
    assert ids(tmp_path / "out.rejected.jsonl") == [f"{tmp_path}/in.json:2"]


def test_what_it_writes_is_no_article(folder: Path, tmp_path: Path) -> None:
    out = folder / "out.jsonl"
    run(folder, out=out)
    (folder / "e.txt").write_text(" ")
    done = run(folder, out=out)
    assert (done.analyzed, done.rejected, done.left_out) == (0, 1, 3)
    again = run(folder, out=out)
    assert (again.left_out, again.rejected_before) == (3, 1)
    with pytest.raises(OptionError, match="is what -o writes"):
        run(out, out=out)
    assert len(ids(out)) == 3


def test_standard_input_cannot_be_gone_on_with(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="save the input first"):
        run(Path("-"), out=tmp_path / "out.jsonl")


def test_a_file_of_several_articles_by_another_name_is_no_single_one(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text('{"text": "One."}\n{"text": "Two."}\n')
    run(tmp_path / "in.txt", out=tmp_path / "out.jsonl")
    aside = (tmp_path / "out.rejected.jsonl").read_text()
    assert "in.txt holds 2 articles: save it under a name that ends in .jsonl" in aside


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_archive_that_may_not_be_read_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "One."}\n')
    (tmp_path / "in.jsonl").chmod(0)
    run(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl")
    assert "may not be read" in (tmp_path / "out.rejected.jsonl").read_text()


def test_a_line_is_read_in_any_encoding_and_with_half_a_character(tmp_path: Path) -> None:
    lines = [b'{"text": "One \\ud800 half."}', '{"text": "The café."}'.encode("cp1252")]
    (tmp_path / "in.jsonl").write_bytes(codecs.BOM_UTF8 + b"\r\n".join(lines))
    run(tmp_path / "in.jsonl", out=tmp_path / "out.jsonl")
    told = [json.loads(line)["article"]["text"] for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert told == ["One \ufffd half.", "The café."]


def test_a_name_that_is_no_text_is_written_as_escapes(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text("One.")
    except OSError:
        pytest.skip("this disk takes no such names")
    run(tmp_path / name, out=tmp_path / "out.jsonl")
    assert ids(tmp_path / "out.jsonl") == [f"{tmp_path}/caf\\xe9.txt"]


def test_a_file_that_is_called_like_a_line_is_another_article(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    for name in ("in.jsonl:2", "in.jsonl:2:3", r"in.jsonl\x3a2", "in.jsonl:", "in.jsonl:2 "):
        (tmp_path / name).write_text("Three.")
    out = tmp_path / "out.jsonl"
    done = run(tmp_path, out=out)
    assert (done.analyzed, done.left_out) == (7, 0)
    assert len(set(ids(out))) == 7
    assert {Path(id).name for id in ids(out)} == {
        "in.jsonl:1",
        "in.jsonl:2",
        r"in.jsonl\x3a2",
        r"in.jsonl:2\x3a3",
        r"in.jsonl\x5cx3a2",
        "in.jsonl:",
        "in.jsonl:2 ",
    }
    assert run(tmp_path, out=out).left_out == 7


def test_a_name_that_looks_like_an_escape_is_no_name_that_is_no_text(tmp_path: Path) -> None:
    try:
        for name in (b"caf\xe9.txt", rb"caf\xe9.txt", rb"a\b.txt"):
            (tmp_path / os.fsdecode(name)).write_text("One.")
    except OSError:
        pytest.skip("this disk takes no such names")
    run(tmp_path, out=tmp_path / "out.jsonl")
    assert {Path(id).name for id in ids(tmp_path / "out.jsonl")} == {
        r"caf\xe9.txt",
        r"caf\x5cxe9.txt",
        r"a\b.txt",
    }


def test_the_same_file_named_twice_is_one_article(folder: Path, tmp_path: Path) -> None:
    done = run(folder, folder / "d.txt", folder, out=tmp_path / "out.jsonl")
    assert (done.analyzed, done.left_out, done.rejected_before) == (3, 0, 0)
    assert done.bytes + done.before == done.total


def test_a_folder_that_cannot_be_read_is_set_aside(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(path: str | None = None) -> object:
        if path is not None and Path(path).name == "b":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    out = tmp_path / "out.jsonl"
    with monkeypatch.context() as closed:
        closed.setattr(os, "scandir", refuse)
        done = run(folder, out=out)
        assert (done.analyzed, done.rejected, done.bytes) == (2, 1, done.total)
        alone = run(folder / "b", out=tmp_path / "alone.jsonl")
        assert (alone.analyzed, alone.rejected) == (0, 1)
    (aside,) = map(json.loads, (tmp_path / "out.rejected.jsonl").read_text().splitlines())
    assert aside["id"] == str(folder / "b")
    assert aside["reason"] == f"{folder / 'b'} is a folder that cannot be read: Permission denied."
    assert (run(folder, out=out).analyzed, len(ids(out))) == (1, 3)


def test_a_file_that_nobody_may_ask_about_is_set_aside(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_file = Path.is_file

    def refuse(path: Path) -> bool:
        if path.name == "c.txt":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    monkeypatch.setattr("secondhand.archive.work._open_bundle", _refuse)
    done = run(folder, out=tmp_path / "out.jsonl")
    assert done.analyzed + done.rejected == 3


def _refuse(source: str) -> ingest.Bundle:
    if source.endswith("c.txt"):
        raise NotFound(f"{source} may not be read.")
    return ingest.open_bundle(source)


def test_what_is_no_file_is_left_out_of_folders(folder: Path, tmp_path: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / ".b").mkdir()
    (folder / ".b" / "e.txt").write_text("No.")
    assert run(folder, out=tmp_path / "out.jsonl").analyzed == 3


def test_a_link_that_leads_nowhere_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "gone.txt").symlink_to(tmp_path / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    done = run(folder, out=tmp_path / "out.jsonl")
    assert (done.analyzed, done.rejected) == (3, 2)
    told = archive.rejects_path(tmp_path / "out.jsonl").read_text("utf-8")
    assert "no such file" in told and "loop.txt cannot be read" in told


def test_a_table_is_written_when_all_is_done_and_added_to(
    folder: Path, tmp_path: Path, analyzed: list[str]
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.parquet"
    begun = archive.analyze([str(folder)], out, UNKNOWN, workers.work_alone)
    next(begun)
    begun.close()
    assert not out.exists()
    assert run(folder, out=out).left_out == 1
    (folder / "e.txt").write_text("Four.")
    assert run(folder, out=out).left_out == 3
    texts = [row["text"] for row in parquet.read_table(out)["article"].to_pylist()]
    assert texts == analyzed == ["One.", "Two.", "Three.", "Four."]
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["out.parquet"]
