from __future__ import annotations

import ast
from pathlib import Path

import pytest

import secondhand.ingest

NETWORK = {
    "urllib.request",
    "urllib.error",
    "http",
    "http.client",
    "socket",
    "ssl",
    "requests",
    "urllib3",
    "httpx",
}
MODULES = sorted(Path(secondhand.ingest.__file__).parent.glob("*.py"))


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_only_fetch_touches_the_network(module: Path) -> None:
    assert bool(imported(module) & NETWORK) == (module.stem == "fetch")
