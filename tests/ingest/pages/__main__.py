"""``python -m tests.ingest.pages [FOLDER …] [-v]``: the figures of folders, with -v what is wrong."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.ingest.pages.scoring import FOLDER, PARTS, find_pages, score_page, show


def show_line(*parts: object, sep: str = " ") -> None:
    """Write ``parts`` as a line."""
    sys.stdout.write(sep.join(map(str, parts)) + "\n")


given = [Path(name) for name in sys.argv[1:] if name != "-v"]
for folder in given or [FOLDER / part for part in PARTS]:
    scores = [score_page(page) for page in find_pages(folder)]
    for score in scores if "-v" in sys.argv else []:
        wrong = {fact: score.told[fact] for fact, right in score.facts.items() if not right}
        if wrong or score.f1 < 1:
            show_line(f"{score.name}: F1 {score.f1:.2f}", wrong or "")
            show_line(*(f"   - {text[:110]}" for text in score.missed), sep="\n")
            show_line(*(f"   + {text[:110]}" for text in score.added), sep="\n")
    show_line(folder.name, show(scores))
