"""The analyses of an archive → what is compared of each: its day, its stems, its members."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from secondhand.archive import parquet
from secondhand.archive.inputs import Input, find_inputs
from secondhand.archive.work import Result
from secondhand.conversion import from_bytes, to_bytes
from secondhand.errors import OptionError
from secondhand.ingest.input_names import escape_name
from secondhand.record import analysis_of, article_of
from secondhand.statements.comparing import read_member
from secondhand.statements.members import make_carrier, make_members
from secondhand.statements.statement import Member

DAMAGED = "It is no analysis: analyse it again with secondhand analyze -o."
UNREACHED = "{} cannot be read where the work is done, by the same name: {}"


def find_records(sources: Iterable[str]) -> Iterator[Input]:
    """Yield what of the archives ``sources`` is read at once; raises as ``find_inputs``, and OptionError.

    Of JSON Lines it is a line. Of Parquet it is a group of rows, named only: whoever reads it opens the table
    where it lies, so that a cluster reads as many at a time as it has workers.
    """
    for source in sources:
        if source.endswith(".parquet"):
            path = str(Path(source).absolute())
            for number, (rows, size) in enumerate(parquet.list_groups(Path(source))):
                yield Input(f"{source}#{number}", path, size, number, many=rows)
        else:
            yield from find_inputs([source])


def read_records(entry: Input) -> Result:
    """Return what is compared of the articles of ``entry``; nothing is raised, whatever it holds.

    The record names the articles that are ``damaged`` beside the ``articles`` that are not.
    """
    if entry.line is not None:
        return _read_all(entry, [(entry.id, entry.line)])
    name = entry.id.rpartition("#")[0]
    try:
        rows = [(f"{name}:{n}", row) for n, row in parquet.read_group(Path(entry.source), entry.number)]
    except (OSError, OptionError) as error:
        return Result(entry, None, UNREACHED.format(escape_name(entry.source), error))
    return _read_all(entry, rows)


def _read_all(entry: Input, records: Sequence[tuple[str, bytes | dict[str, Any]]]) -> Result:
    articles, damaged = [], []
    for name, record in records:
        try:
            articles.append(_read_record(name, json.loads(record) if isinstance(record, bytes) else record))
        except (KeyError, TypeError, ValueError):
            damaged.append(name)
    return Result(entry, {"articles": articles, "damaged": damaged})


def _read_record(name: str, record: dict[str, Any]) -> dict[str, Any]:
    article, analysis = article_of(record["article"]), analysis_of(record)
    members = tuple(make_members(make_carrier(article, name), analysis))
    stems = sorted(frozenset[str]().union(*(read_member(member).about for member in members)))
    day = article.date.toordinal() if article.date else None
    return {"id": name, "day": day, "stems": stems, "members": pack_members(members)}


def pack_members(members: Sequence[Member]) -> str:
    """Return ``members`` as text that is as short as can be."""
    return b64encode(zlib.compress(to_bytes(members), 1)).decode()


def unpack_members(packed: str) -> tuple[Member, ...]:
    """Return what ``pack_members`` made the text of."""
    return from_bytes(zlib.decompress(b64decode(packed)), tuple[Member, ...])
