"""``RULES``: all there is to what happens between the heads and the claims, in order.

A rule is a function ``(Passage, nodes) → nodes`` whose name begins with a verb. Another package adds one by
an entry point in the group "secondhand_rules"; the component's config lists by name those that run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import is_

import catalogue

from secondhand.pipeline.network.attributions import Attribution
from secondhand.pipeline.network.read_window import Node
from secondhand.pipeline.rules.citing import join_citing
from secondhand.pipeline.rules.cue_edges import trim_cues
from secondhand.pipeline.rules.duplicates import drop_duplicates
from secondhand.pipeline.rules.embedded_claims import add_embedded_claims
from secondhand.pipeline.rules.headlines import split_at_headline
from secondhand.pipeline.rules.layout import add_laid_out
from secondhand.pipeline.rules.multi_paragraph_quotes import join_paragraphs
from secondhand.pipeline.rules.nesting import nest_claims
from secondhand.pipeline.rules.paragraph_kinds import apply_kinds
from secondhand.pipeline.rules.passage import Passage
from secondhand.pipeline.rules.self_attribution import drop_self_attributions
from secondhand.pipeline.rules.semicolons import continue_lists
from secondhand.pipeline.rules.sources import repair_sources
from secondhand.pipeline.rules.uncued_quotations import add_uncued_quotations
from secondhand.pipeline.rules.whole_quotations import keep_quotations_whole
from secondhand.spans import Range, overlaps

Rule = Callable[[Passage, Sequence[Node]], list[Node]]

RULES: tuple[Rule, ...] = (
    trim_cues,  # "declined to say" is "declined", and "to say" what was declined
    repair_sources,  # a source left out: the subject of the cue, or who stands after "by"
    join_citing,  # "The Post reported, citing officials, that …" is one claim, The Post's
    drop_duplicates,  # two cues for one thing said are one claim: "said in a statement that …"
    apply_kinds,  # a heading, a caption, somebody's post, where a page shows a paragraph as one
    split_at_headline,  # no claim runs from the headline into the body
    continue_lists,  # a list between semicolons is said whole
    keep_quotations_whole,  # a quotation is one claim's
    add_laid_out,  # turns of interviews, captions of quotations, headlines: "WALLACE: …", "Poll: …"
    add_uncued_quotations,  # a quotation that is a sentence by itself is said by the one who spoke before
    nest_claims,  # a claim inside another's content is its child
    join_paragraphs,  # each paragraph opens with a mark, only the last one closes
    add_embedded_claims,  # what a content attributes by its words: "his claim that …"
    drop_self_attributions,  # "I think" in one's own quotation is a hedge
)

Place = tuple[int, Range]
"""how deep an attribution is nested, and the cue of the claim around it"""
TOP: Place = (0, (0, 0))

registry = catalogue.create("secondhand", "rules", entry_points=True)
for _rule in RULES:
    registry.register(_rule.__name__, func=_rule)

NAMES = tuple(rule.__name__ for rule in RULES)
"""what ``RULES`` are called in a config"""


def find_rules(names: Iterable[str]) -> list[tuple[str, Rule]]:
    """Return the rules of those ``names``, each with its own; raises ValueError where there is none."""
    try:
        return [(name, registry.get(name)) for name in names]
    except catalogue.RegistryError:
        known = ", ".join(sorted({*NAMES, *registry.get_entry_points()}))
        unknown = ", ".join(name for name in names if name not in registry)
        raise ValueError(f"There is no rule {unknown}. There are: {known}.") from None


def apply_rules(passage: Passage, nodes: Sequence[Node], rules: Iterable[tuple[str, Rule]]) -> list[Node]:
    """Return ``nodes`` after ``rules``, each with the names of those that made, changed or moved it."""
    out = list(nodes)
    for name, rule in rules:
        before: defaultdict[Attribution, list[Place]] = defaultdict(list)
        for found, place in _list_places(out):
            before[found].append(place)
        out = [_note(name, node, before) for node in rule(passage, out)]
    return out


def _list_places(nodes: Sequence[Node], place: Place = TOP) -> Iterator[tuple[Attribution, Place]]:
    """Yield every attribution and where it stands."""
    for node in nodes:
        yield node.attribution, place
        yield from _list_places(node.children, (place[0] + 1, node.cue))


def _note(name: str, node: Node, before: Mapping[Attribution, Sequence[Place]], place: Place = TOP) -> Node:
    """Return ``node`` and those in it with ``name`` on each that did not stand so ``before``."""
    same = any(_is_same_place(place, was) for was in before.get(node.attribution, ()))
    below = place[0] + 1, node.cue
    children = tuple(_note(name, child, before, below) for child in node.children)
    if same and all(map(is_, children, node.children)):
        return node
    return replace(node, children=children, rules=node.rules if same else (*node.rules, name))


def _is_same_place(one: Place, other: Place) -> bool:
    """Say whether two places are as deep, and in the same claim: a rule may widen its cue."""
    return one[0] == other[0] and (one[1] == other[1] or overlaps(one[1], other[1]))
