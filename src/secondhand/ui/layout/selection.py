"""Words being selected: by word, by sentence, or up to any place. Pure state, no screen."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from secondhand.abbreviations import ends_in_abbreviation
from secondhand.article import Article

Range = tuple[int, int]

# Scripts written without spaces: every character is a word.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = rf"[{_ALONE}]|[^\W{_ALONE}](?:[^\W{_ALONE}]|[\u0300-\u036f]|['’.,\-](?=\w))*"
_SENTENCE_END = r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z])|[。！？]+[」』）”]*|\n{2,}"
# They are compiled where they are used: the first paint need not wait for it.


@dataclass(frozen=True, slots=True)
class Selection:
    """A word to begin at, and once it is set, what lies between it and the word one has moved to."""

    words: Sequence[Range]
    """every word of the article, in reading order"""
    sentences: Sequence[Range]
    """every sentence of the article, in reading order"""
    head: Range
    """the word one is at"""
    begun: Range | None = None
    """where the selection was begun; None while one looks for its beginning"""

    @property
    def start(self) -> int:
        """Offset of the first character selected."""
        return min(self.head[0], self.begun[0]) if self.begun else self.head[0]

    @property
    def end(self) -> int:
        """Offset after the last character selected."""
        return max(self.head[1], self.begun[1]) if self.begun else self.head[1]

    def begin(self) -> Selection:
        """Begin at the word one is at."""
        return replace(self, begun=self.head)

    def turn(self) -> Selection:
        """Return it with the other end to move."""
        return replace(self, head=self.begun, begun=self.head) if self.begun else self

    def by_word(self, step: int) -> Selection:
        """Move to the next word (1) or the one before (-1)."""
        if step > 0:
            at = bisect_left(self.words, self.head[1], key=lambda word: word[0])
        else:
            at = bisect_right(self.words, self.head[0], key=lambda word: word[1]) - 1
        return replace(self, head=self.words[at]) if 0 <= at < len(self.words) else self

    def by_sentence(self, step: int) -> Selection:
        """Move to the end of a sentence (1) or to its beginning (-1); there, to that of the next one.

        While one looks for where to begin, to the beginning of the next sentence or the one before.
        """
        at = self._sentence
        if step > 0 and self.begun is None:
            return self._to_beginning([s for s in self.sentences[at:] if s[0] > self.head[0]][:1])
        if step < 0:
            return self._to_beginning([s for s in self.sentences[: at + 1] if s[0] < self.head[0]][-1:])
        ahead = [s for s in self.sentences[at:] if s[1] > self.head[1]]
        if not ahead:
            return self
        rest = [word for word in self._words_in(ahead[0]) if word[1] > self.head[1]]
        return replace(self, head=(rest[-1][0] if rest else self.head[1], ahead[0][1]))

    def _to_beginning(self, found: Sequence[Range]) -> Selection:
        """Move to the first word of the sentence ``found``, with the marks before it; stay without one."""
        for start, end in found:
            words = self._words_in((start, end))
            return replace(self, head=(start, words[0][1] if words else end))
        return self

    def sentence(self) -> Selection:
        """Take the whole sentence one is in; where that is taken, the next one besides."""
        start, end = self.sentences[self._sentence]
        if self.begun and self.start <= start and self.end >= end:
            return self.by_sentence(1)
        return replace(self, begun=(start, start), head=(max(start, self.head[0]), end))

    def to(self, offset: int) -> Selection:
        """Move to the word at ``offset``, or the nearest one before it (the first at least)."""
        at = bisect_right(self.words, offset, key=lambda word: word[0]) - 1
        return replace(self, head=self.words[max(0, at)])

    @property
    def _sentence(self) -> int:
        """Which sentence one is in."""
        return max(0, bisect_right(self.sentences, self.head[0], key=lambda s: s[0]) - 1)

    def _words_in(self, sentence: Range) -> Sequence[Range]:
        """Return the words of ``sentence``."""
        first = bisect_left(self.words, sentence[0], key=lambda word: word[0])
        return self.words[first : bisect_left(self.words, sentence[1], key=lambda word: word[0])]


def select(article: Article, offset: int) -> Selection | None:
    """Return a selection that may begin at the word at ``offset``; None where the article has no words."""
    words, sentences = _units(article)
    return Selection(words, sentences, words[0]).to(offset) if words else None


@lru_cache(maxsize=2)
def _units(article: Article) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Return the words and the sentences of ``article``, paragraph by paragraph."""
    words: list[Range] = []
    sentences: list[Range] = []
    for paragraph in article.paragraphs:
        text = article.text[paragraph.start : paragraph.end]
        words.extend(
            (paragraph.start + m.start(), paragraph.start + m.end()) for m in re.finditer(_WORD, text)
        )
        sentences.extend((paragraph.start + a, paragraph.start + b) for a, b in sentences_of(text))
    return tuple(words), tuple(sentences)


def sentences_of(text: str) -> list[Range]:
    """Return the sentences of ``text`` by its punctuation, without the white space between them."""
    cuts = [m.end() for m in re.finditer(_SENTENCE_END, text) if not ends_in_abbreviation(text, m.end())]
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        stretch = text[start:end]
        if stretch.strip():
            found.append((start + len(stretch) - len(stretch.lstrip()), start + len(stretch.rstrip())))
    return found
