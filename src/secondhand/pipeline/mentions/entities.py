"""Who and what appears in an article: names that mean the same one, with their roles.

Works on the named entities of a Doc. "De Benoist", "Mr. de Benoist" and "Alain de Benoist" are one person.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from secondhand.claim import SpeakerType
from secondhand.outlets import everybody
from secondhand.pipeline.doc import state
from secondhand.pipeline.lexicon import load_words
from secondhand.pipeline.mentions.acronyms import LINKING, find_spelled_out
from secondhand.pipeline.mentions.given_names import find_missed_names, find_titled_surnames
from secondhand.pipeline.mentions.name_boundaries import is_common_noun, trim_name
from secondhand.pipeline.patterns import NAME_WORD, PARTICLE, PARTY
from secondhand.safe_text import drop_unseen
from secondhand.spans import Range, contains, overlaps

TITLES = load_words("titles.toml", "titles")
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""what stands behind the names of those who bear their father's"""
PERSON = load_words("people.toml", "person")
NEVER_NAMES = load_words("phrases.toml", "stops") | load_words("organizations.toml", "organization")
"""words in no name of a person"""
TYPES: dict[str, SpeakerType] = {"PERSON": "person", "NORP": "group"}

_CAPITAL = r"[A-Z][\w’'-]*[a-z]"
_TITLED = re.compile(
    rf"(?=\b(?P<role>\w+)[ \xa0](?P<name>{_CAPITAL}(?:[ \xa0](?:[A-Z]\.|{_CAPITAL}|{PARTICLE}))*"
    rf"[ \xa0]{_CAPITAL})\b)"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something named in the article."""

    name: str
    """the fullest form"""
    type: SpeakerType
    mentions: list[tuple[int, int]] = field(default_factory=list)
    role: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The words of the name, folded."""
        return fold_name(self.name)


@lru_cache(4096)
def fold_name(name: str) -> tuple[str, ...]:
    """Return the words that tell names apart: folded, without titles, articles, possessives and the unseen.

    A name's last word is no title where another stands before it: Gayle King is no king.
    """
    seen = _POSSESSIVE.sub("", drop_unseen(name))
    folded = [w.rstrip(".").casefold().replace("’", "'") for w in re.findall(NAME_WORD, seen)]
    bare = [w for w in folded if w not in ("the", "a", "an")]
    kept = [w for w in bare[:-1] if w not in TITLES] + bare[-1:]
    return tuple(kept if any(w not in TITLES for w in bare) else folded)


def gather_entities(doc: Doc) -> list[Entity]:
    """Return everybody named in ``doc``, in the order they first appear."""
    text = doc.text
    names = [_trim_entity(doc, text, tagged) for tagged in doc.ents if _is_name(doc, tagged)]
    names = _add_earlier_names(
        _add_outlets(text, _add_spelled_out(text, _add_titled_people(text, names))), doc
    )
    entities: list[Entity] = []
    for label in ("PERSON", "ORG", "NORP"):
        mine = [
            n for n in names if n.label == label or (label == "ORG" and n.label not in ("PERSON", "NORP"))
        ]
        apart = _find_famous_surnames(text, mine) if label == "PERSON" else frozenset[str]()
        for name in sorted(mine, key=lambda n: (-len(fold_name(n.text)), n.start)):
            _add_mention(entities, name, TYPES.get(label, "organization"), apart)
    for entity in entities:
        entity.mentions = sorted(mention for mention in entity.mentions if mention[0] >= 0)
    entities = [entity for entity in entities if entity.mentions]
    _join_acronyms(text, entities)
    _join_titles(text, entities)
    for entity in entities:
        entity.mentions.sort()
    return sorted(entities, key=lambda m: m.mentions[0])


def store_entities(doc: Doc, entities: Iterable[Entity]) -> None:
    """Keep who is named in ``doc`` on it, for the components that come after; its claims have to be there."""
    doc.spans[state.KEY].attrs["entities"] = [
        (m.name, m.type, m.role, m.mentions) for m in entities if m.mentions
    ]


def load_entities(doc: Doc) -> list[Entity]:
    """Return whom ``keep`` kept on ``doc``; gathered now where nobody did."""
    attrs = doc.spans[state.KEY].attrs if state.KEY in doc.spans else {}
    if "entities" not in attrs:
        return gather_entities(doc)
    return [Entity(name, kind, [(s, e) for s, e in at], role) for name, kind, role, at in attrs["entities"]]


@dataclass(frozen=True, slots=True)
class Name:
    """A named tagged without the titles and roles a tagger may have taken along."""

    text: str
    label: str
    start: int
    end: int

    @property
    def place(self) -> Range:
        """Where it stands."""
        return self.start, self.end


def _add_earlier_names(names: list[Name], doc: Doc) -> list[Name]:
    """Add who was named before ``doc`` begins, at offsets before it, and give initials their full names."""
    before = state.load_origin(doc).before
    full = {short: known.name for known in before for short in known.shorts}
    told = [Name(known.name, known.label, at, at) for at, known in enumerate(before, -len(before))]
    return [*told, *(replace(name, text=full.get(name.text, name.text)) for name in names)]


def _is_name(doc: Doc, tagged: Tokens) -> bool:
    """Whether words tagged as a name are one: no verb, common noun, party, nor a title behind "the"."""
    if (
        re.fullmatch(PARTY, tagged.text)
        or is_common_noun(tagged.text, tagged.label_)
        or all(t.pos_ in ("VERB", "AUX", "ADV") for t in tagged)
    ):
        return False
    article = doc[tagged.start - 1].lower_ == "the" if tagged.start else False
    return not (article and all(t.lower_ in TITLES for t in tagged))


def _trim_entity(doc: Doc, text: str, tagged: Tokens) -> Name:
    start = tagged.start
    if tagged.label_ == "PERSON":
        for token in tagged[:-1]:
            if (token.lower_.rstrip(".") in TITLES or is_person(token.text)) and doc[token.i + 1].is_title:
                start = token.i + 1
    kept = doc[start : _find_name_end(doc, tagged)]
    begin, end = trim_name(text, kept.start_char, kept.end_char, tagged.label_)
    return Name(text[begin:end], tagged.label_, begin, end)


def _find_name_end(doc: Doc, tagged: Tokens) -> int:
    """Return the token after a name; the parse may see more of a person's: "Gayle | King"."""
    end = tagged.end
    if tagged.label_ == "PERSON":
        while (
            end < len(doc) and doc[end].dep_ == "flat" and doc[end].head in tagged and doc[end].text.istitle()
        ):
            end += 1
    return end


def _add_titled_people(text: str, names: list[Name]) -> list[Name]:
    """Add the people only a role before their name tells of: "US President Donald Trump"."""
    people = [n for n in names if n.label == "PERSON"]
    found: list[Name] = []
    for match in _TITLED.finditer(text):
        start, end = match.span("name")
        plain = (w for w in match["name"].split() if is_person(w) or w.casefold() in NEVER_NAMES)
        if is_person(match["role"]) and not any(plain):
            met = [n for n in (*people, *found) if overlaps(n.place, (start, end))]
            if all(contains((start, end), n.place) for n in met):
                found.append(Name(match["name"], "PERSON", start, end))
    surnames = {n.text.split()[-1] for n in people}
    for find in (find_titled_surnames, find_missed_names):
        found += [
            Name(text[s:e], "PERSON", s, e)
            for s, e in find(text, surnames)
            if _extends_names(s, e, people, found)
        ]
    kept = [n for n in names if not any(overlaps(f.place, n.place) for f in found)]
    return [*kept, *found]


def _extends_names(start: int, end: int, *known: list[Name]) -> bool:
    """Whether no name that is known already is, or reaches over, what stands there."""
    met = [n for names in known for n in names if overlaps(n.place, (start, end))]
    return all(contains((start, end), n.place) and n.place != (start, end) for n in met)


@cache
def _compile_outlet_names() -> re.Pattern[str]:
    """Return a pattern of every outlet known by a name of several words, its article among them."""
    known = sorted({n.removeprefix("The ") for n in everybody() if " " in n}, key=lambda n: (-len(n), n))
    long, short = ([re.escape(n) for n in known if (" " in n) is several] for several in (True, False))
    alone = rf"(?<=[Tt]he )(?:{'|'.join(short)})(?! [A-Z])"
    return re.compile(rf"(?<!\w)(?:{'|'.join(long)}|{alone})(?!\w)")


def _add_outlets(text: str, names: list[Name]) -> list[Name]:
    """Put every known outlet in the place of parts of its name."""
    names = sorted(names, key=lambda n: n.start)
    starts = [n.start for n in names]
    out: list[Name] = []
    parts: set[int] = set()
    for match in _compile_outlet_names().finditer(text):
        start, end = match.span()
        first = max(0, bisect_right(starts, start) - 1)
        met = [at for at in range(first, bisect_left(starts, end)) if names[at].end > start]
        if all(contains((start, end), names[at].place) for at in met):
            parts.update(met)
            out.append(Name(match.group(), "ORG", start, end))
    return [*(name for at, name in enumerate(names) if at not in parts), *out]


def _add_spelled_out(text: str, names: list[Name]) -> list[Name]:
    """Put each name that stands before its initials, and these, in the place of what was tagged there."""
    found: list[Name] = []
    for start, end, short in find_spelled_out(text):
        found.append(Name(text[start:end], "ORG", start, end))
        found += [Name(short, "ORG", *m.span()) for m in re.finditer(rf"\b{short}\b", text)]
    unique = {f.place: f for f in found}.values()
    kept = [n for n in names if not any(overlaps(f.place, n.place) for f in unique)]
    return [*kept, *unique]


def _find_famous_surnames(text: str, names: list[Name]) -> frozenset[str]:
    """Return the surnames of people so well known that nobody gives their full names.

    Somebody's full name comes before the surname alone, but for a headline and a lead: who is called "Trump"
    in two paragraphs after the first, before there is any "Ivanka Trump", is somebody else.
    """
    full: dict[str, int] = {}
    alone: dict[str, list[int]] = {}
    for name in names:
        words = fold_name(name.text)
        if len(words) == 1:
            alone.setdefault(words[0], []).append(name.start)
        elif words:
            full[words[-1]] = min(full.get(words[-1], name.start), name.start)
    lead = text.find("\n", text.find("\n") + 2)
    early = {
        surname: {text.count("\n", 0, at) for at in places if lead < at < full.get(surname, 0)}
        for surname, places in alone.items()
    }
    return frozenset(surname for surname, paragraphs in early.items() if len(paragraphs) > 1)


def _add_mention(
    made: list[Entity], name: Name, kind: SpeakerType, apart: frozenset[str] = frozenset()
) -> None:
    """Add a mention to the one it means, or a new entity; longer names come first."""
    mine = fold_name(name.text)
    fits = [m for m in made if m.type in (kind, "person") and can_name(mine, m.key, m.type)]
    if len(mine) == 1 and mine[0] in apart:
        fits = [m for m in fits if m.key == mine]
    if fits:
        exact = [m for m in fits if m.key == mine]
        min(exact or fits, key=lambda m: min(m.mentions)).mentions.append(name.place)
    elif mine:
        made.append(
            Entity(strip_titles(name.text) if kind == "person" else tidy_name(name.text), kind, [name.place])
        )


def is_person(word: str) -> bool:
    """Say whether a noun is one for a person: "analyst", "philosophers", "hydrologist"."""
    folded = word.casefold().strip("'’\"")
    bare = folded.removesuffix("s")
    return folded in PERSON or bare in PERSON or bare.endswith(("ologist", "ographer", "ician"))


def can_name(short: tuple[str, ...], full: tuple[str, ...], kind: SpeakerType) -> bool:
    """Say whether the words ``short`` can name the one whose fullest name is ``full``."""
    if short == full:
        return True
    if not short or len(short) >= len(full):
        return False
    if kind == "person":
        if len(full) > 2 and full[-1] in SUFFIXES and can_name(short, full[:-1], kind):
            return True
        return full[-len(short) :] == short or (len(short) == 1 and full[0] == short[0] and len(short[0]) > 1)
    return len(short) > 1 and short in (full[: len(short)], full[-len(short) :])


def tidy_name(name: str) -> str:
    """Return a name without possessive, marks and what is not seen, and with its white space made single."""
    return _POSSESSIVE.sub("", " ".join(drop_unseen(name).split())).strip('"“”‘’,.')


def strip_titles(name: str) -> str:
    """Return the name of a person, bare and without leading titles; one "of" a place is part of the name."""
    parts = tidy_name(name).split(" ")
    while (
        len(parts) > 1
        and parts[1] != "of"
        and parts[0].rstrip(".").casefold() in TITLES
        and parts[0][:1].isupper()
    ):
        parts = parts[1:]
    return " ".join(parts)


def _join_acronyms(text: str, entities: list[Entity]) -> None:
    """Join "SVR" to "Foreign Intelligence Service (SVR)", and to names it is the initials of."""
    for short in [m for m in entities if m.type == "organization" and m.name.isupper() and len(m.name) > 1]:
        for full in entities:
            if full is short or full.type != "organization" or len(full.key) < 2:
                continue
            start, _ = short.mentions[0]
            beside = any(
                0 < start - e <= 3 and text[e : e + 3].strip().startswith("(") for _, e in full.mentions
            )
            initials = "".join(w[0] for w in re.findall(NAME_WORD, full.name) if w.casefold() not in LINKING)
            if beside or initials.casefold() == short.name.replace(".", "").casefold():
                full.mentions += short.mentions
                entities.remove(short)
                break


def _join_titles(text: str, entities: list[Entity]) -> None:
    """Join somebody called by a title alone, "the King", to the only one whose name follows it."""
    people = [m for m in entities if m.type == "person"]
    for short in [m for m in people if all(word in TITLES for word in m.key)]:
        full = [m for m in people if m is not short and _is_titled(m, short.name, text)]
        if len(full) == 1:
            full[0].mentions += short.mentions
            entities.remove(short)


def _is_titled(entity: Entity, title: str, text: str) -> bool:
    """Return whether ``title`` stands before a name of ``entity`` in ``text``, or is the beginning of it."""
    wanted = f"{title.casefold()} "
    places = (at for start, _ in entity.mentions for at in (start, start - len(wanted)) if at >= 0)
    return any(text[at : at + len(wanted)].casefold() == wanted for at in places)
