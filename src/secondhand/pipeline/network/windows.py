"""Text → what the encoder reads: word pieces in windows of whole paragraphs.

A word is what WordPiece calls one (a run of letters and digits, or a single other character). The heads
answer once a word, so that nothing they say can cut one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from secondhand.quotations import find_outermost, mark_states

Ints = npt.NDArray[np.int64]

LIMIT = 320
"""word pieces in a window, [CLS] and [SEP] included"""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph (or a part of a very long one) in word pieces."""

    paragraph: int
    """index of the paragraph"""
    ids: Ints
    """piece ids, shape (pieces,)"""
    features: Ints
    """case (0 … 3), quotation state (0 … 3) and paragraph start (0, 1) of each piece, shape (pieces, 3)"""
    first: Ints
    """index of each word's first piece, shape (words,)"""
    offsets: Ints
    """start and end of each word in the text, shape (words, 2)"""
    quotations: tuple[tuple[int, int], ...]
    """start and end of the outermost quotations that begin here"""


@dataclass(frozen=True, slots=True)
class Window:
    """What one encoder pass reads."""

    ids: Ints
    features: Ints
    first: Ints
    offsets: Ints
    paragraphs: Ints
    """paragraph index of each word, shape (words,)"""
    quotations: tuple[tuple[int, int], ...]
    """start and end of the outermost quotations"""
    context: int = 0
    """leading words that are there to be read, and belong to the window before"""

    def list_paragraphs(self) -> tuple[int, ...]:
        """Return the paragraphs whose words the window is read for."""
        return tuple(np.unique(self.paragraphs[self.context :]).tolist())


def find_end_ids(tokenizer: Tokenizer) -> tuple[int, int]:
    """Return the ids of [CLS] and [SEP]; raises ValueError where the tokenizer has none."""
    begin, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    if begin is None or end is None:
        raise ValueError("the tokenizer has no [CLS] and [SEP]")
    return begin, end


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every line of ``text`` that holds something."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def make_blocks(
    tokenizer: Tokenizer, text: str, spans: Sequence[tuple[int, int]], *, limit: int = LIMIT
) -> Iterator[Block]:
    """Yield the paragraphs ``spans`` of ``text`` in word pieces, none longer than a window holds."""
    encodings = tokenizer.encode_batch([text[s:e] for s, e in spans], add_special_tokens=False)
    for index, ((start, end), encoding) in enumerate(zip(spans, encodings, strict=True)):
        block = _make_block(text, index, start, end, encoding)
        yield from _split_block(block, limit - 2)


def _make_block(text: str, index: int, start: int, end: int, encoding: Encoding) -> Block:
    words = np.array([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    first = np.flatnonzero(np.diff(words, prepend=-2)) if len(words) else np.zeros(0, np.int64)
    last = np.append(first[1:], len(words)) - 1 if len(first) else first
    spans = np.stack([offsets[first, 0], offsets[last, 1]], axis=1) if len(first) else offsets
    marks = find_outermost(text, [(start, end)])
    state = np.frombuffer(mark_states(marks, start, end), dtype=np.uint8)
    case = np.array([_read_case(text[start + s : start + e]) for s, e in spans.tolist()], dtype=np.int64)
    features = np.zeros((len(words), 3), dtype=np.int64)
    if len(first):
        features[:, 0] = np.repeat(case, np.diff(np.append(first, len(words))))
        features[:, 1] = state[offsets[:, 0]]
        features[0, 2] = 1
    spans = spans + start
    if not text.isascii():
        spans[:, 1] = [_find_word_end(text, at, end) for at in spans[:, 1].tolist()]
    quoted = tuple((q.start, q.end) for q in marks)
    return Block(index, np.array(encoding.ids, dtype=np.int64), features, first, spans, quoted)


def _find_word_end(text: str, at: int, end: int) -> int:
    """Where a word that the tokenizer ends at ``at`` ends with its combining marks."""
    while at < end and unicodedata.combining(text[at]):
        at += 1
    return at


def _read_case(word: str) -> int:
    if word.islower():
        return 0
    if not any(map(str.isalpha, word)):
        return 3
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() else 0


def _split_block(block: Block, room: int) -> Iterator[Block]:
    """Cut a block that no window holds, at a word."""
    if len(block.ids) <= room:
        if len(block.ids):
            yield block
        return
    edges = np.append(block.first, len(block.ids))
    begin = 0
    while begin < len(block.first):
        stop = int(np.searchsorted(edges, edges[begin] + room, side="right")) - 1
        stop = max(stop, begin + 1)
        lo, hi = int(edges[begin]), min(int(edges[stop]), int(edges[begin]) + room)
        yield Block(
            block.paragraph,
            block.ids[lo:hi],
            block.features[lo:hi],
            block.first[begin:stop] - lo,
            block.offsets[begin:stop],
            block.quotations,
        )
        begin = stop


def cut_windows(
    blocks: Sequence[Block], ends: tuple[int, int], *, limit: int = LIMIT, context: int = 0
) -> list[Window]:
    """Pack ``blocks`` into windows of at most ``limit`` pieces, in order.

    ``ends`` are the ids of [CLS] and [SEP]. A window begins with the block before it again, to be read
    only, where that has at most ``context`` pieces.
    """
    out: list[Window] = []
    held: list[Block] = []
    lead = 0
    size = 2
    for block in blocks:
        if held and size + len(block.ids) > limit:
            out.append(_make_window(held, ends, lead))
            last = held[-1]
            lead = int(len(last.ids) <= context and len(last.ids) + len(block.ids) + 2 <= limit)
            held = [last] if lead else []
            size = 2 + sum(len(b.ids) for b in held)
        held.append(block)
        size += len(block.ids)
    if held:
        out.append(_make_window(held, ends, lead))
    return out


def _make_window(held: Sequence[Block], ends: tuple[int, int], lead: int) -> Window:
    starts = np.cumsum([1, *(len(b.ids) for b in held)])
    pad = np.zeros((1, 3), dtype=np.int64)
    return Window(
        np.concatenate([[ends[0]], *(b.ids for b in held), [ends[1]]]).astype(np.int64),
        np.concatenate([pad, *(b.features for b in held), pad]),
        np.concatenate([b.first + s for b, s in zip(held, starts, strict=False)]),
        np.concatenate([b.offsets for b in held]),
        np.concatenate([np.full(len(b.first), b.paragraph) for b in held]),
        tuple(dict.fromkeys(q for b in held for q in b.quotations)),
        len(held[0].first) if lead else 0,
    )
