"""The text of a file → notebooks, whatever it holds: one thing, a list, a collection, or one a line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite
from typing import Any

from secondhand.errors import FormatError
from secondhand.importing.annotation_mark import read_mark
from secondhand.importing.annotations import Node, articles_of, nodes_of, source_of
from secondhand.importing.checking import check_notebook
from secondhand.notes.correction import Correction
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from secondhand.notes.notebook_record import notebook_of
from secondhand.record import FORMAT
from secondhand.safe_text import replace_surrogates

Known = Callable[[str], Notebook | None]
"""what leads from the address of an article to what is kept of it"""
_UNKNOWN = "Only json, jsonl and annotation (JSON-LD) can be imported, this is no JSON: export it so."
_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]").search
_DAMAGED = (KeyError, TypeError, ValueError, AttributeError, LookupError, OverflowError)


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held."""

    notebooks: tuple[Notebook, ...]
    """articles, each with the marks that came with it"""
    problems: tuple[str, ...]
    """what could not be taken over and why, a line each"""

    @property
    def marks(self) -> int:
        """How many highlights and corrections there are."""
        return sum(len(n.highlights) + len(n.orphans) + len(n.corrections) for n in self.notebooks)


def read(text: str, known: Known) -> Imported:
    """Return what ``text`` holds; ``known`` finds the articles that annotations of other tools are of.

    Raises FormatError where it is no JSON at all.
    """
    notebooks: list[Notebook] = []
    problems: list[str] = []
    annotations: list[tuple[Node, dict[str, Notebook]]] = []
    for number, value in enumerate(_split_values(text), 1):
        try:
            if _is_record(value):
                notebooks.append(check_notebook(notebook_of(value)))
            else:
                own = {
                    name: check_notebook(Notebook(article)) for name, article in articles_of(value).items()
                }
                annotations += ((node, own) for node in nodes_of(value))
        except _DAMAGED as error:
            problems.append(f"part {number} is neither an export of secondhand nor an annotation: {error}")
    found, lost = _place_marks(annotations, cache(known))
    return Imported((*notebooks, *found), (*problems, *lost))


def _split_values(text: str) -> Iterator[Any]:
    """Yield the things ``text`` holds: its one value, those of its list, or one a line."""
    try:
        whole = _load(text)
    except (ValueError, RecursionError):
        try:
            whole = [_load(line) for line in text.split("\n") if line.strip()]
        except (ValueError, RecursionError):
            whole = []
        if not whole:
            raise FormatError(_UNKNOWN) from None
    yield from whole if isinstance(whole, list) else [whole]


def _load(text: str) -> Any:
    """Return the value that JSON ``text`` is; raises ValueError, for numbers that are none too."""
    value = json.loads(text, parse_float=_read_number, parse_constant=_read_number)
    if not _HALF(text):
        return value
    # Half a character can neither be kept nor shown.
    return json.loads(replace_surrogates(json.dumps(value, ensure_ascii=False)))


def _read_number(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(f"no number: {written}")
    return number


def _is_record(value: Any) -> bool:
    """Return whether ``value`` is an export of ours; raises ValueError where it is a newer one."""
    if not isinstance(value, dict):
        raise TypeError("it is no JSON object")
    form = value.get("format")
    if isinstance(form, str) and form != FORMAT and form.startswith(FORMAT.partition("/")[0]):
        raise ValueError(f"it is in the format {form}; this version reads {FORMAT}")
    return bool(form == FORMAT)


def _place_marks(
    annotations: list[tuple[Node, dict[str, Notebook]]], known: Known
) -> tuple[list[Notebook], list[str]]:
    """Return the notebooks of the articles that ``annotations`` are of, and what is wrong with the rest."""
    found: dict[str, Notebook] = {}
    problems: Counter[str] = Counter()
    homeless: Counter[str] = Counter()
    for node, own in annotations:
        try:
            source = source_of(node)
            notebook = own.get(source) or known(source)
            if notebook is None:
                homeless[source] += 1
            elif mark := read_mark(node, notebook):
                found[source] = _add_mark(found.get(source) or Notebook(notebook.article), mark)
        except _DAMAGED as error:
            problems[f"cannot be read: {error}"] += 1
    for source, count in homeless.items():
        problems[f"of {source}, which is not in the library: open it once, then import again"] = count
    messages = (f"{n} annotation{'s' * (n != 1)} {why}" for why, n in problems.items())
    return list(found.values()), list(messages)


def _add_mark(notebook: Notebook, mark: Highlight | Correction) -> Notebook:
    if isinstance(mark, Highlight):
        return replace(notebook, highlights=(*notebook.highlights, mark))
    return replace(notebook, corrections=(*notebook.corrections, mark))
