"""Whether what was read from a file really is what its type says: files can hold anything."""

from __future__ import annotations

import re
import types
from dataclasses import is_dataclass
from math import isfinite
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Span
from secondhand.notes.notebook import Notebook

T = TypeVar("T")
_HALF = re.compile("[\ud800-\udfff]").search


def checked(notebook: Notebook) -> Notebook:
    """Return ``notebook`` where all of it is of its type and in its text, else raise ValueError."""
    check(notebook)
    _check_places(notebook.article)
    if notebook.found:
        _check_claims(notebook.article, notebook.found)
    return notebook


def check(value: T) -> T:
    """Return the dataclass ``value`` where all its parts are of their types, else raise ValueError."""
    _check(value, type(value), type(value).__name__.lower())
    return value


def _check(value: Any, wanted: Any, name: str) -> None:
    """Raise ValueError where ``value`` is not of the type ``wanted``, or a part of it is not of its own."""
    if get_origin(wanted) is tuple:
        if not isinstance(value, tuple):
            raise ValueError(f"{name} is no list")
        for part in value:
            _check(part, get_args(wanted)[0], name)
    elif get_origin(wanted) in {Literal, Union, types.UnionType}:
        _check_choice(value, wanted, name)
    elif not _is(value, wanted):
        raise ValueError(f"{name} is {type(value).__name__}, not {getattr(wanted, '__name__', wanted)}")
    elif isinstance(value, Claim) and not (value.content and value.chain):
        raise ValueError("a claim has no content or no chain")
    elif is_dataclass(wanted):
        for field, kind in get_type_hints(wanted).items():
            _check(getattr(value, field), kind, field)


def _check_choice(value: Any, wanted: Any, name: str) -> None:
    choices = get_args(wanted)
    if get_origin(wanted) is Literal:
        if value not in choices:
            raise ValueError(f"{name} is none of {', '.join(choices)}")
    elif value is not None:
        _check(value, next(choice for choice in choices if choice is not type(None)), name)


def _is(value: Any, wanted: Any) -> bool:
    if wanted is float:
        return type(value) in {int, float} and isfinite(value)
    if wanted is int:
        return type(value) is int
    # Half a surrogate pair can neither be kept nor shown.
    return isinstance(value, wanted) and not (wanted is str and _HALF(value))


def _check_places(article: Article) -> None:
    after = 0
    for paragraph in article.paragraphs:
        if not after <= paragraph.start <= paragraph.end <= len(article.text):
            raise ValueError("its paragraphs are not in its text")
        after = paragraph.end


def _check_claims(article: Article, found: Analysis) -> None:
    if not all(0 <= claim.paragraph < len(article.paragraphs) for claim in found.claims):
        raise ValueError("a claim is in a paragraph that is not there")
    for span in _spans(found):
        if article.text[span.start : span.end] != span.text:
            raise ValueError(f"{span.text[:40]!r} is not where it is said to be")


def _spans(analysis: Analysis) -> list[Span]:
    mentions = [span for speaker in analysis.speakers for span in speaker.mentions]
    shown = [span for claim in analysis.claims for link in claim.chain for span in link.evidence]
    return [*mentions, *shown, *(span for claim in analysis.claims for span in claim.parts)]
