from __future__ import annotations

import pytest

from secondhand.pipeline.doc.cue_clause import find_agent, find_led, find_subject
from tests.pipeline.making import parsed


def subject(words: str, verb: str) -> str | None:
    found = find_subject(next(t for t in parsed(words) if t.text == verb))
    return found.text if found else None


def agent(words: str, cue: str) -> str | None:
    found = find_agent(next(t for t in parsed(words) if t.text == cue))
    return found.text if found else None


@pytest.mark.parametrize(
    ("words", "verb", "expected"),
    [
        ("Ann/PROPN/nsubj/1 said/VERB/ROOT/1", "said", "Ann"),
        ("To/PART/mark/1 err/VERB/csubj/2 means/VERB/ROOT/2", "means", "err"),
        # Of two the nearer one, and a name is no conjunction.
        ("Bob/PROPN/nsubj/3 ,/PUNCT/punct/3 Ann/PROPN/nsubj/3 said/VERB/ROOT/3", "said", "Ann"),
        ("Varnbank/PROPN/cc/1 said/VERB/ROOT/1", "said", "Varnbank"),
        ("And/CCONJ/cc/1 said/VERB/ROOT/1", "said", None),
        # The second verb shares the subject of the first.
        ("Ann/PROPN/nsubj/1 rose/VERB/ROOT/1 and/CCONJ/cc/3 said/VERB/conj/1", "said", "Ann"),
        ("Ann/PROPN/nsubj/1 wants/VERB/ROOT/1 to/PART/mark/3 say/VERB/xcomp/1", "say", "Ann"),
        ("Ann/PROPN/nsubj/1 left/VERB/ROOT/1 saying/VERB/advcl/1", "saying", "Ann"),
        # What is said by somebody else is none of hers.
        ("Ann/PROPN/nsubj/1 hopes/VERB/ROOT/1 it/PRON/obj/1 rains/VERB/ccomp/1", "rains", None),
        # An object is no subject, and a verb without either has none.
        ("Tell/VERB/ROOT/0 Ann/PROPN/obj/0", "Tell", None),
        # "the man saying so", "those saying so", "the right to say so".
        ("man/NOUN/nsubj/2 saying/VERB/acl/0 left/VERB/ROOT/2", "saying", "man"),
        ("Lee/PROPN/nsubj/2 saying/VERB/acl/0 left/VERB/ROOT/2", "saying", "Lee"),
        ("those/PRON/nsubj/2 saying/VERB/acl/0 left/VERB/ROOT/2", "saying", "those"),
        ("free/ADJ/ROOT/0 saying/VERB/acl/0", "saying", None),
    ],
)
def test_the_subject_of_a_verb(words: str, verb: str, expected: str | None) -> None:
    assert subject(words, verb) == expected


def test_a_subject_is_looked_for_over_three_verbs_and_no_more() -> None:
    verbs = ["Ann/PROPN/nsubj/1", "v1/VERB/ROOT/1", *(f"v{n}/VERB/conj/{n - 1}" for n in range(2, 7))]
    words = " ".join(verbs)
    assert [subject(words, f"v{n}") for n in range(1, 7)] == ["Ann", "Ann", "Ann", "Ann", None, None]


@pytest.mark.parametrize(
    ("words", "cue", "expected"),
    [
        ("told/VERB/ROOT/0 by/ADP/case/2 Ann/PROPN/obl/0", "told", "Ann"),
        ("word/NOUN/ROOT/0 from/ADP/case/2 Ann/PROPN/nmod/0", "word", "Ann"),
        # To somebody is not by them, and by them may stand before no verb.
        ("told/VERB/ROOT/0 to/ADP/case/2 Ann/PROPN/obl/0", "told", None),
        ("By/ADP/case/1 Ann/PROPN/obl/2 told/VERB/ROOT/2", "told", None),
        ("told/VERB/ROOT/0 by/ADP/mark/2 asking/VERB/advcl/0", "told", None),
        # Whose the noun is.
        ("her/PRON/nmod/1 claim/NOUN/ROOT/1", "claim", "her"),
        ("Ann/PROPN/nmod/2/_ 's/PART/case/0 claim/NOUN/ROOT/2", "claim", "Ann"),
        ("trade/NOUN/nmod/1 claim/NOUN/ROOT/1", "claim", None),
        ("the/DET/det/1 claim/NOUN/ROOT/1", "claim", None),
        ("her/PRON/nmod/1 claims/VERB/ROOT/1", "claims", None),
        # Behind its noun a name with a mark of its own owns nothing.
        ("claim/NOUN/ROOT/0 Ann/PROPN/nmod/0/_ 's/PART/case/1", "claim", None),
    ],
)
def test_who_does_what_a_passive_or_a_noun_says(words: str, cue: str, expected: str | None) -> None:
    assert agent(words, cue) == expected


def test_who_stands_behind_by_goes_before_the_owner() -> None:
    assert agent("their/PRON/nmod/1 claim/NOUN/ROOT/1 by/ADP/case/3 Ann/PROPN/nmod/1", "claim") == "Ann"


def test_a_preposition_leads_to_who_told_it() -> None:
    words = "It/PRON/nsubj/1 rains/VERB/ROOT/1 according/VERB/case/4 to/ADP/fixed/2 Ann/PROPN/obl/1"
    according, ann = parsed(words)[2], parsed(words)[4]
    assert (led := find_led(according)) and led.text == ann.text
    assert find_led(ann) is None
    # A verb that the parse takes for a preposition says it by itself.
    saying = parsed("Ann/PROPN/ROOT/0 saying/VERB/case/2 rain/NOUN/nmod/0")[1]
    assert find_led(saying) is None
