"""Texts that ask for trouble: words that mean something to the rules, characters that hide or steer."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)
"""the same examples each time, and few of them"""

ESCAPES = ("\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\b\b\b", "\r", "\x00", "\x7f")
HIDDEN = ("\u202e", "\u2066", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u2028", "\x85", "\u3164")
MARKUP = (
    "[red]",
    "[/]",
    "[@click=app.quit]x[/]",
    "<script>",
    "**",
    "`",
    "](javascript:x)",
    "{{ 1 }}",
    "&lt;",
)
NAMES = (
    "Ann Lee",
    "Lee",
    "Bob",
    "the minister",
    "officials",
    "CNN",
    "The Bugle",
    "she",
    "they",
    "who",
    "IAEA",
)
CUES = (
    *("said", "told CNN", "denied", "claimed", "according to", "citing", "reportedly", "asked whether"),
    *("believes", "added", "who knows", "could", "may not", "wrote on Monday that", "said:", "is quoted by"),
)
PLAIN = ("it rains", "the port is closed", "on Tuesday", "last week", "that", "of", "and", "4%", "U.S.")
MARKS = (
    '"',
    "“",
    "”",
    "'",
    "’",
    "«",
    "»",
    "‘",
    "—",
    "-",
    ",",
    ".",
    "?",
    "…",
    ":",
    ";",
    "(",
    ")",
    "/",
    "\n",
    "\n\n",
)

pieces = st.sampled_from([*NAMES, *CUES, *PLAIN, *MARKS, " ", "  ", *ESCAPES, *HIDDEN, *MARKUP])
strange = st.text(st.characters(exclude_categories=()), min_size=1, max_size=6)
texts = st.lists(pieces | strange | st.sampled_from([*NAMES, *CUES, *MARKS]), max_size=40).map(" ".join)
"""any text; halves of surrogate pairs too, which JSON can spell"""
words = st.lists(pieces | strange, min_size=1, max_size=5).map(lambda found: f"a{' '.join(found)}.")
"""some of it, as a name or a title: never blank"""
