"""Facts that travel up from the widgets and the analysis to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from secondhand.claim import Claim
from secondhand.session import ClaimIndex


@dataclass
class ParagraphSelected(Message):
    """The reader went to a paragraph."""

    paragraph: int
    """index into ``Article.paragraphs``"""


@dataclass
class ClaimSelected(Message):
    """The reader chose a claim."""

    claim: Claim


@dataclass
class Learnt(Message):
    """The analysis has come further."""

    index: ClaimIndex
    """all that is known by now"""
    read: frozenset[int]
    """indices of the paragraphs that have been read"""
    done: int
    """windows read"""
    total: int
    """windows in the whole article"""


@dataclass
class Finished(Message):
    """The analysis is whole."""


@dataclass
class Failed(Message):
    """The analysis ended early."""

    problem: str
    """one line for the reader: what went wrong"""
