"""Batches of articles that are worth comparing → what of them says the same."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator

from secondhand.archive.in_common.article_pairs import AT_ONCE, Candidates
from secondhand.archive.in_common.reading import unpack_members
from secondhand.archive.inputs import Input
from secondhand.archive.work import Result
from secondhand.statements.comparing import read_member
from secondhand.statements.joining import match_articles


def make_batches(candidates: Candidates, done: Container[str]) -> Iterator[Input]:
    """Yield what is to be compared, but those ``done``: each batch with the members of its articles."""
    last = candidates.count_articles()
    for first, pairs in candidates.list_batches():
        size = min(AT_ONCE, last + 1 - first)
        if str(first) in done:
            continue
        members = candidates.read_members(sorted({number for pair in pairs for number in pair}))
        line = json.dumps({"pairs": pairs, "members": members}).encode()
        yield Input(str(first), "", size, first, line)


def compare_batch(entry: Input) -> Result:
    """Return the matches of one batch: article and place of one, of the other, log-odds, and by what."""
    batch = json.loads(entry.line or b"")
    readings = {
        int(number): [read_member(member) for member in unpack_members(packed)]
        for number, packed in batch["members"].items()
    }
    found = [
        (one, match.one, other, match.other - len(readings[one]), match.score, match.by)
        for one, other in batch["pairs"]
        for match in match_articles(readings[one], readings[other])
    ]
    return Result(entry, {"matches": found})
