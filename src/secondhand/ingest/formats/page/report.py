"""What of a page was read, what was left out, and why: so that a reader can tell what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from secondhand.ingest.formats.page.blocks import Block
from secondhand.ingest.formats.page.captions import CAPTION, is_caption
from secondhand.ingest.formats.page.choosing import Chosen
from secondhand.ingest.formats.page.kinds import read_kind

NOT_TAKEN: Final = "not taken for the article"
"""why most of a page is left out: its menus, its other articles"""
TEXT: Final = "text"
"""what a paragraph of no other kind is called"""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A block of a page."""

    read: bool
    """whether it is part of the article"""
    why: str
    """its kind where it is, or else why it is not"""
    words: str
    """its words, in one line"""


def report_blocks(blocks: list[Block], chosen: Chosen) -> Iterator[ReportLine]:
    """Yield a line for each of the ``blocks`` of a page, of which some were ``chosen``, in reading order."""
    read = {block.number for block in chosen.blocks}
    reasons = {dropped.block.number: dropped.reason for dropped in chosen.dropped}
    for block in blocks:
        if block.number in read:
            yield ReportLine(True, read_kind(block, chosen.kinds) or TEXT, block.words)
        else:
            why = CAPTION if is_caption(block) else NOT_TAKEN
            yield ReportLine(False, reasons.get(block.number, why), block.words)
