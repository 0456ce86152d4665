import os
import re
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from secondhand.claim import Analysis, ModelInfo
from secondhand.errors import LibraryError
from secondhand.library import Library, default_path
from secondhand.library.remains import TITLE
from secondhand.library.schema import VERSION
from secondhand.notes.edit import Edit
from secondhand.resuming import KeptStretch
from tests.claims import article_of
from tests.library.processes import Child
from tests.library.test_upgrading import WRITTEN_BEFORE
from tests.notes.literals import highlight

TOWN = article_of("The bridge is shut until spring.\n\nThe mayor said that it is unsafe.", title="Bridge")
LIT = highlight(TOWN.text, "unsafe")
ASIDE = re.compile(r"library\.damaged-\d{4}-\d\d-\d\dT\d{6}(-\d+)?\.db")


def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(tmp_path / "mine.db"))
    assert default_path() == tmp_path / "mine.db"
    with Library.open() as library:
        library.enter(TOWN)
    assert (tmp_path / "mine.db").exists()


def test_else_it_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SECONDHAND_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_path().name == "library.db"
    assert default_path().parent.name == "secondhand"


def test_a_library_is_made_with_its_folder_for_its_reader_alone(path: Path) -> None:
    with Library.open(path) as library:
        assert library.rows() == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_commit_is_on_the_disk_before_it_is_acknowledged(library: Library) -> None:
    said = [
        library._connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous")
    ]
    assert said == ["wal", 2]


RUBBISH = b"this is no database at all\n" * 100


def overwritten(path: Path) -> None:
    path.write_bytes(RUBBISH)


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def scratched(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 4096 * 3)


def beheaded(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(RUBBISH[:100])


@pytest.fixture
def own(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of the library that is opened where none is named."""
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(path))
    return path


@pytest.mark.parametrize("content", [RUBBISH, b"{}", bytes(4096)])
def test_a_file_that_is_no_library_is_refused_and_untouched(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"is no library.*--library") as refused:
        Library.open(path)
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_library_elsewhere_whose_beginning_is_lost_is_salvaged(path: Path) -> None:
    with Library.open(path) as library:
        library.enter(TOWN)
    beheaded(path)
    with Library.open(path) as library:
        assert [row.title for row in library.rows()] == ["Bridge"]


@pytest.mark.parametrize(("damage", "saved"), [(overwritten, []), (cut, ["Bridge"]), (scratched, [TITLE])])
@pytest.mark.usefixtures("own")
def test_a_damaged_file_is_set_aside_and_what_can_be_read_is_in_a_new_one(
    path: Path, damage: Callable[[Path], None], saved: list[str]
) -> None:
    with Library.open(path) as library:
        entry = library.enter(TOWN)
        library.write(entry, Edit(None, LIT))
    damage(path)
    spoilt = path.read_bytes()
    with Library.open(path) as library:
        assert [row.title for row in library.rows()] == saved
        assert library.notice
        assert ("nothing can be read" in library.notice) is not saved
        aside = next(p for p in path.parent.iterdir() if ASIDE.fullmatch(p.name))
        assert str(aside) in library.notice
        assert "\n" not in library.notice
        assert aside.read_bytes() == spoilt
        library.enter(TOWN)
    with Library.open(path) as library:
        assert library.notice is None
        assert "Bridge" in [row.title for row in library.rows()]


@pytest.mark.usefixtures("own")
def test_what_was_set_aside_is_never_written_over(path: Path) -> None:
    for _ in range(3):
        Library.open(path).close()
        overwritten(path)
        Library.open(path).close()
    assert len([p for p in path.parent.iterdir() if ASIDE.fullmatch(p.name)]) == 3


def test_a_library_from_a_newer_version_is_refused_and_untouched(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.execute("CREATE TABLE future (x)")
    connection.commit()
    connection.close()
    before, when = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(LibraryError, match="newer version") as refused:
        Library.open(path)
    assert "\n" not in str(refused.value)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, when)
    assert [p.name for p in path.parent.iterdir()] == ["library.db"]


def test_a_newer_version_that_stands_only_in_the_log_is_refused(path: Path) -> None:
    with Library.open(path) as newer:
        newer._connection.execute(f"PRAGMA user_version = {VERSION + 1}")
        with pytest.raises(LibraryError, match="newer version"):
            Library.open(path)


def test_a_database_of_another_program_is_refused_and_untouched(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (url)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="another program"):
        Library.open(path)
    assert path.read_bytes() == before


def test_a_path_that_cannot_be_a_file_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "library.db", tmp_path / ("x" * 300)):
        with pytest.raises(LibraryError) as refused:
            Library.open(path)
        assert "\n" not in str(refused.value)
        assert str(path) in str(refused.value)
    assert (tmp_path / "file").read_text() == "x"


@pytest.fixture
def public() -> Iterator[Path]:
    """Return a folder that somebody without rights can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def powerless(work: Callable[[], str]) -> str:
    """Return what ``work`` says in a child process that may write only where everybody may."""

    def child(into: int) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        os.write(into, work().encode())

    return Child(child).wait()


def test_a_folder_that_may_not_be_written_is_said_in_one_line(public: Path) -> None:
    path = public / "library.db"
    with Library.open(path) as library:
        library.enter(TOWN)
    path.chmod(0o444)
    public.chmod(0o555)
    before = path.read_bytes()

    def attempt(wanted: Path) -> str:
        try:
            Library.open(wanted).close()
        except LibraryError as error:
            return str(error)
        return "opened"

    for wanted in (public / "new.db", public / "folder" / "new.db"):
        said = powerless(lambda wanted=wanted: attempt(wanted))  # type: ignore[misc]
        assert said.startswith(f"the library {wanted} cannot be used: ")
        assert "\n" not in said
    assert powerless(lambda: attempt(path)) == "opened"
    assert path.read_bytes() == before
    assert [p.name for p in public.iterdir()] == ["library.db"]


@pytest.mark.parametrize("folder", [0o555, 0o755])
@pytest.mark.parametrize("unfinished", [True, False])
def test_a_library_that_may_not_be_written_is_shown_with_its_marks(
    public: Path, folder: int, unfinished: bool
) -> None:
    path = public / "library.db"
    with Library.open(path) as library:
        entry = library.enter(TOWN)
        library.write(entry, Edit(None, LIT))
        if unfinished:  # what was written stands in the log alone, as after a kill
            for side in ("", "-wal"):
                shutil.copyfile(f"{path}{side}", f"{path}{side}.copy")
    for copy in public.glob("*.copy"):
        copy.rename(copy.with_suffix(""))
    for file in public.iterdir():
        file.chmod(0o444)
    public.chmod(folder)
    before = {file.name: file.read_bytes() for file in public.iterdir()}

    def look() -> str:
        with Library.open(path) as library:
            assert library.read_only
            assert library.notice and "may not be written" in library.notice and "\n" not in library.notice
            entry = library.enter(TOWN)
            book = library.notebook(entry)
            library.reach(entry, 5)
            library.keep(entry, Analysis((), (), ModelInfo("literal", "0")))
            library.keep_stretch(entry, "", KeptStretch(0, ""))
            for work in (
                lambda: library.write(entry, Edit(None, LIT)),
                lambda: library.enter(article_of("Another one.")),
                lambda: library.delete(entry),
            ):
                with pytest.raises(LibraryError, match="may not be written"):
                    work()
            assert library.check() == ((), None)
            assert library.rows()[0].highlights == 1
            return book.highlights[0].text

    assert powerless(look) == "unsafe"
    assert {file.name: file.read_bytes() for file in public.iterdir()} == before


def test_an_older_library_that_may_not_be_written_is_shown_too(public: Path) -> None:
    path = public / "library.db"
    connection = sqlite3.connect(path)
    connection.executescript(WRITTEN_BEFORE.read_text(encoding="utf-8"))
    connection.close()
    path.chmod(0o444)
    public.chmod(0o555)
    before = path.read_bytes()

    def look() -> str:
        with Library.open(path) as library:
            return f"{len(library.rows())} {library.notebook(1).highlights[0].text}"

    assert powerless(look) == "3 unsafe for cars"
    assert path.read_bytes() == before


def test_a_damaged_one_that_may_not_be_written_shows_what_can_be_read(public: Path) -> None:
    path = public / "library.db"
    with Library.open(path) as library:
        library.write(library.enter(TOWN), Edit(None, LIT))
    scratched(path)
    path.chmod(0o444)
    public.chmod(0o555)

    def look() -> str:
        with Library.open(path) as library:
            assert library.notice and "It is damaged" in library.notice
            return library.notebook(library.rows()[0].entry).highlights[0].text

    assert powerless(look) == "unsafe"
    assert [p.name for p in public.iterdir()] == ["library.db"]


def test_the_copy_that_is_read_goes_when_it_is_closed(public: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = public / "library.db"
    Library.open(path).close()
    path.chmod(0o444)

    def look() -> str:
        library = Library.open(path)
        assert library._copied
        folder = Path(library._copied.name)
        assert folder.is_dir()
        library.close()
        return str(folder.exists())

    assert powerless(look) == "False"
