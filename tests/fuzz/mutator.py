"""Change inside of archives: a changed byte of a packed one is but a wrong checksum."""

from __future__ import annotations

import random
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Mutate = Callable[[bytes, int], bytes]


def mutator(mutate: Mutate) -> Callable[[bytes, int, int], bytes]:
    """Return what changes an input by ``mutate``: one member of an archive, or else the whole."""

    def change(data: bytes, most: int, seed: int) -> bytes:
        choose = random.Random(seed)
        if not data.startswith(b"PK") or choose.random() < 0.1:
            return mutate(data, most)
        try:
            with ZipFile(BytesIO(data)) as archive:
                members = {name: archive.read(name)[:most] for name in archive.namelist()[:50]}
        except Exception:  # a damaged archive, in any of many ways
            return mutate(data, most)
        if members:
            name = choose.choice(sorted(members))
            members[name] = mutate(members[name], most)
        made = packed(members)
        return made if len(made) <= most else mutate(data, most)

    return change


def packed(members: dict[str, bytes]) -> bytes:
    """Return an archive of ``members``."""
    with ZipFile(made := BytesIO(), "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()
