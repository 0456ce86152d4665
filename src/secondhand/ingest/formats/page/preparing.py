"""The tree of a page made ready: its links absolute, quotes with their marks, what is no text out."""

from __future__ import annotations

import re
from typing import Any, Final

from secondhand.ingest.formats.textbuilder import absolute, is_web_address

_TO_DROP: Final = (
    "//del | //s | //strike | //table[not(.//p) and not(.//td[string-length(normalize-space()) > 200])]"
)
"""struck words, and tables that hold figures rather than the page"""
_UNSEEN: Final = (
    "//a//span[contains(@class, 'visually-hidden') or contains(@class, 'visuallyhidden') or "
    "contains(@class, 'sr-only') or contains(@class, 'screen-reader-text')]"
)
"""what links say to those who cannot see where they open, by what frameworks call it"""
_EDITS: Final = (
    "//span[contains(concat(' ', @class, ' '), 'editsection ')] | "
    "//a[contains(@href, 'action=edit') and contains(@href, 'section=')]"
)
"""what MediaWiki puts beside headings to change a section, and the links in it"""
_CLOCK: Final = re.compile(r"\s*[012]?\d[:.h][0-5]\d(?:\s*[ap]\.?m\.?)?\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[\[(]?\d{1,3}[\])]?")
"""the number of a footnote"""
_NOTE_MARK: Final = re.compile(r"[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?|[#¶§🔗↩︎\s]+")


def find_own_address(tree: Any) -> str | None:
    """Return the address the page ``tree`` gives as its own."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(url) for url in found if is_web_address(url)), None)


def find_base(tree: Any, url: str | None) -> str | None:
    """Return what the relative links of the page ``tree`` from ``url`` start at."""
    return absolute(url, str(tree.xpath("string(//base/@href)"))) or url


def prepare_page(tree: Any) -> None:
    """Make the page ``tree`` ready to be read."""
    _drop_note_marks(tree)
    _drop_edits(tree)
    for unseen in tree.xpath(_UNSEEN):
        unseen.drop_tree()
    _unwrap_layout(tree)
    _part_times(tree)
    _part_clocks(tree)
    for quote in tree.xpath("//q"):
        if not quote.text_content().lstrip().startswith(('"', "“", "'", "‘")):
            quote.text = "“" + (quote.text or "")
            quote.tail = "”" + (quote.tail or "")
        quote.drop_tag()
    for lost in tree.xpath(_TO_DROP):
        lost.drop_tree()
    for letter in tree.xpath("//span[@aria-hidden='true'][string-length(normalize-space()) = 1]"):
        after = letter.getnext()
        if after is not None and (after.text_content() or "").lstrip().startswith(
            letter.text_content().strip()
        ):
            letter.drop_tree()


def _part_times(tree: Any) -> None:
    """Make a line of its own of a time that only style parts from what stands beside it."""
    for time in tree.iter("time"):
        after, around = time.getnext(), time.getparent()
        beside = after is not None and after.tag in {"a", "span", "strong"} and not (time.tail or "").strip()
        if beside and around is not None and around.tag in {"div", "header", "li"}:
            time.tag = "div"


def _part_clocks(tree: Any) -> None:
    """Make a line of its own of a time of day that nothing but style parts from the words before it."""
    for span in tree.iter("span"):
        if _CLOCK.fullmatch(span.text or ""):
            before = span.getprevious()
            if (
                before is not None
                and before.tag == "span"
                and not before.tail
                and before.text_content().strip()
            ):
                span.tag = "div"


def _unwrap_layout(tree: Any) -> None:
    """Make boxes of the tables that hold most of the page: old pages are laid out in tables in tables."""
    whole = len(tree.text_content())
    for table in tree.xpath("//table"):
        if 2 * len(table.text_content()) > whole:
            for part in table.xpath(". | ./tr | ./tr/td | ./tbody | ./tbody/tr | ./tbody/tr/td"):
                part.tag = "div"


def _drop_edits(tree: Any) -> None:
    """Drop what changes a section of a page, with the brackets around it; not a link within a sentence."""
    for edit in tree.xpath(_EDITS):
        before, around = edit.getprevious(), edit.getparent()
        if around is None:
            continue
        words = ((around.text if before is None else before.tail) or "").rstrip()
        after = (edit.tail or "").lstrip()
        if words.endswith("[") and after.startswith("]"):
            edit.tail = after[1:]
            if before is None:
                around.text = words[:-1]
            else:
                before.tail = words[:-1]
        elif edit.tag == "a":
            continue
        edit.drop_tree()


def _drop_note_marks(tree: Any) -> None:
    """Drop the numbers of footnotes and the signs beside headings that lead to a place on the same page."""
    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        around = link.getparent()
        signed = around is not None and (
            around.tag == "sup" or around.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
        )
        mark = "".join(link.itertext()).strip()
        if signed and _NOTE_MARK.fullmatch(mark):
            (around if around.tag == "sup" and len(around) == 1 else link).drop_tree()
        elif around is not None and _NUMBER.fullmatch(mark) and _is_glued(link):
            link.drop_tree()


def _is_glued(link: Any) -> bool:
    """Return whether a word or a sign stands right before ``link``, as before the number of a footnote."""
    before = link.getprevious()
    words = (link.getparent().text if before is None else before.tail) or ""
    return bool(words) and not words[-1].isspace()
