"""One article with all that is known of it and all that its reader made: what is shown and exported."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from secondhand.article import Article
from secondhand.claim import Analysis
from secondhand.notes.by_paragraph import Groups, group_highlights, reading_order, regroup_highlight
from secondhand.notes.correction import Correction
from secondhand.notes.edit import Edit, Mark
from secondhand.notes.highlight import Highlight


@dataclass(frozen=True)
class Notebook:
    """An article, its claims, and the reader's marks on them."""

    article: Article
    found: Analysis | None = None
    """its claims as the model has them; None where it was never analysed whole"""
    highlights: tuple[Highlight, ...] = ()
    """those found in the text, in reading order, their anchors being where they are now"""
    orphans: tuple[Highlight, ...] = ()
    """those whose words are not in the text any more, as they were made"""
    corrections: tuple[Correction, ...] = ()
    """in the order they were made"""
    opened: datetime | None = None
    """when it was last read, UTC"""

    @property
    def analysis(self) -> Analysis | None:
        """Its claims, the reader's corrections applied: worked out at every call."""
        if self.found is None or not self.corrections:
            return self.found
        # Only now: opening an article need not wait for it.
        from secondhand.notes.correcting import apply_corrections

        return apply_corrections(self.article, self.found, self.corrections)

    @cached_property
    def by_paragraph(self) -> Groups:
        """The highlights by the paragraphs they have words in: worked out once, then edited along."""
        return group_highlights(self.article, self.highlights)

    def apply(self, edit: Edit) -> Notebook:
        """Return the notebook after ``edit``; a highlight whose words are not where it says is an orphan."""
        edited_id = edit.id
        before = next((h for h in self.highlights if h.id == edited_id), None)
        highlights = [h for h in self.highlights if h is not before]
        orphans = [h for h in self.orphans if h.id != edited_id]
        corrections = [c for c in self.corrections if c.id != edited_id]
        after = None
        if isinstance(edit.after, Highlight):
            after = edit.after if self._holds(edit.after) else None
            if after is None:
                orphans.append(edit.after)
            else:
                insort(highlights, after, key=reading_order)
        elif isinstance(edit.after, Correction):
            corrections.append(edit.after)
            corrections.sort(key=lambda c: c.created)
        edited = replace(
            self, highlights=tuple(highlights), orphans=tuple(orphans), corrections=tuple(corrections)
        )
        # To group tens of thousands anew would keep every key waiting that changes one of them.
        if "by_paragraph" in self.__dict__:
            groups = regroup_highlight(self.article, self.by_paragraph, before, after)
            edited.__dict__["by_paragraph"] = groups
        return edited

    def _holds(self, highlight: Highlight) -> bool:
        """Return whether the words of ``highlight`` stand in the text where it says."""
        return all(self.article.text[a.start : a.end] == a.exact for a in highlight.anchors)

    def mark(self, mark_id: str) -> Mark | None:
        """Return the highlight, orphan or correction with ``mark_id``, or None."""
        every: tuple[Mark, ...] = (*self.highlights, *self.orphans, *self.corrections)
        return next((mark for mark in every if mark.id == mark_id), None)
