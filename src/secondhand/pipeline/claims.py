"""The component that makes claims of attributions: ``RULES`` in order, then reading order and confidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from secondhand.claim import Claim, Span, Stance, Trace
from secondhand.pipeline.doc import raw_attributions, state
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.network.attributions import Attribution, estimate_confidence
from secondhand.pipeline.network.read_window import Node, replace_attributions
from secondhand.pipeline.rules.order import NAMES, apply_rules, find_rules
from secondhand.pipeline.rules.passage import Passage, read_passage
from secondhand.pipeline.rules.rule_settings import DEFAULTS, RuleSettings
from secondhand.publication import publisher_link
from secondhand.quotations import kind_of


class ClaimMaker:
    """Applies the rules to what was read, and numbers what comes of it."""

    def __init__(self, name: str, rules: Sequence[str] = NAMES, settings: RuleSettings = DEFAULTS) -> None:
        """Take the names of the ``rules``, in order; raises ValueError where there is no rule of a name."""
        self.name = name
        self.rules = find_rules(rules)
        self.settings = settings

    def __call__(self, doc: Doc) -> Doc:
        """Set the claims of ``doc``, speakers and chains still open."""
        read = raw_attributions.load_attributions(doc)
        origin = state.load_origin(doc)
        passage = read_passage(
            doc.text,
            origin.paragraphs,
            title=origin.title,
            doc=doc,
            settings=self.settings,
            kinds=origin.kinds,
        )
        known = replace_attributions(read.nodes, partial(_keep_hearsay, doc.text))
        likely = keep_likely(known, read.calibration, self.settings.least, self.settings.least_nested)
        trees = apply_rules(passage, likely, self.rules)
        state.store_claims(doc, make_claims(passage, trees, read.calibration), ())
        return doc


def _keep_hearsay(text: str, found: Attribution) -> Attribution:
    """Return ``found`` as by its words where they are hearsay: "reportedly" can have no source."""
    hearsay = not found.source and text[slice(*found.cue)].casefold() in load_words("stance.toml", "hearsay")
    return replace(found, evidence=(), made_by="words") if hearsay else found


def keep_likely(
    nodes: Sequence[Node], calibration: Sequence[float], least: float, nested: float
) -> list[Node]:
    """Return the ``nodes`` of at least the confidence ``least``, with those in them of at least ``nested``.

    Those in one that is left out go up a step: in an outermost one's place they must be as likely as that.
    """
    out: list[Node] = []
    for node in nodes:
        if estimate_confidence(node.attribution.evidence, calibration) >= least:
            inner = keep_likely(node.children, calibration, nested, nested)
            out.append(replace(node, children=tuple(inner)))
        else:
            out += keep_likely(node.children, calibration, least, nested)
    return out


def make_claims(passage: Passage, nodes: Sequence[Node], calibration: Sequence[float]) -> list[Claim]:
    """Return trees of attributions as claims in reading order, a parent before its children."""
    text, starts = passage.text, [s for s, _ in passage.paragraphs]
    out: list[Claim] = []
    for node, parent, sure in _walk(nodes, calibration):
        found = node.attribution
        claim = Claim(
            id=f"c{len(out) + 1}",
            parent=out[parent].id if parent is not None else None,
            paragraph=max(0, bisect_right(starts, node.attribution.extent[0]) - 1),
            kind=kind_of(text, found.content, passage.quotations),
            content=tuple(Span(s, e, text[s:e]) for s, e in found.content),
            cue=Span(*found.cue, text[slice(*found.cue)]) if found.cue[0] < found.cue[1] else None,
            source=tuple(Span(s, e, text[s:e]) for s, e in found.source),
            speaker=None,
            resolution="none",
            channel=None,
            chain=(publisher_link(),),
            stance=Stance("certain", "neutral"),
            confidence=round(sure, 4),
            trace=Trace(found.evidence, node.rules),
        )
        out.append(claim)
    return out


def _walk(nodes: Sequence[Node], calibration: Sequence[float]) -> Iterator[tuple[Node, int | None, float]]:
    """Yield each node, the running number of its parent and its confidence."""
    count = 0
    stack: list[tuple[Node, int | None]] = [(n, None) for n in sorted(nodes, key=_order_of, reverse=True)]
    while stack:
        node, parent = stack.pop()
        yield node, parent, estimate_confidence(node.attribution.evidence, calibration)
        stack += [(n, count) for n in sorted(node.children, key=_order_of, reverse=True)]
        count += 1


def _order_of(node: Node) -> tuple[int, int]:
    """Reading order; of two claims with one source the one whose cue comes first."""
    return node.attribution.extent[0], node.cue[0]


@Language.factory(
    "secondhand_claims",
    requires=["doc.spans"],
    assigns=["doc.spans"],
    default_config={"rules": list(NAMES), **asdict(DEFAULTS)},
)
def make_claim_maker(
    nlp: Language,
    name: str,
    rules: list[str],
    least: float,
    least_nested: float,
    cue_distance: int,
    content_likeness: float,
    holder_reach: int,
) -> ClaimMaker:
    """Make the component; ``rules`` are names of ``RULES`` and of entry points "secondhand_rules".

    The other choices are those of ``RuleSettings``.
    """
    distances = cue_distance, content_likeness, holder_reach
    return ClaimMaker(name, rules, RuleSettings(least, least_nested, *distances))
