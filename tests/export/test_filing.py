from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.errors import OptionError
from secondhand.export.filing import file_name, write_file
from tests.claims import article_of


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Macron “obtained nothing” from Trump", "macron-obtained-nothing-from-trump.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("C:\\con\x00\x1b[31m", "c-con-31m.md"),
        ("東京の新聞 / E\u0301lan", "東京の新聞-élan.md"),
        ("💥 \u202e", "article.md"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word.md"),
        ("w" * 200, "w" * 60 + ".md"),
        (None, "the-first-words-of-the-text.md"),
    ],
)
def test_a_name_is_letters_digits_and_hyphens(title: str | None, name: str) -> None:
    assert file_name(article_of("The first words of the text.", title=title), ".md") == name


def test_a_file_is_written_whole_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "notes.csv"
    file.write_text("old")
    file.chmod(0o640)
    write_file(file, "a,é\r\n\ud800")
    assert file.read_bytes() == "a,é\r\n?".encode()
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    link.symlink_to(file)
    write_file(link, "text")
    assert link.is_symlink() and file.read_text() == "text"


def test_where_writing_fails_the_old_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.md"
    file.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OptionError, match=r"notes.md cannot be written: No space left on device\."):
        write_file(file, "new")
    assert file.read_text() == "old" and list(tmp_path.iterdir()) == [file]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="is not a file"):
        write_file(tmp_path, "text")
