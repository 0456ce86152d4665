"""What trafilatura takes for title, outlet, authors and day of a page whose head does not tell them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from secondhand.ingest.formats.page.authors import find_bylines
from secondhand.ingest.formats.page.publishers import is_address
from secondhand.ingest.formats.page.words import fold

_NOT_HOST: Final = re.compile(r"^(?:https?:)?//|(?<=[^/])/.*$")
"""what an address has around its host"""


@dataclass(eq=False)
class Guesses:
    """The guesses on one page, made when first asked for: they take a quarter of the time of all else."""

    tree: Any
    """the page"""
    url: str | None
    """where it is from"""

    @cached_property
    def _found(self) -> Any:
        from trafilatura.metadata import extract_metadata

        days = {"original_date": True, "extensive_search": False}
        return extract_metadata(self.tree, self.url, days, extensive=False)

    @property
    def title(self) -> str | None:
        """Its headline."""
        return self._found.title or None

    @property
    def outlet(self) -> str | None:
        """The name of its site."""
        return self._found.sitename or None

    @property
    def date(self) -> datetime.date | None:
        """A day it tells: that of publication, or that of a change."""
        return datetime.date.fromisoformat(self._found.date) if self._found.date else None

    def list_bylines(self) -> Iterator[str]:
        """Yield what may name its authors, the plainest first."""
        yield from find_bylines(self.tree)
        told = self._found.author or ""
        # It spells addresses as names.
        addresses = [self.url or "", *filter(is_address, self.tree.xpath("//meta/@content"))]
        hosts = {fold(_NOT_HOST.sub("", one)) for one in addresses}
        yield "" if fold(told) in hosts else told
