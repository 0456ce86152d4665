"""From words found in the library to where they stand in the article."""

from __future__ import annotations

import re

from secondhand.library.word_index import Hit
from secondhand.ui.screens.reader import ReaderScreen
from secondhand.ui.widgets.find_bar import FindBar

_IN_TEXT = {"text", "claim", "speaker", "title"}
"""the kinds of a hit whose words stand in the text as well"""


def show_hit(reader: ReaderScreen, hit: Hit) -> None:
    """Let ``reader`` go to ``hit``; where its words stand in the text, they are looked for there."""
    reader.session = reader.session.move_to(reader.article.paragraph_at(hit.start))
    words = dict.fromkeys(piece.casefold() for piece, is_hit in hit.pieces if is_hit)
    if hit.kind not in _IN_TEXT or not words:
        return
    pattern = "|".join(map(re.escape, words))
    reader.query(FindBar).remove()
    reader.finding.begin()
    reader.mount(FindBar(pattern, writing=False), before="Footer")
    reader.finding.look_for(pattern)
