import csv
import io
import json
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from secondhand import analysis
from secondhand.article import Article
from secondhand.claim import Analysis, ModelInfo
from secondhand.errors import LanguageError
from secondhand.library import Library
from tests.commands.conftest import Run
from tests.export.literals import ANALYSIS, ARTICLE, TEXT
from tests.library.articles import fetched

pytestmark = pytest.mark.usefixtures("filled")
Captured = pytest.CaptureFixture[str]


def texts(capsys: Captured) -> list[str]:
    return [row["text"] for row in csv.DictReader(io.StringIO(capsys.readouterr().out))]


BANK = "bank 🏦"


@pytest.mark.parametrize("name", ["1", "https://daily.example/1", "https://daily.example/1#top"])
def test_an_article_by_its_number_or_address(name: str, run: Run, capsys: Captured) -> None:
    assert run("export", name, "--format", "csv") == 0
    found = texts(capsys)
    assert found[1] == BANK
    assert len(found) == 3


def test_an_article_by_its_file(run: Run, tmp_path: Path, capsys: Captured, analysed: list[Article]) -> None:
    file = tmp_path / "bank.txt"
    file.write_text(TEXT, "utf-8")
    assert run("export", str(file), "--format", "csv") == 0
    assert texts(capsys)[1] == BANK
    assert not analysed


def test_a_file_the_library_does_not_have_gives_its_claims(
    run: Run, tmp_path: Path, capsys: Captured, analysed: list[Article], filled: Path
) -> None:
    other = tmp_path / "other.db"
    file = tmp_path / "bank.txt"
    file.write_text(TEXT, "utf-8")
    assert run("export", str(file), "--format", "csv", "--library", str(other)) == 0
    assert len(texts(capsys)) == 4
    assert len(analysed) == 1
    with Library.open(other) as library:
        assert library.rows() == ()


def test_all_of_the_library(run: Run, capsys: Captured) -> None:
    assert run("export", "--all", "--format", "jsonl") == 0
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    assert {line["article"]["title"] for line in lines} == {ARTICLE.title, "景気 والأسعار"}


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--tag", "money"), 2),
        (("--since", "2026-11-25"), 2),
        (("--since", "2026-11-25", "--tag", "to check"), 1),
        (("--what", "notes"), 3),
        (("--what", "claims"), 5),
    ],
)
def test_a_choice(options: tuple[str, ...], count: int, run: Run, capsys: Captured) -> None:
    assert run("export", "--all", "--format", "csv", *options) == 0
    assert len(texts(capsys)) == count


def test_claims_of_an_article_never_analysed_are_found_and_kept(
    run: Run, capsys: Captured, analysed: list[Article], filled: Path, tmp_path: Path
) -> None:
    file = tmp_path / "library2.db"
    with Library.open(file) as library:
        library.enter(ARTICLE)
    for _ in range(2):
        assert run("export", "1", "--what", "claims", "--format", "csv", "--library", str(file)) == 0
        assert len(texts(capsys)) == 4
    assert len(analysed) == 1


@pytest.mark.parametrize("options", [("--format", "csv"), ("--format", "html"), ("--format", "json")])
def test_claims_of_an_older_model_are_found_anew_as_in_the_reader(
    options: tuple[str, ...],
    run: Run,
    capsys: Captured,
    analysed: list[Article],
    filled: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newer = replace(ANALYSIS, model=ModelInfo("en_secondhand", "9.0.0"))

    def analyze(article: Article) -> Analysis:
        analysed.append(article)
        return newer

    monkeypatch.setattr(analysis, "model", lambda: newer.model)
    monkeypatch.setattr(analysis, "analyze", analyze)
    for _ in range(2):
        assert run("export", "1", *options) == 0
        assert BANK in capsys.readouterr().out
        assert len(analysed) == 1
    with Library.open(filled) as library:
        kept = library.notebook(1).found
        assert kept and kept.model == newer.model


def test_one_that_cannot_be_analysed_does_not_keep_the_others_back(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def analyze(article: Article) -> Analysis:
        raise LanguageError("It is in another language.")

    monkeypatch.setattr(analysis, "model", lambda: ModelInfo("en_secondhand", "9.0.0"))
    monkeypatch.setattr(analysis, "analyze", analyze)
    assert run("export", "--all", "--format", "csv", "--what", "claims") == 2
    out, err = capsys.readouterr()
    assert len(list(csv.DictReader(io.StringIO(out)))) == 5
    assert err == "secondhand: It is in another language.\n" * 2


def test_into_a_file_whole(run: Run, tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "out" / "marks.md"
    file.parent.mkdir()
    file.write_text("something else, much longer\n" * 1000, "utf-8")
    assert run("export", "1", "--format", "markdown", "-o", str(file), "--force") == 0
    assert capsys.readouterr() == ("", "")
    assert file.read_text("utf-8").startswith("---\ntitle: Rates")
    assert [*file.parent.iterdir()] == [file]


def test_a_dash_is_standard_output(run: Run, capsys: Captured) -> None:
    assert run("export", "1", "--format", "org", "-o", "-") == 0
    assert capsys.readouterr().out.startswith("* Rates")


def test_a_template_of_the_users_own(run: Run, tmp_path: Path, capsys: Captured) -> None:
    template = tmp_path / "own.j2"
    template.write_text("{{ articles|length }} article", "utf-8")
    assert run("export", "1", "--format", "markdown", "--template", str(template)) == 0
    assert capsys.readouterr().out == "1 article\n"


def test_one_that_cannot_be_had_does_not_keep_the_others_back(run: Run, capsys: Captured) -> None:
    assert run("export", "77", "1", "no\x1b[31msuch", "--format", "csv") == 2
    captured = capsys.readouterr()
    assert BANK in captured.out
    assert [line.split(":")[0] for line in captured.err.splitlines()] == ["secondhand"] * 2
    assert "no article 77 in the library" in captured.err
    assert "\x1b" not in captured.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "csv"), "--all"),
        (("1", "--all", "--format", "csv"), "--all"),
        (("1",), "--format"),
        (("1", "--format", "pdf"), "There is no format 'pdf'"),
        (("77", "--format", "csv"), "no article 77"),
        (("--all", "--format", "csv", "--tag", "none such"), "There is nothing to export"),
        (("--all", "--format", "csv", "--since", "soon"), "2025-02-27"),
        (("1", "--format", "csv", "-o", "/"), "/ is not a file"),
        (("1", "--format", "csv", "-o", "/no/such/folder/x"), "/no/such/folder/x cannot be written"),
        (
            ("1", "--format", "csv", "--template", "x"),
            "--format csv takes no --template: leave one",
        ),
        (("1", "--format", "markdown", "--template", "/no/such"), "cannot be read"),
        (("1", "--format", "csv", "--what", "all"), "--what"),
        (("1", "--format", "csv", "--library", "/"), "/"),
    ],
)
def test_a_mistake_gets_one_clear_line(
    arguments: tuple[str, ...], told: str, run: Run, capsys: Captured
) -> None:
    assert run("export", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("secondhand: ")
    assert captured.err.count("\n") == 1
    assert told in captured.err


def test_on_a_terminal_nothing_acts(run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    from secondhand.commands import export as exporting

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(exporting, "render", lambda *_: "a\x1b[31m\tb\n")
    assert run("export", "1", "--format", "csv") == 0
    assert capsys.readouterr().out == "a␛[31m  b\n"


def test_an_earlier_version_is_exported_by_its_number(run: Run, capsys: Captured, tmp_path: Path) -> None:
    file = tmp_path / "versions.db"
    old, new = (fetched("https://e.org/1", f"The bridge is {word}, they say.") for word in ("shut", "open"))
    with Library.open(file) as library:
        library.enter(old)
        library.enter(new)
    for name, text in (("1", new.text), ("1.1", old.text)):
        assert run("export", name, "--format", "json", "--library", str(file)) == 0
        assert json.loads(capsys.readouterr().out)["article"]["text"] == text


def test_a_mark_that_cannot_be_read_costs_that_mark_and_is_told(
    filled: Path, run: Run, capsys: Captured
) -> None:
    connection = sqlite3.connect(filled)
    one = "SELECT min(id) FROM mark WHERE entry = 1 AND kind = 'highlight'"
    connection.execute(f"UPDATE mark SET record = '{{' WHERE id = ({one})")
    connection.commit()
    connection.close()
    assert run("export", "--all", "--format", "jsonl") == 2
    captured = capsys.readouterr()
    books = [json.loads(line) for line in captured.out.splitlines()]
    assert len(books) == 2
    assert sorted(len(book["highlights"] + book["orphans"]) for book in books)[-1] == 2
    assert captured.err.count("\n") == 1 and "1 mark of article 1 cannot be read" in captured.err


def test_who_only_exports_makes_no_library(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = tmp_path / "nowhere" / "library.db"
    monkeypatch.setenv("SECONDHAND_LIBRARY", str(nowhere))
    file = tmp_path / "rain.txt"
    file.write_text("It rains, the mayor said.", "utf-8")
    assert run("export", str(file), "--format", "json") == 0
    assert run("library") == 0
    assert run("read", "--plain", str(file)) == 0
    assert not nowhere.parent.exists()


def test_a_file_for_each_highlight_in_a_folder(run: Run, tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "vault" / "marks"
    command = ("export", "--all", "--format", "markdown", "--apart", "-o", str(folder))
    assert run(*command) == 0
    files = sorted(folder.iterdir())
    assert len(files) == 5 and all(file.suffix == ".md" for file in files)
    assert run(*command) == 0, "what is there as it would be written stays"
    files[0].write_text("mine", "utf-8")
    files[1].unlink()
    assert run(*command) == 2
    assert capsys.readouterr().err.endswith("name another file, or add --force.\n")
    assert files[0].read_text("utf-8") == "mine" and not files[1].exists()
    assert run(*command, "--force") == 0
    assert files[0].read_text("utf-8") != "mine" and files[1].exists()


def test_a_file_each_wants_a_folder(run: Run, tmp_path: Path, capsys: Captured) -> None:
    assert run("export", "1", "--format", "markdown", "--apart") == 2
    taken = tmp_path / "taken"
    taken.write_text("x", "utf-8")
    assert run("export", "1", "--format", "markdown", "--apart", "-o", str(taken)) == 2
    assert taken.read_text("utf-8") == "x"
    assert run("export", "1", "--format", "markdown", "--apart", "-o", "-") == 2
    assert "Traceback" not in capsys.readouterr().err


def test_only_what_somebody_says(run: Run, capsys: Captured) -> None:
    assert run("export", "1", "--what", "claims", "--speaker", "zebra", "--format", "csv") == 2
    assert "no claims by “zebra”" in capsys.readouterr().err
    assert run("export", "1", "--what", "claims", "--speaker", "ann lee", "--format", "csv") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["speaker"] for row in rows} == {"Ann Lee"}
    assert all(0 <= float(row["sure"]) <= 1 and row["commitment"] and row["framing"] for row in rows)
