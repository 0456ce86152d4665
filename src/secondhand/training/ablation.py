"""What each rule and each word list is worth: the scores of claims without it, beside those with all.

A word list is named by its file and its key, as ``relays.toml:told``. Each trial runs in a process of its
own, because patterns are made of the lists once.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from importlib.resources import files
from multiprocessing import get_context
from pathlib import Path

from secondhand.pipeline import lexicon

NO_WORD = "\ue000"
"""a character for private use, which no article has: a list of it alone matches nothing"""


def report(data: Path, names: Sequence[str] | None = None) -> None:
    """Print the figures on DATA/claims/dev, and how far each falls without each of ``names``, or of all.

    Raises ValueError where there is no rule or word list of a name.
    """
    from secondhand.pipeline.rules.order import NAMES

    known = [*NAMES, *_name_lists()]
    if unknown := [name for name in names or () if name not in known]:
        raise ValueError(
            f"There is no rule or word list {', '.join(unknown)}. There are: {', '.join(known)}."
        )
    chosen = ["", *(names or known)]
    with ProcessPoolExecutor(mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        whole, *trials = pool.map(partial(_score_without, data / "claims" / "dev"), chosen)
        print("\t".join(["without", *whole]))
        print("\t".join(["nothing", *(f"{value:.1f}" for value in whole.values())]))
        for name, figures in zip(chosen[1:], trials, strict=True):
            print("\t".join([name, *(f"{figures[key] - value:+.1f}" for key, value in whole.items())]))


def _name_lists() -> list[str]:
    """Return the names of all word lists."""
    return [
        f"{path.name}:{key}"
        for path in sorted(files(lexicon).iterdir(), key=lambda path: path.name)
        if path.name.endswith(".toml")
        for key, held in lexicon.load_lexicon(path.name).items()
        if isinstance(held, list)
    ]


def _score_without(folder: Path, name: str) -> dict[str, float]:
    """Return the figures without the rule or the word list ``name``; in a process that has loaded neither."""
    file, _, key = name.partition(":")
    if key:
        lexicon.load_lexicon(file)[key] = [NO_WORD]
    from secondhand.pipeline.rules.order import NAMES
    from secondhand.training.claim_scores import scores

    return scores(folder, tuple(rule for rule in NAMES if rule != name))
