"""Treebanks → the tables of spaCy's rule lemmatizer: regular endings, and the forms that go their own way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from spacy.lookups import Lookups

from secondhand.training.treebank import sentences

RULES = {
    "noun": [
        ["s", ""], ["ses", "s"], ["ves", "f"], ["xes", "x"], ["zes", "z"], ["ches", "ch"], ["shes", "sh"],
        ["men", "man"], ["ies", "y"],
    ],
    "verb": [
        ["s", ""], ["ies", "y"], ["es", "e"], ["es", ""], ["ed", "e"], ["ed", ""], ["ing", "e"], ["ing", ""],
    ],
    "adj": [["er", ""], ["est", ""], ["er", "e"], ["est", "e"]],
}  # fmt: skip
"""endings of regular forms, as in WordNet's morphology"""
OFTEN = 2
"""times a form must be seen to have a way of its own"""


def tables(paths: Iterable[Path]) -> Lookups:
    """Return the tables, learned from the CoNLL-U files ``paths``."""
    seen: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in paths:
        for _, rows in sentences(path):
            for row in rows:
                if row[0].isdigit() and row[3] != "PROPN" and row[2] != "_":
                    seen[row[3].lower(), row[1].lower()][row[2]] += 1
    index: defaultdict[str, list[str]] = defaultdict(list)
    for pos in {pos for pos, _ in seen}:
        counts = Counter(lemma for (p, _), found in seen.items() if p == pos for lemma in found.elements())
        index[pos] = sorted(lemma for lemma, count in counts.items() if count >= OFTEN and lemma.isalpha())
    out = Lookups()
    out.add_table("lemma_rules", RULES)
    out.add_table("lemma_index", dict(index))
    out.add_table("lemma_exc", _exceptions(seen, index))
    return out


def _exceptions(
    seen: dict[tuple[str, str], Counter[str]], index: dict[str, list[str]]
) -> dict[str, dict[str, list[str]]]:
    known = {pos: set(lemmas) for pos, lemmas in index.items()}
    out: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for (pos, form), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= OFTEN and lemma != _by_rule(form, pos, known.get(pos, set())):
            out[pos][form] = [lemma]
    return dict(out)


def _by_rule(form: str, pos: str, known: set[str]) -> str:
    """Return what the rules make of ``form``, as spaCy applies them; "" where none fits."""
    made = [form[: -len(old)] + new for old, new in RULES.get(pos, []) if form.endswith(old)]
    inside = [m for m in made if m in known]
    return next(iter([*inside, *(m for m in made if m and not inside)]), "")
