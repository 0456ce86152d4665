"""Characters → tokens. ``Doc.char_span`` walks the whole Doc at each call; this looks up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Span


class Aligner:
    """Finds the tokens that hold stretches of one Doc's text."""

    def __init__(self, doc: Doc) -> None:
        """Take the Doc's token offsets once."""
        self.doc = doc
        self.starts: list[int] = doc.to_array("IDX").tolist()

    def align(self, start: int, end: int, label: str = "", span_id: str = "") -> Span | None:
        """Return the whole tokens that hold ``text[start:end]``, or None where there are none."""
        first = max(0, bisect_right(self.starts, start) - 1)
        last = bisect_left(self.starts, end)
        if first >= last:
            return None
        return Span(self.doc, first, last, label=label, span_id=span_id)
