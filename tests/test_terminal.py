"""Each test needs a process of its own: its streams, signals and exit code are the point."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT_MODEL = (
    sys.executable,
    "-c",
    "from secondhand import analysis, cli\n"
    "from tests.export.literals import NOTHING\n"
    "analysis.analyze_many = lambda articles: (NOTHING for _ in articles)\n"
    "cli.main()",
)


@pytest.fixture
def article(tmp_path: Path) -> str:
    """Return the path of a file with one paragraph."""
    file = tmp_path / "article.txt"
    file.write_text("It rained, he said.\n", "utf-8")
    return str(file)


def test_a_reader_who_leaves_early_is_no_error(article: str) -> None:
    arguments = [*WITHOUT_MODEL, "analyze", *[article] * 2000, "--format", "jsonl"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_help_into_a_closed_pipe_is_no_error() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    found = subprocess.run([*WITHOUT_MODEL, "--help"], stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    assert found.stderr == b""
    assert found.returncode in {0, 141}  # unbuffered, the help writer itself forgives it


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_gets_one_line(article: str) -> None:
    with Path("/dev/full").open("w") as full:
        found = subprocess.run(
            [*WITHOUT_MODEL, "analyze", article], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert found.returncode == 2
    assert found.stderr.count(b"\n") == 1
    assert b"cannot be written" in found.stderr


def test_json_is_utf_8_wherever_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("“Olé”, he said.", "utf-8")
    found = subprocess.run(
        [*WITHOUT_MODEL, "analyze", str(file)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        check=True,
    )
    assert "“Olé”, he said." in found.stdout.decode("utf-8")


def test_without_a_terminal_a_piped_article_is_refused() -> None:
    code = (
        "from secondhand import terminal\n"
        "try: terminal.take_keys()\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        input="",
        capture_output=True,
        text=True,
        check=True,
        start_new_session=True,
    )
    assert found.stdout.startswith("SourceError There is no terminal")


def test_keys_come_from_the_terminal_after_a_pipe() -> None:
    code = (
        "import sys\n"
        "from secondhand import terminal\n"
        "assert sys.stdin.read() == 'the article'\n"
        "terminal.take_keys()\n"
        "print(open(0, closefd=False).readline().strip() + ' came')"
    )
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=theirs, stderr=theirs
    ) as process:
        assert process.stdin
        os.close(theirs)
        process.stdin.write(b"the article")
        process.stdin.close()
        os.write(ours, b"keys\n")
        shown = b""
        while b"came" not in shown:
            shown += os.read(ours, 1024)
    os.close(ours)
    assert process.returncode == 0
    assert b"keys came" in shown


@pytest.mark.parametrize(("closed", "code"), [("<&-", 0), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0)])
def test_closed_streams_are_no_crash(closed: str, code: int, article: str) -> None:
    found = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {closed}', "sh", *WITHOUT_MODEL, "analyze", article],
        capture_output=True,
        check=False,
    )
    assert (found.returncode, found.stderr) == (code, b"")
