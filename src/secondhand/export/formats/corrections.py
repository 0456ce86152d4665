"""What readers set right, as JSON Lines fit for training: one article a line.

A line has the shape of the corpora the model learns from (``id``, ``text``, ``attributions`` with the
offsets of ``source``, ``cue`` and ``content``). ``corrected`` tells the reader's attributions from the
model's own; what the reader said is no claim is under ``refused``; ``corrections`` holds everything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from secondhand.claim import Analysis, Claim, Span
from secondhand.errors import OptionError
from secondhand.export.form import Options
from secondhand.export.json import dumps
from secondhand.notes.address import text_address
from secondhand.notes.highlight import Anchor
from secondhand.notes.mark_record import correction_record
from secondhand.notes.notebook import Notebook

SUFFIX = ".jsonl"
ABOUT = "what you corrected, as JSON Lines to train on"
HOLDS_ALL = True


def render(notebooks: Sequence[Notebook], options: Options) -> str:
    """Return a JSON object a line for each article with corrections; raises OptionError without any."""
    lines = [dumps(_line(notebook)) + "\n" for notebook in notebooks if notebook.corrections]
    if not lines:
        raise OptionError("There is nothing to export: no corrections. Press c on a claim to correct it.")
    return "".join(lines)


def _line(notebook: Notebook) -> dict[str, Any]:
    analysis = notebook.analysis
    refused = [c for c in notebook.corrections if c.verdict == "no claim"]
    return {
        "id": text_address(notebook.article.text),
        "text": notebook.article.text,
        "attributions": [_attribution(analysis, claim) for claim in analysis.claims] if analysis else [],
        "refused": [{"content": _offsets(correction.content)} for correction in refused],
        "corrections": [correction_record(correction) for correction in notebook.corrections],
    }


def _attribution(analysis: Analysis, claim: Claim) -> dict[str, Any]:
    speaker = analysis.speaker(claim)
    return {
        "source": _offsets(claim.source),
        "cue": _offsets([claim.cue] if claim.cue else []),
        "content": _offsets(claim.content),
        "speaker": speaker.name if speaker else None,
        "chain": [link.name for link in claim.chain],
        "commitment": claim.stance.commitment,
        "framing": claim.stance.framing,
        "corrected": claim.corrected,
    }


def _offsets(pieces: Sequence[Span | Anchor]) -> list[list[int]]:
    return [[piece.start, piece.end] for piece in pieces]
