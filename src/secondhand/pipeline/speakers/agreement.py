"""Whether a pronoun can mean somebody: by sex, and by number."""

from __future__ import annotations

import re

from secondhand.pipeline.mentions import mention
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.mentions.given_names import infer_sex
from secondhand.pipeline.patterns import LETTERS
from secondhand.pipeline.speakers.asked import HE, IT, SHE, THEY
from secondhand.pipeline.speakers.scene import Scene


def match_pronoun(scene: Scene, word: str, entity: Entity) -> float:
    """Return 1 where the pronoun ``word`` can mean ``entity``, -1 where not, between where unknown."""
    several = is_several(entity)
    if word in HE | SHE:
        if several or entity.type not in ("person", "anonymous", "unknown"):
            return -1.0
        sex = tell_sex(scene, entity)
        return 0.0 if not sex else (1.0 if (sex > 0) == (word in HE) else -1.0)
    if word in THEY:
        return 1.0 if several else -0.5 if entity.type == "person" else 0.5
    if word in IT:
        return -1.0 if several or entity.type == "person" else 1.0
    return 0.0


def is_several(entity: Entity) -> bool:
    """Say whether somebody is more than one: "voters", "Ann Lee and Bob Ray"."""
    last = next(iter(re.findall(LETTERS, entity.name)[-1:]), "").casefold()
    unnamed = not entity.mentions and entity.type == "anonymous"
    return entity.type == "group" or " and " in entity.name or (unnamed and mention.to_singular(last) != last)


def tell_sex(scene: Scene, entity: Entity) -> float:
    """Return more than 0 for a man, less for a woman, 0 where nothing tells."""
    told = 0.0
    for start, _ in entity.mentions:
        before = scene.text[max(0, start - 5) : start].casefold().strip(" .\xa0")
        told += 2.0 * before.endswith("mr") - 2.0 * before.endswith(("mrs", "ms", "miss"))
    known = [*re.findall(LETTERS, (entity.role or "").casefold()), entity.name.casefold().split(" ")[0]]
    male = infer_sex(known)
    return told + (0.0 if male is None else 1.5 if male else -1.5) + scene.votes.get(id(entity), 0.0)
