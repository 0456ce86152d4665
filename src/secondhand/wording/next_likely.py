"""Who else a claim may be by, where that is somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from secondhand.claim import Claim, Speaker

_NOBODY = {"nobody", "no one", "none", "one", "everyone", "everybody", "anyone", "somebody", "someone"}
"""what stands where somebody would, and is nobody one could mean"""


def find_next_likely(claim: Claim, speaker: Speaker | None, heard: Iterable[Speaker]) -> str | None:
    """Return the name of the next best speaker of ``claim``, None where ``speaker`` has no rival.

    A rival is somebody who is ``heard`` in the article, or has a whole name. What is only another form of the
    speaker's own name, or the words of the source around it, is none.
    """
    name = claim.trace.runner_up if claim.trace else None
    if name is None or name.casefold() in _NOBODY:
        return None
    known = any(one.name == name for one in heard) or _is_whole_name(name)
    return name if known and not (speaker and _is_part(speaker.name, name)) else None


def _is_whole_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _is_part(one: str, other: str) -> bool:
    """Return whether the words of one name stand in the other, one after another."""
    first, second = (f" {' '.join(_spell(name))} " for name in (one, other))
    return first in second or second in first


def _spell(name: str) -> list[str]:
    """Return the words of ``name``, without what shows whose something is."""
    words = (word.strip(".,;:“”\"'’") for word in name.casefold().split())
    return [word.removesuffix("'s").removesuffix("’s") for word in words]
