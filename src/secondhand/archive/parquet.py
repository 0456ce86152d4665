"""Lines of analyses → a Parquet table of one row each, whose columns follow our dataclasses."""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from secondhand.archive.journal import full_disk_error
from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.errors import OptionError
from secondhand.files import open_beside
from secondhand.record import TRACE

ROWS = 200
"""rows held in memory, and written as a group"""


def check_installed() -> None:
    """Raise OptionError where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise OptionError("Parquet needs pyarrow: pip install 'secondhand[parquet]'") from None


def read_ids(path: Path) -> set[str]:
    """Return the ids in the table at ``path``, none where there is none; raises OptionError as ``rows``."""
    return {row["id"] for row in read_rows(path, ["id"])} if path.exists() else set()


def read_rows(path: Path, columns: list[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of the table at ``path``; raises OptionError where it is none of ours."""
    with _open_table(path) as table:
        for batch in table.iter_batches(ROWS, columns=columns):
            yield from batch.to_pylist()


def list_groups(path: Path) -> list[tuple[int, int]]:
    """Return rows and bytes of each group of the table at ``path``; raises OptionError as ``read_rows``."""
    with _open_table(path) as table:
        groups = [table.metadata.row_group(number) for number in range(table.num_row_groups)]
    return [
        (g.num_rows, sum(g.column(at).total_compressed_size for at in range(g.num_columns))) for g in groups
    ]


def read_group(path: Path, number: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the rows of a group of the table at ``path``, each with its number in the table, from 1 on.

    ``number`` counts the groups from 0 on. Raises OptionError as ``read_rows``.
    """
    with _open_table(path) as table:
        first = 1 + sum(table.metadata.row_group(at).num_rows for at in range(number))
        yield from enumerate(table.read_row_group(number).to_pylist(), first)


def _open_table(path: Path) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        told = path.stat()
        table = pq.ParquetFile(path, metadata=_read_footer(path, told.st_mtime_ns, told.st_size))
        is_ours = {"id", "claims"} <= set(table.schema_arrow.names)
    except pa.ArrowInvalid:
        is_ours = False
    if not is_ours:
        raise OptionError(f"{path} is there and holds something else: move it away, or name another file.")
    return table


@lru_cache(1)
def _read_footer(path: Path, _changed: int, _size: int) -> Any:
    """Return what the table says of itself: as much as it has groups, so read once for all of them."""
    import pyarrow.parquet as pq

    return pq.read_metadata(path)


def join_lines(lines: Path, out: Path) -> None:
    """Add the records in the file ``lines``, which goes away, to the table ``out``, whole or not at all.

    A record that is in the table already is not added. Raises SourceError where the disk is full.
    """
    known = read_ids(out)
    unfinished: Path | None = None
    try:
        unfinished = open_beside(out)
        with lines.open("rb") as file:
            new = (record for line in file if (record := json.loads(line))["id"] not in known)
            old = read_rows(out) if known else iter(())
            _write(chain(old, new), unfinished)
        with unfinished.open("rb") as written:
            os.fsync(written.fileno())
        unfinished.replace(out)
        lines.unlink()
    except OSError as error:
        if unfinished is not None:
            unfinished.unlink(missing_ok=True)
        raise full_disk_error(out, error) from None


def _write(records: Iterable[dict[str, Any]], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = {"id": str, "format": str, "article": Article} | get_type_hints(Analysis)
    schema = pa.schema([(name, _column_type(kind)) for name, kind in columns.items()])
    rest = iter(records)
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while held := list(islice(rest, ROWS)):
            writer.write_batch(pa.RecordBatch.from_pylist(held, schema))


def _column_type(kind: Any) -> Any:
    """Return the Arrow type of what a record has for ``kind``."""
    import pyarrow as pa

    if is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind) if field.name != TRACE]
        return pa.struct([(name, _column_type(hints[name])) for name in names])
    of = get_origin(kind)
    if of in (Union, UnionType):
        return _column_type(next(one for one in get_args(kind) if one is not type(None)))
    if of is tuple:
        return pa.list_(_column_type(get_args(kind)[0]))
    plain = {int: pa.int64(), float: pa.float64(), bool: pa.bool_(), str: pa.string()}
    return pa.string() if of is Literal or kind is datetime.date else plain[kind]
