"""Who may import whom: the contracts of pyproject.toml, and what a process really loads."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "secondhand"
NETWORK = {"urllib.request", "http.client", "socket", "requests", "urllib3", "httpx"}


def loaded_by(code: str, *modules: str) -> set[str]:
    """Return which of ``modules`` a new process has loaded after running ``code``."""
    code = f"import sys\n{code}\nprint(*sorted(set({modules!r}) & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(found.stdout.split())


def imports_of(file: Path) -> set[str]:
    """Return the modules that ``file`` names in its import statements."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_the_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert found.returncode == 0, found.stdout + found.stderr


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
    code += "from secondhand.export.notebooks import describe, formats\nlist(map(describe, formats()))"
    assert loaded_by(code, "textual", "rich.console") == {"rich.console"}


def test_the_reader_is_on_screen_before_the_model() -> None:
    code = "import secondhand.ui.app"
    assert loaded_by(code, "spacy", "onnxruntime", "trafilatura", "textual.app") == {"textual.app"}


def test_what_only_exports_need_does_not_keep_the_reader_waiting() -> None:
    code = "from secondhand import cli\nfrom secondhand.commands import read\nimport secondhand.ui.app"
    heavy = (
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
