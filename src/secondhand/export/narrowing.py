"""All that was made of an article → what was made since a day, or under a tag."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondhand.export.what import What
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook


def narrow(notebook: Notebook, since: date | None = None, tag: str | None = None) -> Notebook | None:
    """Return ``notebook`` with only the highlights changed since a day (UTC) that have ``tag``.

    None where nothing is left of it. Corrections stay as they are: claims follow from all of them.
    """
    if since is None and tag is None:
        return notebook

    def is_wanted(mark: Highlight) -> bool:
        return (since is None or mark.changed.date() >= since) and (tag is None or tag in mark.tags)

    highlights = tuple(filter(is_wanted, notebook.highlights))
    orphans = tuple(filter(is_wanted, notebook.orphans))
    corrected = tag is None and any(since is None or c.created.date() >= since for c in notebook.corrections)
    if not (highlights or orphans or corrected):
        return None
    return replace(notebook, highlights=highlights, orphans=orphans)


def keep_first(notebook: Notebook, what: What, most: int) -> Notebook:
    """Return ``notebook`` with no more than ``most`` paragraphs, claims and marks, the first of ``what``.

    The first lines of an export follow from these, however much there is.
    """
    highlights = [mark for mark in notebook.highlights if what != "notes" or mark.note.strip()]
    orphans = [mark for mark in notebook.orphans if what != "notes" or mark.note.strip()]
    found = notebook.found
    return replace(
        notebook,
        article=replace(notebook.article, paragraphs=notebook.article.paragraphs[:most]),
        found=replace(found, claims=found.claims[:most]) if found else None,
        highlights=tuple(highlights[:most]),
        orphans=tuple(orphans[:most]),
    )
