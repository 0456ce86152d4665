"""One job a file, one a function: none is too long to be read in one go."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINES_OF_A_FILE = 350
LINES_OF_A_FUNCTION = 50


def find_long(name: str, text: str) -> Iterator[str]:
    """Yield the file ``name`` where its code ``text`` is too long, and each function of it that is."""
    if text.count("\n") > LINES_OF_A_FILE:
        yield name
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > LINES_OF_A_FUNCTION:
                yield f"{name}: {node.name}"


def test_no_file_and_no_function_is_too_long() -> None:
    files = [file for folder in ("src", "tests", "screenshots") for file in (ROOT / folder).rglob("*.py")]
    found = {
        long
        for file in files
        for long in find_long(file.relative_to(ROOT).as_posix(), file.read_text("utf-8"))
    }
    assert found == set()


def test_a_line_more_is_too_long() -> None:
    function = "def f():\n" + "    pass\n" * (LINES_OF_A_FUNCTION - 1)
    assert list(find_long("a", function)) == []
    assert list(find_long("a", function + "    pass\n")) == ["a: f"]
    assert list(find_long("a", "\n" * LINES_OF_A_FILE)) == []
    assert list(find_long("a", "\n" * (LINES_OF_A_FILE + 1))) == ["a"]
