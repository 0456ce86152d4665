from __future__ import annotations

from datetime import date

import pytest

from secondhand.claim import Claim
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.hints import Hints
from secondhand.pipeline.doc.state import Origin
from secondhand.pipeline.mentions.entities import Entity
from secondhand.pipeline.speakers.asked import read_asked
from secondhand.pipeline.speakers.component import SpeakerResolver
from secondhand.pipeline.speakers.interviews import find_by_layout, find_publisher
from secondhand.pipeline.speakers.scene import Scene
from tests.pipeline.making import claim, doc_of

PUBLISHED = Origin("The Tolland Review", date(2025, 3, 4), authors=("Ida Moss",))
LEAD = "Ida Moss met Ann Lee at the lock. Lee is an engineer; Tom Hale is her neighbour.\n"
NAMES = {
    "Ida Moss": "PERSON",
    "Ann Lee": "PERSON",
    "Lee": "PERSON",
    "Tom Hale": "PERSON",
    "Radio Aune": "ORG",
}


def who(text: str, *claims: Claim, origin: Origin = PUBLISHED) -> list[str | None]:
    """The names of the speakers."""
    doc = doc_of(text, NAMES, origin)
    state.store_claims(doc, claims, ())
    doc = SpeakerResolver("speakers")(doc)
    names = {s.id: s.name for s in state.load_speakers(doc)}
    return [names.get(c.speaker or "") for c in state.load_claims(doc)]


def test_questions_are_the_publishers_and_answers_of_the_one_named_most_before() -> None:
    text = f"{LEAD}Q. How deep is it?\nA. Nine feet."
    asked, answered = claim(text, "How deep is it?", "Q."), claim(text, "Nine feet.", "A.", id="c2")
    assert who(text, asked, answered) == ["The Tolland Review", "Ann Lee"]


def test_without_a_publisher_nobody_is_told_to_ask() -> None:
    text = f"{LEAD}Q. How deep is it?"
    assert who(text, claim(text, "How deep is it?", "Q."), origin=Origin()) == [None]


def test_you_in_a_question_is_the_one_interviewed() -> None:
    text = f"{LEAD}Q. You said it is deep?"
    asked = claim(text, "You said it is deep?", "Q.")
    inner = claim(text, "it is deep", "You |said|", "You", id="c2", parent="c1")
    assert who(text, asked, inner) == ["The Tolland Review", "Ann Lee"]


def test_a_label_is_the_end_of_the_publishers_name_or_of_another_bodys() -> None:
    text = f"{LEAD}REVIEW: How deep?\nAUNE: How wide? Radio Aune asked that."
    first = claim(text, "How deep?", ":", "REVIEW")
    second = claim(text, "How wide?", "AUNE|:|", "AUNE", id="c2")
    assert who(text, first, second) == ["The Tolland Review", "Radio Aune"]


def test_a_noun_in_a_headline_is_the_one_whose_role_it_is() -> None:
    text = "Engineer: Lock is safe\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it on Monday."
    assert who(text, claim(text, "Lock is safe", ":", "Engineer")) == ["Ann Lee"]


def test_several_of_them_are_not() -> None:
    text = (
        "Engineers: Lock is safe\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it on Monday."
    )
    assert who(text, claim(text, "Lock is safe", ":", "Engineers")) == ["engineers"]


def test_nor_is_a_noun_without_an_article_in_the_body() -> None:
    text = "Lock is old\n\nThe lock was built in 1958, and Ann Lee, an engineer, saw it. Mayor: It leaks."
    assert who(text, claim(text, "It leaks.", "Mayor|:|", "Mayor")) == ["mayor"]


@pytest.mark.parametrize("letter", ["Q", "Q:", "q.", "Q :", "Question:", "QUESTION"])
def test_who_asks_by_a_letter_or_its_word(letter: str) -> None:
    text = f"{LEAD}{letter} How deep is it?"
    assert who(text, claim(text, "How deep is it?", letter)) == ["The Tolland Review"]


@pytest.mark.parametrize("letter", ["A", "a.", "A:", "Answer."])
def test_who_answers_by_a_letter_or_its_word(letter: str) -> None:
    text = f"{LEAD}\n{letter}\nNine feet."
    assert who(text, claim(text, "Nine feet.", f"\n|{letter}|\n")) == ["Ann Lee"]


def layout(text: str, *entities: Entity, origin: Origin = PUBLISHED, claims: tuple[Claim, ...] = ()) -> Scene:
    return Scene(doc_of(text), origin, list(entities), {c.id: c for c in claims}, Hints())


def by_layout(setting: Scene, one: Claim) -> tuple[str | None, str, str] | None:
    """Whom the layout tells, how, and how the source led there."""
    answer = find_by_layout(setting, read_asked(setting, one))
    return (answer.entity.name if answer.entity else None, answer.how, answer.resolution) if answer else None


def people(text: str, *names: str) -> list[Entity]:
    found = []
    for name in names:
        at = [n for n in range(len(text)) if text.startswith(name, n)]
        found.append(Entity(name, "person", [(n, n + len(name)) for n in at]))
    return found


def test_any_other_letter_and_a_word_that_begins_so_tell_nothing() -> None:
    text = "B. So? Quick: so!"
    setting = layout(text)
    for cue in ("B.", "Quick"):
        assert by_layout(setting, claim(text, "So?", cue)) is None
    assert by_layout(setting, claim(text, "So?")) is None


def test_a_letter_without_anybody_known_tells_nobody_but_that_it_is_a_label() -> None:
    text = "A. So."
    assert by_layout(layout(text), claim(text, "So.", "A.")) == (None, "label of a turn", "nominal")


def test_the_interviewed_is_a_person_named_before_the_first_question_and_no_author() -> None:
    text = "Ida Moss, Ida Moss met Ann. Bob wept. Bob? Q. So? A. Yes, Bob, Bob!"
    moss, ann, bob = people(text, "Ida Moss", "Ann", "Bob")
    question = claim(text, "So?", "Q.", kind="direct")
    answer = claim(text, "Yes, Bob, Bob!", "A.", id="c2")
    setting = layout(text, moss, ann, bob, claims=(question, answer))
    assert by_layout(setting, answer) == ("Bob", "label of a turn", "nominal")
    # Of two named as often the first one; what is named behind the first question counts for nothing.
    once = replace_mentions(bob, bob.mentions[:1] + bob.mentions[2:])
    setting = layout(text, moss, ann, once, claims=(question, answer))
    assert by_layout(setting, answer) == ("Ann", "label of a turn", "nominal")
    only = replace_mentions(bob, bob.mentions[2:])
    setting = layout(text, moss, only, claims=(question, answer))
    assert by_layout(setting, answer) == (None, "label of a turn", "nominal")
    setting = layout(text, Entity("Bob", "organization", bob.mentions), claims=(question, answer))
    assert by_layout(setting, answer) == (None, "label of a turn", "nominal")


def replace_mentions(entity: Entity, mentions: list[tuple[int, int]]) -> Entity:
    return Entity(entity.name, entity.type, mentions)


def test_the_publisher_is_the_one_named_in_the_article() -> None:
    text = "The Tolland Review grew. Q. So?"
    review = Entity("Tolland Review", "organization", [(4, 18)])
    setting = layout(text, review)
    answer = find_by_layout(setting, read_asked(setting, claim(text, "So?", "Q.")))
    assert answer is not None and answer.entity is review
    new = find_publisher(layout(text))
    assert new is not None and (new.name, new.type) == ("The Tolland Review", "organization")
    assert find_publisher(layout(text, origin=Origin())) is None


def test_you_means_the_interviewed_in_a_question_only() -> None:
    text = "Ann sat. Q. You said so? She said so."
    (ann,) = people(text, "Ann")
    question = claim(text, "You said so?", "Q.", id="c1")
    inner = claim(text, "so", "said", "You", id="c2", parent="c1")
    assert by_layout(layout(text, ann, claims=(question,)), inner) == (
        "Ann", "other side of an interview", "pronoun",
    )  # fmt: skip
    statement = claim(text, "She said so.", "sat", id="c1")
    assert by_layout(layout(text, ann, claims=(statement,)), inner) is None
    assert by_layout(layout(text, ann), inner) is None
    she = claim(text, "so", "She |said|", "She", id="c2", parent="c1")
    assert by_layout(layout(text, ann, claims=(question,)), she) is None


def test_a_label_in_capitals_is_the_end_of_a_bodys_name() -> None:
    text = "Radio Aune asked. Aune is a town.\nAUNE: So?\nREVIEW: No.\nREVUE: No."
    radio, aune, woman = (
        Entity("Radio Aune", "organization", [(0, 10)]),
        Entity("Aune", "organization", [(18, 22)]),
        Entity("Ann Aune", "person", []),
    )
    label = claim(text, "So?", "AUNE|:|", "AUNE")
    assert by_layout(layout(text, woman, aune, radio), label) == ("Radio Aune", "label of a turn", "alias")
    assert by_layout(layout(text, woman, aune), label) is None
    review = claim(text, "No.", "REVIEW|:|", "REVIEW")
    assert by_layout(layout(text), review) == ("The Tolland Review", "label of a turn", "alias")
    assert by_layout(layout(text, origin=Origin()), review) is None
    assert by_layout(layout(text), claim(text, "No.", "REVUE|:|", "REVUE")) is None
    # In lower case, or inside another claim, it is no label.
    lower = text.replace("REVIEW", "Review")
    assert by_layout(layout(lower), claim(lower, "No.", "Review|:|", "Review")) is None
    assert by_layout(layout(text), claim(text, "No.", "REVIEW|:|", "REVIEW", parent="c9")) is None


def test_a_label_is_the_surname_of_the_one_who_bears_it() -> None:
    text = "Ann Quill met Bo Lee and Cy Lee.\nQuill: Sit.\nLee: No."
    everybody = people(text, "Ann Quill", "Bo Lee", "Cy Lee")
    label = claim(text, "Sit.", "Quill|:|", "|Quill|:")
    assert by_layout(layout(text, *everybody), label) == ("Ann Quill", "label of a turn", "alias")
    # Neither where two bear it, nor where no label stands.
    assert by_layout(layout(text, *everybody), claim(text, "No.", "Lee|:| No", "\n|Lee|:")) is None
    assert by_layout(layout(text, *everybody), claim(text, "Sit.", "met", "|Quill|:")) is None


HEADLINE = "Chief engineer: Lock is safe\n\nThe lock was built in 1958, and Ann Lee saw it on Monday."


def by_headline(source: str, *entities: Entity, **known: str) -> tuple[str | None, str, str] | None:
    text = HEADLINE.replace("Chief engineer", source)
    paragraphs = ((0, text.index("\n")), (text.index("The lock"), len(text)))
    setting = layout(text, *entities, origin=Origin(paragraphs=paragraphs))
    return by_layout(setting, claim(text, "Lock is safe", ":", source, **known))  # type: ignore[arg-type]


def test_a_noun_in_a_headline_is_the_first_person_whose_role_has_all_its_words() -> None:
    ann = Entity("Ann Lee", "person", [(65, 72)], "chief of engineers")
    bob = Entity("Bob Ray", "person", [(65, 72)], "chief engineer")
    assert by_headline("Chief engineer", ann, bob) == ("Ann Lee", "label of a turn", "alias")
    ann.role = "engineer"
    assert by_headline("Chief engineer", ann, bob) == ("Bob Ray", "label of a turn", "alias")
    assert by_headline("Engineer", ann, bob) == ("Ann Lee", "label of a turn", "alias")
    assert by_headline("Engineers", ann, bob) is None
    assert by_headline("The engineer", ann, bob) is None
    assert by_headline("Engineer", ann, bob, parent="c9") is None
    assert by_headline("Lock", Entity("Ann Lee", "person", [(65, 72)], "lock")) is None


def test_only_a_person_who_is_named_is_a_headlines_noun() -> None:
    body = Entity("Lock Board", "organization", [(65, 72)], "engineer")
    unnamed = Entity("Bob Ray", "person", [], "engineer")
    without = Entity("Eve Ash", "person", [(65, 72)])
    assert by_headline("Engineer", body, unnamed, without) is None
    named = Entity("Ann Lee", "person", [(65, 72)], "engineer")
    assert by_headline("Engineer", body, unnamed, without, named) == ("Ann Lee", "label of a turn", "alias")
