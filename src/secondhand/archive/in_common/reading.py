"""The analyses of an archive → what is compared of each: its day, its stems, its members."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from secondhand.archive import parquet
from secondhand.archive.inputs import Input, find_inputs
from secondhand.archive.work import Result
from secondhand.conversion import from_bytes, to_bytes
from secondhand.export.json import dumps
from secondhand.record import analysis_of, article_of
from secondhand.statements.comparing import read_member
from secondhand.statements.members import make_carrier, make_members
from secondhand.statements.statement import Member

DAMAGED = "It is no analysis: analyse it again with secondhand analyze -o."


def find_records(sources: Iterable[str]) -> Iterator[Input]:
    """Yield the records of the archives ``sources``, JSON Lines or Parquet; raises as ``find_inputs``."""
    for source in sources:
        if source.endswith(".parquet"):
            for number, record in enumerate(parquet.read_rows(Path(source)), 1):
                line = dumps(record).encode()
                yield Input(f"{source}:{number}", source, len(line), number, line)
        else:
            yield from find_inputs([source])


def read_record(entry: Input) -> Result:
    """Return what is compared of one record; nothing is raised, whatever it holds."""
    try:
        record = json.loads(entry.line or b"")
        article, analysis = article_of(record["article"]), analysis_of(record)
    except (KeyError, TypeError, ValueError):
        return Result(entry, None, DAMAGED)
    members = tuple(make_members(make_carrier(article, entry.id), analysis))
    stems = sorted(frozenset[str]().union(*(read_member(member).about for member in members)))
    day = article.date.toordinal() if article.date else None
    return Result(entry, {"day": day, "stems": stems, "members": pack_members(members)})


def pack_members(members: Sequence[Member]) -> str:
    """Return ``members`` as text that is as short as can be."""
    return b64encode(zlib.compress(to_bytes(members), 1)).decode()


def unpack_members(packed: str) -> tuple[Member, ...]:
    """Return what ``pack_members`` made the text of."""
    return from_bytes(zlib.decompress(b64decode(packed)), tuple[Member, ...])
