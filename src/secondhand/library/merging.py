"""A notebook from elsewhere → what it changes here: nothing of the reader's is replaced unsaid or lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from sqlite3 import Connection
from typing import Literal

from secondhand.article import Article
from secondhand.library.editions import encode_article, put_edition
from secondhand.library.fingerprint import content_hash, is_same_text, text_hash
from secondhand.library.matching import find_entry
from secondhand.library.stored_analyses import encode_analysis, put_analysis, read_analysis
from secondhand.library.stored_articles import enter_article, read_article
from secondhand.library.stored_marks import decode_mark, put_mark
from secondhand.notes.edit import Edit, Mark
from secondhand.notes.notebook import Notebook
from secondhand.notes.settling import find_words
from secondhand.notes.versions import give_other_id, places_of, reconcile, version_of


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a merge does."""

    what: Literal["new", "changed", "beside", "other text", "claims", "back"]
    """a mark that was not there; one that is newer; one kept beside another version of it; a text that is not
    taken over, because the library has another one of the article; claims of an article that was never
    analysed here; an article that had been deleted"""
    article: Article
    """as the library has it"""
    edit: Edit | None = None
    """what became of the mark, where it is about one; for one kept beside another, that one and it"""


def merge(ask: Connection, notebook: Notebook, now: datetime) -> tuple[Change, ...]:
    """Take over the marks of ``notebook``, and its article where there is none; return what that changed.

    The text, title and address of an article that is there stay as they are: only opening it changes them.
    """
    entry, changes = _enter(ask, notebook, now)
    article = read_article(ask, entry).article
    every: tuple[Mark, ...] = (*notebook.highlights, *notebook.orphans, *notebook.corrections)
    for mark in every:
        changes += _merge_mark(ask, entry, article, mark, now)
    return tuple(changes)


def _enter(ask: Connection, notebook: Notebook, now: datetime) -> tuple[int, list[Change]]:
    """Return the entry of the notebook's article, and what had to be done or left for that."""
    opened = min(notebook.opened or now, now)
    entry = find_entry(ask, notebook.article, trust_url=True)
    if entry is None:
        entry = enter_article(ask, notebook.article, opened)
        _keep_analysis(ask, entry, notebook)
        return entry, []
    kept = read_article(ask, entry)
    changes = []
    if ask.execute("SELECT deleted FROM article WHERE entry = ?", (entry,)).fetchone()[0]:
        changes.append(Change("back", kept.article))
    if not is_same_text(kept.article.text, notebook.article.text):
        changes.append(Change("other text", kept.article))
        theirs = notebook.article
        put_edition(ask, entry, encode_article(theirs), text_hash(theirs.text), now)
    last = max(kept.opened, opened).isoformat(timespec="microseconds")
    ask.execute("UPDATE article SET deleted = NULL, opened = ? WHERE entry = ?", (last, entry))
    if _keep_analysis(ask, entry, notebook):
        changes.append(Change("claims", kept.article))
    return entry, changes


def _keep_analysis(ask: Connection, entry: int, notebook: Notebook) -> bool:
    """Keep what was found in the same text, where it was never analysed here; return whether it was kept."""
    content = read_article(ask, entry).content
    same = content == content_hash(notebook.article)
    if not notebook.found or not same or read_analysis(ask, entry, content):
        return False
    put_analysis(ask, entry, notebook.found, encode_analysis(notebook.found))
    return read_analysis(ask, entry, content) is not None


def _merge_mark(ask: Connection, entry: int, article: Article, mark: Mark, now: datetime) -> Iterator[Change]:
    """Take over ``mark``, and yield what that changed."""
    kept = _find_mark(ask, mark.id)
    if kept and not (kept[0] == entry and _same_words(article.text, kept[1], mark)):
        # What bears the id of a mark but is on other words, or in another article, is another mark.
        mark = give_other_id(mark)
        kept = _find_mark(ask, mark.id)
    if kept is None:
        put_mark(ask, entry, mark)
        yield Change("new", article, Edit(None, mark))
        return
    ours = kept[1]
    merged, beside = reconcile(ours, mark, now)
    if merged != ours:
        put_mark(ask, entry, merged)
    if version_of(merged) != version_of(ours):
        yield Change("changed", article, Edit(ours, merged))
    if beside and not _find_mark(ask, beside.id):
        put_mark(ask, entry, beside)
        yield Change("beside", article, Edit(merged, beside))


def _find_mark(ask: Connection, mark_id: str) -> tuple[int, Mark] | None:
    """Return the entry and the mark that are kept under ``mark_id``, or None where none can be read."""
    found = ask.execute("SELECT entry, kind, record FROM mark WHERE id = ?", (mark_id,)).fetchone()
    if not found:
        return None
    entry, kind, record = found
    try:
        return entry, decode_mark(kind, record)
    except ValueError:
        return None


def _same_words(text: str, ours: Mark, theirs: Mark) -> bool:
    """Return whether both are marks of one kind on the same words of ``text``."""
    if type(ours) is not type(theirs):
        return False
    mine, yours = find_words(text, places_of(ours)), find_words(text, places_of(theirs))
    if mine is None or yours is None:
        return [anchor.exact for anchor in places_of(ours)] == [anchor.exact for anchor in places_of(theirs)]
    return mine == yours
