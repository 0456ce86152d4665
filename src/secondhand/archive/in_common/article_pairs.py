"""Which articles of an archive are worth comparing: DuckDB's work, on the disk.

Two articles are where they are near in time and share enough of the stems that fewest others of those days
have: an inverted index, joined with itself. What an article costs grows neither with the archive nor with its
days, as no stem of many articles is looked at, and of each article only so many.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from secondhand.errors import OptionError
from secondhand.statements.pairing import APART, COMMON_TO_ARTICLES, FEW, PART

KEPT = 40
"""stems of an article that are looked at, those that fewest others have"""
MEMORY = "2GB"
"""that DuckDB takes; what needs more goes to the disk"""
AT_ONCE = 200
"""articles whose pairs are compared in one batch"""

Pairs = list[tuple[int, int]]

_ARTICLES = """CREATE TABLE article AS SELECT row_number() OVER (ORDER BY day, id) AS number, day,
    day // $apart AS month, stems, members FROM (
    SELECT unnest(articles, max_depth := 2) FROM read_json($file, format = 'newline_delimited',
        maximum_object_size = 268435456, columns = {
            articles: 'STRUCT(id VARCHAR, day INTEGER, stems VARCHAR[], members VARCHAR)[]'}))"""
_STEMS = "CREATE TABLE stem AS SELECT number, month, unnest(stems) AS stem FROM article"
_COUNTS = """CREATE TABLE counted AS SELECT month, stem, sum(many)::INTEGER AS many FROM (
    SELECT month + near AS month, stem, count(*) AS many FROM stem, (SELECT unnest([-1, 0, 1]) AS near)
        WHERE month IS NOT NULL GROUP BY ALL
    UNION ALL SELECT NULL, stem, count(*) FROM stem GROUP BY ALL) GROUP BY ALL"""
_KEPT = """CREATE TABLE kept AS SELECT number, month, stem, count(*) OVER (PARTITION BY number) AS many FROM (
    SELECT number, s.month, s.stem, row_number() OVER (PARTITION BY number ORDER BY many, s.stem) AS place
    FROM stem s JOIN counted c ON c.stem = s.stem AND c.month IS NOT DISTINCT FROM s.month
    WHERE many BETWEEN 2 AND $few) WHERE place <= $kept"""
_MEET = """CREATE TABLE meet AS SELECT * FROM (
    SELECT a.number AS one, b.number AS other, a.many AS mine, b.many AS theirs FROM kept a JOIN kept b
        ON a.stem = b.stem AND a.month = b.month AND a.number < b.number
    UNION ALL SELECT a.number, b.number, a.many, b.many FROM kept a JOIN kept b
        ON a.stem = b.stem AND a.month + 1 = b.month
    UNION ALL SELECT least(a.number, b.number), greatest(a.number, b.number), a.many, b.many
        FROM kept a JOIN kept b ON a.stem = b.stem AND a.month IS NULL
        AND (b.month IS NOT NULL OR a.number < b.number))"""
_PAIRS = """CREATE TABLE pair AS SELECT one, other FROM meet
    JOIN article a ON a.number = one JOIN article b ON b.number = other
    WHERE coalesce(abs(a.day - b.day) <= $apart, true) GROUP BY one, other
    HAVING count(*) >= greatest($common, $part * least(min(mine), min(theirs))) ORDER BY one, other"""


class Candidates:
    """The articles of an archive in a file of DuckDB's, and which of them are worth comparing."""

    def __init__(self, file: Path) -> None:
        """Open ``file``, made where there is none; raises OptionError where DuckDB is not installed."""
        try:
            import duckdb
        except ImportError:
            raise OptionError("Joining an archive needs DuckDB: pip install 'secondhand[archive]'") from None
        self._ask: Any = duckdb.connect(str(file), config={"memory_limit": MEMORY})

    def close(self) -> None:
        """Close the file."""
        self._ask.close()

    def gather(self, lines: Path) -> None:
        """Find the pairs among the articles of the journal ``lines``, unless that was done."""
        if self._ask.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'pair'").fetchone():
            return
        given = {
            _ARTICLES: {"file": str(lines), "apart": APART.days},
            _STEMS: {},
            _COUNTS: {},
            _KEPT: {"few": FEW, "kept": KEPT},
            _MEET: {},
            _PAIRS: {"apart": APART.days, "common": COMMON_TO_ARTICLES, "part": PART},
        }
        self._ask.execute("BEGIN")
        for question, values in given.items():
            self._ask.execute(question, values)
        self._ask.execute("DROP TABLE meet; DROP TABLE kept; DROP TABLE counted; DROP TABLE stem; COMMIT")

    def count_articles(self) -> int:
        """Return how many articles there are."""
        return int(self._ask.execute("SELECT count(*) FROM article").fetchone()[0])

    def list_batches(self) -> Iterator[tuple[int, Pairs]]:
        """Yield the pairs of so many articles at a time, with a number that stays."""
        last = self.count_articles()
        question = "SELECT one, other FROM pair WHERE one BETWEEN ? AND ? ORDER BY one, other"
        for first in range(1, last + 1, AT_ONCE):
            yield first, self._ask.execute(question, (first, first + AT_ONCE - 1)).fetchall()

    def read_members(self, numbers: list[int]) -> dict[int, str]:
        """Return the members of the articles ``numbers``, packed."""
        question = "SELECT number, members FROM article WHERE number IN (SELECT unnest($1))"
        return dict(self._ask.execute(question, [numbers]).fetchall())
