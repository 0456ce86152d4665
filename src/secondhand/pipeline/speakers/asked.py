"""What the source of a claim is by itself: a name, a pronoun, a noun phrase; and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from secondhand.claim import Claim
from secondhand.pipeline.doc.cue_clause import find_agent, find_subject, is_passive
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity, is_person
from secondhand.pipeline.mentions.mention import EntityMention, Mention
from secondhand.pipeline.speakers.scene import Scene

HE = load_words("pronouns.toml", "male")
SHE = load_words("pronouns.toml", "female")
THEY = mention.PLURAL
IT = mention.THING
RELATIVE = frozenset({"who", "whom", "whose", "which"})
PRONOUNS = (
    HE,
    SHE,
    THEY,
    IT,
    frozenset({"i", "me", "my", "myself"}),
    frozenset({"we", "us", "our", "ourselves"}),
    mention.OTHER,
    RELATIVE,
)
"""pronouns by whom they mean, the first set number 1"""
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
OWNED = frozenset({"his", "her", "their", "its", "my", "our", "your"})
INDEFINITE = frozenset({"a", "an", "another", "one"})
SOME = frozenset({"some", "many", "most", "few", "several", "others", "other", "all", "both", "no", "any"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The source of a claim, to be resolved."""

    claim: Claim
    parent: Claim | None
    start: int
    end: int
    """the source's first and last offset; of the subject of the cue where there is no source"""
    head: Token
    """its syntactic head"""
    found: Mention
    given: bool
    """whether there is a source"""
    subject: Token | None
    """of the cue"""
    agent: Token | None
    """who does what a passive cue says, or owns a noun that is one"""
    root: Token
    """the head of the sentence"""
    relative: Token | None
    """the noun that a relative clause with the source in it hangs on"""
    antecedents: tuple[tuple[int, float], ...]
    """offsets coreference leads to directly, with their chances"""
    linked: tuple[tuple[Entity, float], ...]
    """whom coreference leads to, each way there with its chance"""


def read_asked(scene: Scene, claim: Claim) -> Asked:
    """Return what is to be resolved of ``claim``."""
    cue = claim.cue or claim.content[0]
    root = find_head(scene.tokens_in(cue.start, cue.end)) or scene.token_at(cue.start)
    subject, agent = find_subject(root), find_agent(root)
    if claim.source:
        start = claim.source[0].start
        end = start + (len(mention.cut_clause(claim.source[0].text)) or len(claim.source[0].text))
    else:
        start = end = cue.start
    head = find_head(scene.tokens_in(start, end)) or root
    named = [EntityMention(m, s - start, e - start) for s, e, m in scene.names_in(start, end)]
    found = mention.parse_mention(scene.text[start:end], named)
    parent = scene.claims.get(claim.parent or "")
    chain = [head, *head.ancestors]
    relative = next((t.head for t in chain if t.dep_ == "acl"), None)
    return Asked(
        claim,
        parent,
        start,
        end,
        head,
        found,
        bool(claim.source),
        subject,
        agent,
        chain[-1],
        relative,
        scene.hints.antecedents.get(head.idx, ()),
        tuple(scene.follow(head.idx)),
    )


def find_head(tokens: Sequence[Token]) -> Token | None:
    """Return the first of ``tokens`` whose head is none of them; a word rather than a mark; None of none."""
    inside = {token.i for token in tokens}
    roots = [t for t in tokens if (t.head.i not in inside or t.head.i == t.i) and not t.is_punct]
    return next(
        (t for t in roots if t.pos_ not in ("ADP", "PART", "CCONJ", "SCONJ")), next(iter(roots), None)
    )


def describe_source(scene: Scene, asked: Asked) -> dict[str, float]:
    """Return what tells of the source whatever the candidate is."""
    claim, head, found = asked.claim, asked.head, asked.found
    tokens = scene.tokens_in(asked.start, asked.end)
    first = tokens[0].lower_ if tokens else ""
    folded = found.text.casefold()
    kind = next((n for n, some in enumerate(PRONOUNS, 1) if folded in some), 0) if asked.given else -1
    names = {id(m) for _, _, m in scene.names_in(asked.start, asked.end)}
    last = next((t for t in reversed(scene.turns) if not t.claim.parent), None)
    told = {
        "asked pronoun": kind,
        "asked name": found.kind == "name",
        "asked words": len(tokens),
        "asked names": len(names),
        "asked capitals": sum(t.text[:1].isupper() for t in tokens) / max(1, len(tokens)),
        "asked definite": first in DEFINITE,
        "asked owned": first in OWNED,
        "asked indefinite": first in INDEFINITE,
        "asked some": first in SOME,
        "asked plural": is_plural(head) or found.head != found.singular,
        "asked proper": head.pos_ == "PROPN",
        "asked joined": any(t.dep_ == "conj" and t.head == head for t in tokens),
        "asked person": is_person(head.text),
        "asked body": found.singular in load_words("organizations.toml", "organization"),
        "asked document": found.singular in load_words("documents.toml", "document"),
        "asked informed": found.singular in load_words("people.toml", "informed"),
        "asked crowd": found.head in load_words("people.toml", "crowd"),
        "asked generic person": found.singular in load_words("people.toml", "generic_person"),
        "asked generic body": found.singular in load_words("organizations.toml", "generic_organization"),
        "asked office": found.singular in load_words("people.toml", "offices_held"),
        "asked described": len(found.text.split()) - (first in DEFINITE | OWNED | INDEFINITE) > 1,
        "cue none": claim.cue is None or not claim.cue.text.strip(),
        "cue mark": claim.cue is not None and not any(c.isalpha() for c in claim.cue.text),
        "cue passive": asked.agent is not None or _is_passive(scene, claim),
        "cue subject": asked.subject is not None,
        "direct": claim.kind == "direct",
        "indirect": claim.kind == "indirect",
        "nested": claim.parent is not None,
        "nested in direct": asked.parent is not None and asked.parent.kind == "direct",
        "sure": claim.confidence,
        "after content": asked.start > claim.content[0].start,
        "paragraph": min(5, scene.find_paragraph_number(asked.start)),
        "paragraphs since last": min(5, claim.paragraph - last.claim.paragraph) if last else -1,
        "last direct": last is not None and last.claim.kind == "direct",
    }
    return {name: float(value) for name, value in told.items()}


def is_plural(noun: Token) -> bool:
    """Return whether ``noun`` tells of several: "voters", "three in ten"."""
    counted = noun.pos_ == "NUM" and noun.lower_ not in ("one", "1")
    return counted or "Number=Plur" in str(noun.morph)


def _is_passive(scene: Scene, claim: Claim) -> bool:
    cue = claim.cue
    tokens = scene.tokens_in(cue.start, cue.end) if cue else []
    return is_passive(tokens)
