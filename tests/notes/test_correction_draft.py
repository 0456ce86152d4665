from __future__ import annotations

from dataclasses import replace
from datetime import date

from secondhand.claim import Analysis, Claim, Link, ModelInfo, Speaker, Stance
from secondhand.notes.correcting import apply_corrections
from secondhand.notes.correction import Correction
from secondhand.notes.correction_draft import Draft, Matter, draft_claim, draft_correction, find_refused
from secondhand.notes.edit import Edit
from secondhand.notes.versions import version_of
from tests.claims import article_of
from tests.export import literals
from tests.notes.literals import MADE, correction, mark, span


def test_no_half_of_a_character_is_taken_into_a_name_or_a_role() -> None:
    draft = Draft.of(literals.SAID, literals.LEE).said_by("A\ud800", "person", "\udfffb")
    assert (draft.name, draft.role) == ("A\ufffd", "\ufffdb")
    assert draft.chain[-1].name == "A\ufffd"


TEXT = (
    "Ann Lee said that the bridge is safe. Bob Ray denied it.\n"
    "Ann Lee, the mayor, said the bridge is old, it was said."
)
TOWN = article_of(TEXT, publisher="Daily", date=date(2025, 2, 27), credit="AP")
CONTENT, CUE = span(TEXT, "the bridge is safe"), span(TEXT, "said")
HEAD = Link("Daily", "organization", "published", when="2025-02-27")
ANN = Speaker("s1", "Ann Lee", "person", "mayor", (span(TEXT, "Ann Lee"),))
SAID = Claim(
    "c1", None, 0, "indirect", (CONTENT,), CUE, (span(TEXT, "Ann Lee"),), "s1", "name", None,
    (HEAD, Link("Ann Lee", "person", "said", (CUE,))), Stance("certain", "neutral"), 0.9,
)  # fmt: skip
FOUND = Analysis((ANN,), (SAID,), ModelInfo("m", "1"))


def matter(*corrections: Correction) -> Matter:
    """Return what there is to correct about the one claim, as ``corrections`` leave it."""
    now = apply_corrections(TOWN, FOUND, corrections)
    return draft_correction(TOWN, FOUND, corrections, now.claims[0], now.speaker(now.claims[0]))


def made(edit: Edit | None) -> Correction:
    assert edit and isinstance(edit.after, Correction)
    return edit.after


def test_a_draft_begins_with_the_claim_as_it_stands() -> None:
    draft = matter().draft
    assert draft == Draft("Ann Lee", "person", "mayor", "certain", "neutral", SAID.chain, cue="said")
    assert matter().model == draft
    assert (matter().words, matter().old, matter().before) == ("the bridge is safe", None, SAID)
    nobody = Draft.of(replace(SAID, cue=None), None)
    assert (nobody.name, nobody.type, nobody.role, nobody.cue) == ("", "unknown", "", "")
    assert Draft.of(SAID, Speaker("s", "unknown", "person", "mayor", ())).type == "unknown"
    assert nobody.speaker == Speaker("", "unknown", "unknown", None, ())


def test_what_is_left_as_it_was_is_no_edit() -> None:
    assert matter().edit(matter().draft) is None


def test_a_correction_holds_only_what_is_another() -> None:
    draft = matter().draft
    fix = made(matter().edit(replace(draft, commitment="denied")))
    assert (fix.commitment, fix.framing, fix.speaker, fix.chain) == ("denied", None, None, None)
    assert (fix.verdict, fix.before, fix.content) == ("changed", SAID, (mark(TEXT, "the bridge is safe"),))
    assert (fix.cue, fix.source) == (mark(TEXT, "said"), (mark(TEXT, "Ann Lee"),))
    fix = made(matter().edit(replace(draft, framing="distancing")))
    assert (fix.commitment, fix.framing) == (None, "distancing")
    fix = made(matter().edit(replace(draft, chain=(HEAD,))))
    assert (fix.speaker, fix.chain) == (None, (HEAD,))
    assert made(matter().edit(replace(draft, is_claim=False))).verdict == "no claim"


def test_another_speaker_takes_the_end_of_the_chain_along() -> None:
    draft = matter().draft.said_by("Bob Ray", "person", "")
    assert draft.chain == (HEAD, Link("Bob Ray", "person", "said", (CUE,)))
    fix = made(matter().edit(draft))
    assert fix.speaker == Speaker("", "Bob Ray", "person", None, ())
    assert fix.chain is None
    told = replace(matter().draft, chain=(HEAD, Link("officials", "anonymous", "cited")))
    assert told.said_by("Bob Ray", "person", "").chain == told.chain
    assert replace(told, chain=()).said_by("Bob Ray", "person", "").chain == ()
    own = replace(told, name="Daily", chain=(HEAD,))
    assert own.said_by("Bob Ray", "person", "").chain == (HEAD,)


def test_a_correction_is_changed_and_taken_back() -> None:
    old = replace(made(matter().edit(replace(matter().draft, commitment="denied"))), created=MADE)
    again = matter(old)
    assert again.draft.commitment == "denied"
    assert again.model and again.model.commitment == "certain"
    edit = again.edit(replace(again.draft, commitment="possible"))
    fix = made(edit)
    assert edit and edit.before is old
    assert (fix.id, fix.created, fix.commitment) == (old.id, MADE, "possible")
    assert fix.changed and fix.changed > MADE
    assert fix.earlier == (version_of(old),)
    assert again.edit(again.draft) is None
    back = again.edit(replace(again.draft, commitment="certain"))
    assert back and (back.before, back.after) == (old, None)


def test_what_the_model_says_stays_what_it_says() -> None:
    old = made(matter().edit(matter().draft.said_by("Bob Ray", "person", "")))
    again = matter(old)
    assert again.draft.name == "Bob Ray"
    assert again.model and (again.model.name, again.model.chain) == ("Ann Lee", SAID.chain)
    back = again.edit(again.model)
    assert back and back.after is None


def test_a_claim_of_ones_own_has_publisher_and_agency_in_its_chain() -> None:
    start = TEXT.index("the bridge is old")
    wire = replace(TOWN, text=TEXT.replace("Bob Ray", "AP here"))
    own = draft_claim(wire, start, start + len("the bridge is old"))
    assert [(link.name, link.relation) for link in own.draft.chain] == [
        ("Daily", "published"),
        ("AP", "reported"),
        ("unknown", "said"),
    ]
    assert [link.name for link in draft_claim(TOWN, start, start + 5).draft.chain] == ["Daily", "unknown"]
    assert (own.model, own.words) == (None, "the bridge is old")
    fix = made(own.edit(replace(own.draft, name="Ann Lee", type="person")))
    assert (fix.verdict, fix.speaker) == ("new", Speaker("", "Ann Lee", "person", None, ()))
    assert (fix.commitment, fix.framing, fix.before) == ("certain", "neutral", None)
    assert own.edit(replace(own.draft, is_claim=False)) is None


def test_a_cue_is_the_one_nearest_to_the_words() -> None:
    start = TEXT.index("the bridge is old")
    own = draft_claim(TOWN, start, start + len("the bridge is old"))
    cue = own.cue("said")
    assert cue and cue.start == start - len("said ")
    late = own.cue("it was")
    assert late and late.start == TEXT.index("it was said")
    near = own.cue(",")
    assert near and near.start == start + len("the bridge is old")
    assert own.cue("whispered") is own.cue("") is None
    old = replace(made(own.edit(replace(own.draft, cue="said"))), cue=mark(TEXT, "said"))
    assert replace(own, old=old).cue("said") == mark(TEXT, "said")
    assert replace(own, old=old, model=own.draft).cue("said") == cue


def test_a_claim_that_was_refused_is_found_by_its_words() -> None:
    no = made(matter().edit(replace(matter().draft, is_claim=False)))
    found = find_refused(TOWN, FOUND, (no,), CONTENT.start + 2, CONTENT.start + 5)
    assert found and found.old is no and found.before is SAID
    assert not found.draft.is_claim
    assert found.model and found.model.is_claim
    edit = found.edit(found.model)
    assert edit and (edit.before, edit.after) == (no, None)
    assert found.edit(found.draft) is None
    for start, end in ((CONTENT.end, CONTENT.end + 3), (0, CONTENT.start)):
        assert find_refused(TOWN, FOUND, (no,), start, end) is None
    assert find_refused(TOWN, FOUND, (no,), CONTENT.end - 1, CONTENT.end + 3)
    assert find_refused(TOWN, FOUND, (no,), 0, CONTENT.start + 1)
    assert find_refused(TOWN, None, (no,), CONTENT.start, CONTENT.end) is None
    changed = replace(no, verdict="changed")
    assert find_refused(TOWN, FOUND, (changed,), CONTENT.start, CONTENT.end) is None
    elsewhere = replace(no, id="elsewhere", content=(mark(TEXT, "Bob Ray denied it"),))
    beyond = find_refused(TOWN, FOUND, (no, elsewhere), CONTENT.start, CONTENT.end)
    assert beyond and beyond.old is no
    later = replace(no, id="later")
    last = find_refused(TOWN, FOUND, (no, later), CONTENT.start, CONTENT.end)
    assert last and last.old is later


def test_a_correction_of_other_words_is_none_of_this_claim() -> None:
    other = correction(TEXT, "the bridge is old", commitment="denied")
    part = correction(TEXT, "the bridge", commitment="denied")
    no = correction(TEXT, "the bridge is safe", verdict="no claim")
    for strange in (other, part, no):
        assert draft_correction(TOWN, FOUND, (strange,), SAID, ANN).old is None
    mine = correction(TEXT, "the bridge is safe", commitment="denied")
    assert draft_correction(TOWN, FOUND, (mine, other), SAID, ANN).old is mine
    again = replace(mine, id="again")
    assert draft_correction(TOWN, FOUND, (mine, again), SAID, ANN).old is again


def test_a_claim_of_ones_own_is_opened_again_as_it_was_made() -> None:
    start = TEXT.index("the bridge is old")
    fresh = draft_claim(TOWN, start, start + len("the bridge is old"))
    new = made(fresh.edit(replace(fresh.draft, name="Ann Lee", type="person", cue="said")))
    now = apply_corrections(TOWN, FOUND, (new,))
    (own,) = (claim for claim in now.claims if claim.corrected)
    again = draft_correction(TOWN, FOUND, (new,), own, now.speaker(own))
    assert (again.model, again.before, again.old) == (None, None, new)
    assert again.edit(replace(again.draft)) is None
    gone = again.edit(replace(again.draft, is_claim=False))
    assert gone and (gone.before, gone.after) == (new, None)
