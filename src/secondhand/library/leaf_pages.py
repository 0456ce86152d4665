"""The pages of a damaged SQLite file that hold rows → those rows, wherever the way to them is destroyed.

Each page that looks like the end of a tree is given to SQLite as a whole table: what it can read of that are
rows, and which table they were in shows in their columns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

_LEAF = 0x0D
"""the first byte of a page that holds rows of a table"""
_MOST_COLUMNS = 12
_SIZES = {1 << power for power in range(9, 17)}


def read_leaf_pages(file: Path) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Yield the name of its table and the cells of each row of articles, marks, editions and analyses."""
    data = file.read_bytes()
    size = int.from_bytes(data[16:18], "big")
    size = size if size in _SIZES else 4096
    leaves = [
        number
        for number in range(2, len(data) // size + 1)
        if data[(number - 1) * size] == _LEAF and any(data[(number - 1) * size + 3 : (number - 1) * size + 5])
    ]
    remade = file.with_name("remade.db")
    _remake(remade, data, size, leaves)
    with closing(sqlite3.connect(remade)) as connection:
        connection.text_factory = lambda cell: cell.decode("utf-8", "replace")
        for number in leaves:
            # Where a cell of the page makes no sense, the rows after it cannot be told apart from it.
            with suppress(sqlite3.Error):
                for row in connection.execute(f"SELECT rowid, * FROM leaf_{number}"):  # noqa: S608
                    if found := _recognize(row):
                        yield found


def _remake(file: Path, data: bytes, size: int, leaves: list[int]) -> None:
    """Write the pages of ``data`` to ``file`` behind a first one that calls each of ``leaves`` a table."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE none (x)")
    first = bytearray(file.read_bytes()[:size])
    first[28:32] = (len(data) // size).to_bytes(4, "big")
    file.write_bytes(bytes(first) + data[size : len(data) // size * size])
    columns = ", ".join(f"c{number}" for number in range(_MOST_COLUMNS))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.executemany(
            "INSERT INTO sqlite_master VALUES ('table', ?1, ?1, ?2, ?3)",
            ((f"leaf_{n}", n, f"CREATE TABLE leaf_{n} ({columns})") for n in leaves),
        )
        connection.commit()


def _recognize(row: tuple[Any, ...]) -> tuple[str, tuple[Any, ...]] | None:
    """Return the table that ``row`` is of and its cells there; None for one of no use."""
    number, *cells = row
    kinds = [type(cell) for cell in cells]
    if cells[0] is None and kinds[1] is kinds[7] is kinds[11] is str:
        return "article", (number, *cells[1:])
    if kinds[0] is str and cells[2] in {"highlight", "correction"}:
        return "mark", tuple(cells[:6])
    if kinds[:5] == [int, int, str, str, str]:
        return "edition", tuple(cells[:5])
    if kinds[:6] == [int, str, str, str, int, str]:
        return "analysis", tuple(cells[:6])
    return None
