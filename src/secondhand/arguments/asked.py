"""What the user asks for, one class a command."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from secondhand.export import Format
from secondhand.export.what import What


@dataclass(frozen=True, slots=True)
class Known:
    """What the user tells of the article, which wins over what the input says."""

    publisher: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    """as BCP 47 writes it; English is analysed"""


@dataclass(frozen=True, slots=True)
class Read:
    """Open an article in the reader."""

    source: str
    """a path, an http(s) address or "-" """
    known: Known
    theme: str | None = None
    library: Path | None = None
    """the file of the library; None for the usual one"""
    plain: bool = False
    """whether to print it as running text instead"""
    number: int | None = None
    """which of several articles, from 1 on; None for the first"""


@dataclass(frozen=True, slots=True)
class Analyze:
    """Print who says what in articles."""

    sources: tuple[str, ...]
    """paths, http(s) addresses or "-" """
    known: Known
    form: Format | None = None
    out: Path | None = None
    """the archive of analyses to go on with; None to print"""
    jobs: int | None = None
    """processes that analyse for ``out``"""
    cluster: str | None = None
    """address of the Dask cluster that analyses for ``out``"""


@dataclass(frozen=True, slots=True)
class Sources:
    """Print who is heard in an article."""

    source: str
    """a path, an http(s) address or "-" """
    known: Known
    form: Literal["text", "json"] = "text"


@dataclass(frozen=True, slots=True)
class Browse:
    """Show the library."""

    theme: str | None = None
    library: Path | None = None
    tour: bool = False
    """whether to begin with an article and a tour where the library is empty"""


@dataclass(frozen=True, slots=True)
class Feed:
    """Show the articles of feeds."""

    sources: tuple[str, ...]
    """http(s) addresses, paths or "-" """
    theme: str | None = None
    library: Path | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """Write what readers made of articles for other tools."""

    sources: tuple[str, ...]
    """numbers in the library, addresses or paths"""
    everything: bool
    """the whole library, no sources"""
    form: str
    what: What | None = None
    """None: highlights, or claims where there are none"""
    since: datetime.date | None = None
    tag: str | None = None
    template: Path | None = None
    out: Path | None = None
    """None for standard output"""
    force: bool = False
    """whether to replace the file ``out`` unasked"""
    library: Path | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """Take over what was exported, here or by other tools."""

    files: tuple[Path, ...]
    dry: bool = False
    """whether only to say what it would change"""
    library: Path | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """Show the settings."""

    edit: bool = False
    """whether to change them first"""


@dataclass(frozen=True, slots=True)
class Completion:
    """Print what lets a shell complete our commands."""

    shell: str
    """bash, zsh or fish"""


@dataclass(frozen=True, slots=True)
class Serve:
    """Show the reader in a browser."""

    source: str | None = None
    """a path or an http(s) address; None for the library"""
    port: int = 8000
    theme: str | None = None
    library: Path | None = None


Asked = Read | Feed | Analyze | Sources | Browse | Export | Import | Config | Completion | Serve
