"""MegaVeridicality → the verb lexicon of the stance component (White & Rawlins, 2018; CC BY-SA).

Keeps, for each verb, the mean of how far "A VERBed that p" and "A didn't VERB that p" make readers infer
p (−1 … 1), and the forms each verb takes: regular ones, and those seen in the treebanks.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from pathlib import Path

from secondhand.training.treebank import sentences

VOWELS = "aeiou"
OFTEN = 2
"""times a form must be seen: once is often a slip (\"no\" for \"know\")"""


def build(root: Path, out: Path) -> None:
    """Read the corpora in ``root`` and write the lexicon, JSON, to ``out``."""
    ratings: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    with (root / "factuality" / "mega_veridicality.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["conditional"] == "False":
                ratings[row["verb"]][row["polarity"]].append(float(row["mean_veridicality"]))
    verbs = {
        verb.replace("_", " "): [round(sum(means[p]) / len(means[p]), 2) for p in ("positive", "negative")]
        for verb, means in sorted(ratings.items())
    }
    forms = {form: verb for verb in verbs for form in regular(verb)}
    seen: Counter[tuple[str, str]] = Counter()
    for path in sorted((root / "ud").glob("*-train.conllu")):
        for _, words in sentences(path):
            seen.update(
                (w[1].lower(), w[2]) for w in words if w[3] == "VERB" and w[2] in verbs and w[1].isalpha()
            )
    forms |= {form: verb for (form, verb), times in seen.items() if times >= OFTEN}
    text = json.dumps({"verbs": verbs, "forms": dict(sorted(forms.items()))}, indent=0, ensure_ascii=False)
    out.write_text(text + "\n", encoding="utf-8")


def regular(verb: str) -> list[str]:
    """Return the regular forms of a verb, particle kept: "point out", "points out" …"""
    stem, _, particle = verb.partition(" ")
    tail = f" {particle}" if particle else ""
    short = stem[:-1] if stem.endswith("e") else stem
    if stem.endswith("y") and stem[-2] not in VOWELS:
        forms = [stem, f"{stem[:-1]}ies", f"{stem[:-1]}ied", f"{stem}ing"]
    else:
        es = "es" if stem.endswith(("s", "x", "z", "ch", "sh")) else "s"
        forms = [stem, stem + es, f"{short}ed", f"{short}ing"]
    if len(stem) < 7 and stem[-1] not in "aeiouwxy" and stem[-2] in VOWELS and stem[-3] not in VOWELS:
        forms += [f"{stem}{stem[-1]}ed", f"{stem}{stem[-1]}ing"]
    return [form + tail for form in forms]
