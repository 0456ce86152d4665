"""Notebooks → text in the format of a name; a third party adds formats through an entry point.

An entry point of the group "secondhand.formats" leads to a module with ``SUFFIX`` and ``render``: see
``export/form.py``, and any of ``export/formats/``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from secondhand.errors import OptionError, SecondhandError
from secondhand.export.form import Form, Options, Traits
from secondhand.export.items import list_items
from secondhand.export.what import What
from secondhand.files import read_text
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import clean, replace_surrogates

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "secondhand.formats"


def list_formats() -> tuple[str, ...]:
    """Return the names of all formats, those of others among them."""
    return tuple(sorted(_find_formats()))


def describe(form: str) -> Traits:
    """Return what the format ``form`` says of itself; raises OptionError where there is none of that name."""
    found = _load(form)
    known: dict[str, Any] = {
        field.name: getattr(found, field.name.upper(), field.default) for field in fields(Traits)
    }
    if not isinstance(known["suffix"], str) or not callable(getattr(found, "render", None)):
        raise OptionError(f"The format {form!r} is none: it lacks SUFFIX or render.")
    return Traits(**known)


def render(
    form: str,
    notebooks: Sequence[Notebook],
    what: What = "highlights",
    template: Path | None = None,
    speaker: str | None = None,
) -> str:
    """Return ``notebooks`` in the format ``form``, ``template`` being the user's own.

    With ``speaker`` only what somebody says whose name has these words, where the format does not hold all.

    Raises OptionError where there is no such format, nothing to export, or the template is at fault.
    """
    found, traits = _load(form), describe(form)
    if template and not traits.takes_template:
        raise OptionError(f"--format {form} takes no --template: leave one of them out.")
    every = (next(list_items(notebook, what, speaker), None) for notebook in notebooks)
    if not traits.holds_all and not any(every):
        by = f" by “{clean(speaker)}”" if speaker else ""
        raise OptionError(
            f"There is nothing to export: no {what}{by}. Try --what claims, or another article."
        )
    options = Options(what, speaker, _template(template))
    if _find_formats()[form].value.startswith("secondhand."):
        text = found.render(notebooks, options)
    else:
        text = _render_theirs(form, found, notebooks, options)
    # What was kept before they were replaced at the door must not keep anything from being written.
    return replace_surrogates(text)


def _render_theirs(form: str, found: Form, notebooks: Sequence[Notebook], options: Options) -> str:
    """Return what a third party's format makes; raises OptionError whatever goes wrong there."""
    try:
        return found.render(notebooks, options)
    except SecondhandError:
        raise
    except Exception as error:
        raise OptionError(f"The format {form!r} failed: {error}") from error


def _load(name: str) -> Form:
    entry = _find_formats().get(name)
    if entry is None:
        raise OptionError(f"There is no format {name!r}. Choose one of: {', '.join(list_formats())}.")
    try:
        return cast("Form", entry.load())
    except Exception as error:
        # Whatever a third party's module does must not end in a traceback.
        raise OptionError(f"The format {name!r} cannot be loaded from {entry.value}: {error}") from error


@cache
def _find_formats() -> dict[str, EntryPoint]:
    # Only now: this import would hold up the reader's first paint.
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _template(file: Path | None) -> str | None:
    return None if file is None else read_text(file, 1)
