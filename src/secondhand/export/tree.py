"""Claims by paragraph, nested ones under their parent, with stance and chain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TextIO

from rich.text import Text
from rich.tree import Tree

from secondhand.article import Article
from secondhand.claim import Analysis, Claim, Link, Span, Stance
from secondhand.export.words import (
    format_attitude,
    format_heading,
    format_percent,
    join_words,
    make_console,
    speaker_name,
)
from secondhand.safe_text import clean
from secondhand.wording.explaining import explain_claim

_INDENT = "  "


@dataclass(frozen=True, slots=True)
class _Node:
    """A line of the tree and what hangs below it."""

    line: str
    below: tuple[_Node, ...] = ()
    style: str = ""


def write(article: Article, analysis: Analysis, out: TextIO, *, explain: bool = False) -> None:
    """Write a tree on a terminal, and the same lines indented by two spaces elsewhere.

    With ``explain`` it says below each claim how the model came to it.
    """
    screen = make_console(out)
    root = _Node(format_heading(article), tuple(_paragraphs(analysis, explain)), "bold")
    if screen.is_terminal:
        screen.print(_tree(root, Tree(Text(root.line, style=root.style))))
        screen.print()
    else:
        out.write("\n".join(_lines(root)) + "\n\n")


def _tree(node: _Node, tree: Tree) -> Tree:
    for child in node.below:
        _tree(child, tree.add(Text(child.line, style=child.style)))
    return tree


def _lines(node: _Node, depth: int = 0) -> Iterator[str]:
    yield _INDENT * depth + node.line
    for child in node.below:
        yield from _lines(child, depth + 1)


def _paragraphs(analysis: Analysis, explain: bool) -> Iterator[_Node]:
    outermost = (claim for claim in analysis.claims if claim.parent is None)
    for index, claims in groupby(outermost, key=lambda claim: claim.paragraph):
        yield _Node(f"paragraph {index + 1}", tuple(_claim(analysis, c, explain) for c in claims), "dim")


def _claim(analysis: Analysis, claim: Claim, explain: bool) -> _Node:
    speaker = analysis.speaker(claim)
    role = f", {clean(speaker.role)}" if speaker and speaker.role else ""
    who = f"{speaker_name(analysis, claim)}{role} · {format_percent(claim.confidence)}"
    parts = (
        _Node(join_words(claim.content)),
        _Node(_stance(claim.stance)),
        _Node(_chain(claim.chain)),
        *((_why(claim),) if explain else ()),
        *(_claim(analysis, nested, explain) for nested in analysis.children(claim)),
    )
    return _Node(who, parts, "bold")


def _why(claim: Claim) -> _Node:
    """Return how the model came to ``claim``, a line for each thing that led to it."""
    return _Node("why:", tuple(_Node(clean(reason.line)) for reason in explain_claim(claim)), "dim")


def _stance(stance: Stance) -> str:
    attitudes = (format_attitude(attitude) + _shown_by(attitude.evidence) for attitude in stance.attitudes)
    commitment = stance.commitment + _shown_by(stance.commitment_evidence)
    framing = f"article {stance.framing}" + _shown_by(stance.framing_evidence)
    return "stance: " + "; ".join((commitment, framing, *attitudes))


def _chain(chain: Iterable[Link]) -> str:
    return "through: " + " → ".join(map(_link, chain))


def _link(link: Link) -> str:
    known = ", ".join(part for part in (link.relation, link.when) if part)
    return f"{clean(link.name)} ({clean(known)}){_shown_by(link.evidence)}"


def _shown_by(evidence: Iterable[Span]) -> str:
    """Return the words of ``evidence`` between brackets, or nothing where there are none."""
    found = join_words(evidence)
    return f" [{found}]" if found else ""
