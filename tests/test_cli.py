"""The commands on literal analyses; the model and the screen are replaced."""

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from secondhand import __version__, analysis, cli, terminal
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.library import Library
from secondhand.settings import Settings
from tests.export.literals import NOTHING

HEAVY = ("pydantic", "spacy", "textual", "trafilatura", "onnxruntime")


@pytest.fixture(autouse=True)
def models_loaded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Replace the model by one that finds nothing; return how often it was loaded, as the length."""
    loaded: list[int] = []

    def analyze_many(articles: Iterable[Article]) -> Iterator[Analysis]:
        loaded.append(1)
        return (NOTHING for _ in articles)

    monkeypatch.setattr(analysis, "analyze_many", analyze_many)
    return loaded


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the library, which no test shares with another or with the user."""
    file = tmp_path / "library.db"
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(file))
    return file


@pytest.fixture
def article(tmp_path: Path) -> str:
    """Return the path of a file with one paragraph."""
    file = tmp_path / "article.txt"
    file.write_text("It rained, he said.\n", "utf-8")
    return str(file)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(arguments)
    return int(end.value.code or 0)


def test_json_is_what_a_pipe_gets(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("analyze", article) == 0
    assert json.loads(capsys.readouterr().out)["article"]["text"] == "It rained, he said.\n"


def test_several_files_are_one_object_a_line_of_one_model(
    article: str, capsys: pytest.CaptureFixture[str], models_loaded: list[int]
) -> None:
    assert run("analyze", article, article, article) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["claims"] for line in lines] == [[], [], []]
    assert len(models_loaded) == 1


def test_json_of_several_files_points_to_jsonl(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("analyze", article, article, "--format", "json") == 2
    assert_one_line(capsys, "--format jsonl")


@pytest.mark.parametrize("form", ["table", "tree"])
def test_formats_for_eyes(form: str, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("analyze", article, "--format", form) == 0
    assert capsys.readouterr().out.startswith("It rained, he said.\n")


def test_what_the_user_tells_wins(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--publisher", "AP", "--date", "2025-02-27", "--title", "Rain", "--url", "https://ap.example/1")
    assert run("analyze", article, *told) == 0
    found = json.loads(capsys.readouterr().out)["article"]
    assert (found["publisher"], found["date"], found["title"], found["url"]) == (
        "AP",
        "2025-02-27",
        "Rain",
        "https://ap.example/1",
    )


def test_one_bad_file_does_not_keep_the_others_back(
    article: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = str(tmp_path / "no\x1b[31m.txt")
    assert run("analyze", article, bad, article) == 2
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert captured.err.startswith("secondhand: ")
    assert captured.err.count("\n") == 1
    assert "\x1b" not in captured.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("analyze", "FILE", "--date", "tomorrow"), "--date: 'tomorrow' is not a day"),
        (("analyze", "FILE", "--date", ""), "2025-02-27"),
        (("analyze", "FILE", "--wat\x1b[31m"), "--wat"),
        (("analyze", "FILE", "--format", "xml"), "xml"),
        (("analyze", "FILE", "--explain", "--format", "table"), "use tree, json or jsonl"),
        (("analyze", "FILE", "--explain", "-o", "claims.jsonl"), "an archive keeps no such thing"),
        (("analyze",), "FILE"),
        (("read", "FILE", "--format", "json"), "--format"),
        (("analyze", "/no/such/file"), "/no/such/file"),
        (("analyze", "/"), "directory"),
    ],
)
def test_a_mistake_gets_one_clear_line(
    arguments: tuple[str, ...], told: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*(article if part == "FILE" else part for part in arguments)) == 2
    assert_one_line(capsys, told)


def test_ctrl_c_ends_quietly(
    article: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(articles: Iterable[Article]) -> Iterator[Analysis]:
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis, "analyze_many", interrupted)
    assert run("analyze", article) == 130
    assert capsys.readouterr() == ("", "")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"secondhand {__version__}\n"


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_names_the_commands(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 0
    out = capsys.readouterr().out
    assert "analyze" in out
    assert "secondhand seeds/macron-trump.txt\n" in out


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("read", "--theme"),
        ("analyze", "--format"),
        ("library", "--library"),
        ("export", "--since"),
        ("import", "--library"),
    ],
)
def test_every_command_has_help_with_examples(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command, "--help") == 0
    out = capsys.readouterr().out
    assert option in out
    assert f"\n  secondhand {command}" in out


def test_help_loads_nothing_heavy() -> None:
    code = "import sys\nfrom secondhand import cli\ntry: cli.main(['--help'])\nexcept SystemExit: pass\n"
    code += f"assert not (found := sorted(set(sys.modules) & set({HEAVY}))), found"
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


class FakeUi:
    """Takes the place of the reader's module."""

    def __init__(self) -> None:
        self.opened: list[tuple[Article, str | None]] = []
        self.browsed: list[str | None] = []
        self.wanted: list[str] = []
        self.libraries: list[Library | None] = []
        self.notices: list[str | None] = []
        self.tours: list[bool] = []

    def read(
        self,
        article: Article,
        *,
        theme: str | None,
        library: Library | None,
        settings: Settings,
        notice: str | None = None,
        begun: object = None,
        tour: bool = False,
    ) -> None:
        self.opened.append((article, theme))
        self.libraries.append(library)
        self.notices.append(notice)
        self.tours.append(tour)

    def browse(self, library: Library, *, theme: str | None, wanted: str, settings: Settings) -> None:
        self.browsed.append(theme)
        self.wanted.append(wanted)
        self.libraries.append(library)


@pytest.fixture
def ui(monkeypatch: pytest.MonkeyPatch) -> FakeUi:
    """Stand for the reader, on three streams that are a terminal."""
    fake = FakeUi()
    monkeypatch.setitem(sys.modules, "secondhand.ui.app", fake)
    monkeypatch.setattr("secondhand.ui.app", fake, raising=False)
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(getattr(sys, name), "isatty", lambda: True)
    return fake


@pytest.mark.parametrize("arguments", [(), ("read",)])
def test_the_reader_opens(arguments: tuple[str, ...], article: str, ui: FakeUi) -> None:
    assert run(*arguments, article, "--theme", "nord", "--date", "2025-02-27") == 0
    ((opened, theme),) = ui.opened
    assert (opened.text, opened.date, theme) == ("It rained, he said.\n", date(2025, 2, 27), "nord")


def test_options_may_come_before_the_file(article: str, ui: FakeUi) -> None:
    assert run("--publisher", "AP", article) == 0
    assert ui.opened[0][0].publisher == "AP"


def test_a_file_may_be_named_like_a_command(
    article: str, ui: FakeUi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path(article).rename(tmp_path / "read")
    monkeypatch.chdir(tmp_path)
    assert run("./read") == 0
    assert len(ui.opened) == 1


def test_a_piped_article_leaves_the_keys_to_the_terminal(ui: FakeUi, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    piped = io.TextIOWrapper(io.BytesIO(b"It rained, he said."))
    monkeypatch.setattr(sys, "stdin", piped)
    monkeypatch.setattr(terminal, "take_keys", lambda: taken.append("late" if ui.opened else "in time"))
    assert run("-") == 0
    assert ui.opened[0][0].text == "It rained, he said."
    assert taken == ["in time"]


def assert_one_line(capsys: pytest.CaptureFixture[str], told: str) -> None:
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("secondhand: ")
    assert captured.err.count("\n") == 1
    assert told in captured.err
    assert "\x1b" not in captured.err


def test_the_reader_keeps_what_is_made_in_the_library(article: str, ui: FakeUi, library: Path) -> None:
    assert run(article) == 0
    assert ui.libraries[0] is not None
    assert ui.notices == [None]
    assert library.exists()


def test_a_library_that_cannot_be_opened_keeps_nobody_from_reading(
    article: str, ui: FakeUi, tmp_path: Path
) -> None:
    assert run("read", article, "--library", str(tmp_path)) == 0
    assert ui.libraries == [None]
    assert ui.notices[0]
    assert str(tmp_path) in ui.notices[0]


@pytest.mark.parametrize("arguments", [("library",), ("library", "--theme", "nord")])
def test_the_library_opens_on_a_terminal(arguments: tuple[str, ...], ui: FakeUi) -> None:
    assert run(*arguments) == 0
    assert ui.browsed == ["nord" if "nord" in arguments else None]


def test_words_to_search_are_in_the_library_that_opens(article: str, ui: FakeUi) -> None:
    assert run("add", article) == 0
    assert run("library", "--search", "rained", "he") == 0
    assert ui.wanted == ["rained he"]
    assert run("library", "--search", "zebra") == 1 and len(ui.wanted) == 1


def test_in_a_pipe_or_on_a_dumb_terminal_an_article_is_printed_as_plain_text(
    article: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(article) == 0
    printed = capsys.readouterr().out
    assert "It rained, he said." in printed and "Who says so:" in printed
    assert run("read", "--plain", article) == 0
    assert capsys.readouterr().out == printed
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "dumb")
    assert not terminal.is_screen()
    monkeypatch.setenv("TERM", "xterm-256color")
    assert terminal.is_screen()


def test_the_program_alone_begins_with_a_tour_and_then_with_the_library(ui: FakeUi) -> None:
    assert run() == 0
    assert (ui.tours, ui.browsed) == ([True], [])
    with Library.open() as library:
        library.enter(ui.opened[0][0])
    assert run() == 0
    assert (ui.tours, ui.browsed) == ([True], [None])


def test_in_a_folder_that_is_gone_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Path, "cwd", lambda: (_ for _ in ()).throw(FileNotFoundError()))
    for given in (["library"], ["analyze", "x.txt", "-o", "x.jsonl"]):
        with pytest.raises(SystemExit, match="2"):
            cli.main(given)
        assert capsys.readouterr().err.splitlines() == [
            "secondhand: The folder you are in is not there any more: go to another one."
        ]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--nosuch"], "there is no option --nosuch. Try: secondhand read --help"),
        (["analyze", "--nosuch=3", "a.txt"], "there is no option --nosuch. Try: secondhand analyze --help"),
        (["raed", "a.txt"], "There is no command 'raed'. Did you mean read? Try: secondhand --help"),
        (["zebra", "a.txt"], "There is no command 'zebra'. Try: secondhand --help"),
    ],
)
def test_what_there_is_not_is_named(given: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*given) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert run(*given) == 2
    assert told in capsys.readouterr().err


def test_a_file_without_a_suffix_is_no_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("raed").write_text("It rained, he said.\n", "utf-8")
    assert run("raed", "a.txt") == 2
    assert "unrecognized arguments: a.txt" in capsys.readouterr().err
