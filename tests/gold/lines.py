"""The gold lines: texts with the claims a careful reader finds in them, one JSON object a line."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from secondhand.article import Article
from secondhand.ingest.formats.plain import from_plain
from secondhand.ingest.origin import add_origin

GOLD = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Line:
    """One text, and what is said in it."""

    file: str
    """what the construction is called, and the file after it"""
    number: int
    """of the line in that file, from 1"""
    data: dict[str, Any]
    """what stands on it"""

    @property
    def name(self) -> str:
        """What a test calls it."""
        return f"{self.file}-{self.number}"

    def article(self) -> Article:
        """Return the text as an article of its publisher, with the wire credit that it tells itself."""
        data = self.data
        article = replace(
            from_plain(data["text"]),
            title=data["title"],
            publisher=data["publisher"],
            authors=tuple(data.get("authors", ())),
            date=date.fromisoformat(data["date"]),
        )
        return add_origin(article)


def lines(folder: Path = GOLD) -> list[Line]:
    """Return every line of every file, in order."""
    return [
        Line(file.stem, number, json.loads(row))
        for file in sorted(folder.glob("*.jsonl"))
        for number, row in enumerate(file.read_text("utf-8").splitlines(), 1)
    ]


def write(every: list[Line], folder: Path = GOLD) -> None:
    """Write ``every`` line into its file; a file they name holds nothing else afterwards."""
    for file in {line.file for line in every}:
        rows = [json.dumps(line.data, ensure_ascii=False) for line in every if line.file == file]
        (folder / f"{file}.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
