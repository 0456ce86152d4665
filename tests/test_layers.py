"""Who may import whom: the contracts of pyproject.toml, and what a process really loads."""

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "secondhand"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
POSIX = {"crypt", "curses", "fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource", "syslog"}
POSIX |= {"termios", "tty"}
"""modules of the standard library that Windows does not have"""
NETWORK = {"urllib.request", "http.client", "socket", "requests", "urllib3", "httpx"}


def loaded_by(code: str, *modules: str) -> set[str]:
    """Return which of ``modules`` a new process has loaded after running ``code``."""
    code = f"import sys\n{code}\nprint(*sorted(set({modules!r}) & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(found.stdout.split())


def imports_of(file: Path) -> set[str]:
    """Return the modules that ``file`` names in its import statements."""
    return {name for node in ast.walk(ast.parse(file.read_text("utf-8"))) for name in names_in(node)}


def names_in(node: ast.AST) -> set[str]:
    """Return the modules that one statement imports."""
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module:
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts on the tree in the folder ``source``."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(source), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_contracts_hold() -> None:
    found = lint(SOURCE.parent)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_new_package_is_covered_by_every_contract_without_a_line(tmp_path: Path) -> None:
    shutil.copytree(SOURCE, tmp_path / "secondhand", ignore=lambda folder, names: unread(Path(folder), names))
    forbidden = {name for contract in CONTRACTS for name in contract.get("forbidden_modules", ())}
    new = tmp_path / "secondhand" / "new"
    new.mkdir()
    (new / "__init__.py").write_text("\n".join(f"import {name}" for name in sorted(forbidden)), "utf-8")
    (new / "one.py").write_text("from secondhand.new import other", "utf-8")
    (new / "other.py").write_text("from secondhand.new import one", "utf-8")
    found = lint(tmp_path).stdout
    assert [f"{contract['name']} BROKEN" in found for contract in CONTRACTS[1:]] == [True] * len(
        CONTRACTS[1:]
    )
    assert "secondhand.new" in found


def test_the_first_contract_asks_where_a_new_module_belongs(tmp_path: Path) -> None:
    shutil.copytree(SOURCE, tmp_path / "secondhand", ignore=lambda folder, names: unread(Path(folder), names))
    (tmp_path / "secondhand" / "new.py").touch()
    found = lint(tmp_path)
    assert found.returncode and "new" in found.stdout + found.stderr


def unread(folder: Path, names: list[str]) -> list[str]:
    """Return those of ``names`` that hold no code, for copies of the tree."""
    return [name for name in names if not (folder / name).is_dir() and not name.endswith(".py")]


def at_the_top(node: ast.AST) -> Iterator[ast.stmt]:
    """Yield every statement that runs when ``node`` is imported, but those for one system only."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "sys.platform" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.stmt):
            yield child
        yield from at_the_top(child)


def test_windows_can_import_everything() -> None:
    found = {
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        for statement in at_the_top(ast.parse(file.read_text("utf-8")))
        if names_in(statement) & POSIX
    }
    assert found == set()


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("try:\n    import fcntl\nexcept OSError: pass", {"fcntl"}),
        ("class A:\n    from termios import TCSANOW", {"termios", "termios.TCSANOW"}),
        ("def lock():\n    import fcntl", set()),
        ("import sys\nif sys.platform != 'win32':\n    import fcntl", {"sys"}),
    ],
)
def test_only_what_runs_at_import_counts(code: str, found: set[str]) -> None:
    assert set().union(*map(names_in, at_the_top(ast.parse(code)))) == found


def test_the_package_itself_costs_nothing() -> None:
    heavy = ("spacy", "textual", "numpy", "rich", "typer", "trafilatura", "onnxruntime", "secondhand.claim")
    assert loaded_by("import secondhand\nsecondhand.model_path()", *heavy) == set()


@pytest.mark.parametrize(
    "room",
    [
        "analysis",
        "ingest",
        "export",
        "importing",
        "library",
        "notes",
        "pipeline",
        "session",
        "sources",
        "wording",
    ],
)
def test_nothing_below_the_reader_loads_textual(room: str) -> None:
    assert loaded_by(f"import secondhand.{room}", "textual") == set()


def test_no_format_loads_textual() -> None:
    code = "from secondhand.export import json, jsonl, table, tree\n"
    code += "from secondhand.export.notebooks import describe, list_formats\n"
    code += "list(map(describe, list_formats()))"
    assert loaded_by(code, "textual", "rich.console") == {"rich.console"}


def test_the_reader_is_on_screen_before_the_model() -> None:
    code = "import secondhand.ui.app"
    assert loaded_by(code, "spacy", "onnxruntime", "trafilatura", "textual.app") == {"textual.app"}


def test_a_command_is_declared_in_its_file_alone_and_loads_no_other() -> None:
    from secondhand.commands import NAMES

    files = {
        file.stem for file in (SOURCE / "commands").glob("*.py") if "COMMAND = " in file.read_text("utf-8")
    }
    assert {file.rstrip("_") for file in files} == set(NAMES)
    every = [f"secondhand.commands.{file}" for file in files]
    code = "from secondhand.cli import interpret\ninterpret(['a.txt', '--theme', 'dark'])"
    found = loaded_by(code, *every, "textual", "spacy", "shtab")
    assert found == {"secondhand.commands.read"}


def test_what_only_exports_need_does_not_keep_the_reader_waiting() -> None:
    code = (
        "from secondhand import cli, library\nfrom secondhand.commands import read\nimport secondhand.ui.app"
    )
    heavy = (
        "snowballstemmer",
        "secondhand.statements",
        "spacy",
        "jinja2",
        "msgspec",
        "yaml",
        "importlib.metadata",
        "secondhand.export.formats",
        "textual.app",
    )
    assert loaded_by(code, *heavy) == {"textual.app"}


def test_nothing_that_runs_loads_torch() -> None:
    code = "import secondhand.analysis, secondhand.pipeline"
    assert "secondhand.training" not in loaded_by(code, "secondhand.training", "transformers")


def test_one_module_opens_connections() -> None:
    opening = {
        file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py") if imports_of(file) & NETWORK
    }
    assert opening == {"ingest/fetch.py"}
