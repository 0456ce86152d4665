"""Syntax of windows → the tokens of a Doc: part of speech, features, heads and relations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from secondhand.pipeline.network.attributions import Settings
from secondhand.pipeline.network.syntax import Ints, Syntax

MOST_HUNG = 20
"""tokens in a row that nobody read which are hung on the one before them"""
UNSURE = "dep"
"""the relation of a token nothing is known of to the one it is hung on"""


def read_token_offsets(doc: Doc) -> tuple[Ints, Ints]:
    """Return start and end, in code points, of every token of ``doc``."""
    found = doc.to_array(["IDX", "LENGTH"]).astype(np.int64).reshape(-1, 2)
    return found[:, 0], found[:, 0] + found[:, 1]


def set_parses(doc: Doc, read: Sequence[Syntax], settings: Settings) -> None:
    """Set part of speech, features, head and relation of the tokens of ``doc``, all of them at once.

    Tokens nobody read (white space, the second half of "cannot") hang on the token before them; where many
    follow one another that is text not read yet, and each stands alone.
    """
    count = len(doc)
    if not count:
        return
    heads = np.full(count, -1, dtype=np.int64)
    tags = np.full(count, -1, dtype=np.int64)
    relations = np.full(count, -1, dtype=np.int64)
    for syntax in read:
        heads[syntax.token], tags[syntax.token] = syntax.head, syntax.tag
        relations[syntax.token] = syntax.relation
    _hang_on_neighbours(heads)
    store = doc.vocab.strings
    names = [tag.partition("|") for tag in settings.tags] + [("X", "", "")]
    pos = np.array([store.add(name) for name, _, _ in names], np.uint64)
    morph = np.array([doc.vocab.morphology.add(features) for _, _, features in names], np.uint64)
    kinds = np.array([store.add(_spell_relation(name)) for name in (*settings.relations, UNSURE)], np.uint64)
    columns = np.zeros((count, 4), np.uint64)
    columns[:, 0], columns[:, 1] = pos[tags], morph[tags]
    columns[:, 2] = (heads - np.arange(count)).view(np.uint64)
    columns[:, 3] = kinds[np.where(heads == np.arange(count), settings.relations.index("root"), relations)]
    spaces = np.array([token.is_space for token in doc])
    columns[spaces, 0], columns[spaces, 1] = store.add("SPACE"), 0
    doc.from_array(["POS", "MORPH", "HEAD", "DEP"], columns)  # type: ignore[arg-type]


def _hang_on_neighbours(heads: Ints) -> None:
    """Hang each token without a head on the one before, and those at the beginning on the first that has.

    In text that is not read each is its own head.
    """
    missing = np.flatnonzero(heads < 0)
    for run in np.split(missing, np.flatnonzero(np.diff(missing) > 1) + 1):
        if len(run) > MOST_HUNG or len(run) == len(heads):
            heads[run] = run
        elif len(run):
            heads[run] = run - 1 if run[0] > 0 else run[-1] + 1


def _spell_relation(name: str) -> str:
    """Return ``name`` as spaCy spells it."""
    return "ROOT" if name == "root" else name
