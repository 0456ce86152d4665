from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc

from secondhand.claim import Claim, Link, Speaker
from secondhand.pipeline.chains.component import ChainBuilder
from secondhand.pipeline.doc import state
from secondhand.pipeline.doc.state import Origin
from tests.pipeline.making import NLP, claim, doc_of, told_by

SPUTNIK = Origin("Sputnik", date(2025, 2, 27))
BENOIST = "Alain de Benoist"


def chained(doc: Doc, claims: list[Claim], *speakers: Speaker) -> tuple[Claim, ...]:
    state.store_claims(doc, claims, speakers)
    ChainBuilder("chains")(doc)
    return state.load_claims(doc)


def names(one: Claim) -> list[str]:
    return [link.name for link in one.chain]


def evidence(link: Link) -> list[str]:
    return [span.text for span in link.evidence]


def one_chain(
    text: str,
    content: str,
    cue: str,
    source: str,
    name: str,
    ents: dict[str, str] | None = None,
    *,
    origin: Origin | None = SPUTNIK,
    type: str = "person",
) -> tuple[Link, ...]:
    """The chain of the one claim of ``text``, said by ``name``."""
    doc = doc_of(text, ents or {name: "PERSON"}, origin)
    made = claim(text, content, cue, source, speaker="s1")
    return chained(doc, [made], told_by(text, "s1", name, type))[0].chain


def test_who_tells_the_publisher_stands_right_behind_it() -> None:
    text = "It rains, Alain de Benoist told Sputnik."
    found = one_chain(text, "It rains", "told", BENOIST, BENOIST, {BENOIST: "PERSON", "Sputnik": "ORG"})
    assert [(link.name, link.type, link.relation) for link in found] == [
        ("Sputnik", "organization", "published"),
        (BENOIST, "person", "told"),
    ]
    assert evidence(found[0]) == []
    assert evidence(found[1]) == [BENOIST, "told"]


def test_the_publisher_stands_behind_itself_where_it_speaks() -> None:
    text = "It rains, Sputnik found."
    found = one_chain(
        text, "It rains", "found", "Sputnik", "Sputnik", {"Sputnik": "ORG"}, type="organization"
    )
    assert [link.name for link in found] == ["Sputnik", "Sputnik"]


def test_the_agency_an_article_is_credited_to_is_told_once() -> None:
    text = "It rains, AP found."
    origin = Origin("Sputnik", date(2025, 2, 27), "AP")
    found = one_chain(
        text, "It rains", "found", "AP", "AP", {"AP": "ORG"}, origin=origin, type="organization"
    )
    assert [link.name for link in found] == ["Sputnik", "AP"]


def test_another_outlet_is_a_relay() -> None:
    text = "Ann Lee told CNN it rains."
    found = one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee", {"Ann Lee": "PERSON", "CNN": "ORG"})
    assert [(link.name, link.relation) for link in found] == [
        ("Sputnik", "published"), ("CNN", "reported"), ("Ann Lee", "told"),
    ]  # fmt: skip
    assert evidence(found[1]) == ["told CNN"]


def test_reporters_and_crowds_are_no_relays() -> None:
    for frame in ("told reporters", "told a crowd", "told the Senate"):
        text = f"Ann Lee {frame} it rains."
        found = one_chain(
            text, "it rains", frame, "Ann Lee", "Ann Lee", {"Ann Lee": "PERSON", "Senate": "ORG"}
        )
        assert [link.name for link in found] == ["Sputnik", "Ann Lee"]


POST = "Last week, The Washington Post reported, citing officials, that it rains."


def test_a_paper_citing_officials_stands_before_them() -> None:
    ents = {"The Washington Post": "ORG"}
    found = one_chain(
        POST, "it rains", "reported", "The Washington Post", "The Washington Post", ents, type="organization"
    )
    assert [(link.name, link.type, link.relation) for link in found] == [
        ("Sputnik", "organization", "published"),
        ("The Washington Post", "organization", "reported"),
        ("officials", "anonymous", "cited"),
    ]
    assert evidence(found[1]) == ["The Washington Post", "reported"]
    assert evidence(found[2]) == ["citing officials"]
    assert found[1].when == "2025-02-17/2025-02-23"


def test_whom_somebody_cites_is_the_speaker() -> None:
    doc = doc_of(POST, {"The Washington Post": "ORG"}, SPUTNIK)
    made = claim(POST, "it rains", "reported", "The Washington Post", speaker="s1")
    (one,) = chained(doc, [made], told_by(POST, "s1", "The Washington Post", "organization"))
    speakers = {s.id: s for s in state.load_speakers(doc)}
    assert one.speaker is not None
    assert (speakers[one.speaker].name, speakers[one.speaker].type) == ("officials", "anonymous")


def test_a_reason_that_is_cited_is_nobody() -> None:
    text = "Ann Lee said it rains, citing privacy rules."
    found = one_chain(text, "it rains", "said", "Ann Lee", "Ann Lee")
    assert [link.name for link in found] == ["Sputnik", "Ann Lee"]


def test_an_agency_quoting_another_stands_before_it() -> None:
    text = "Yonhap, quoting KCNA, said it rains."
    ents = {"Yonhap": "ORG", "KCNA": "ORG"}
    found = one_chain(text, "it rains", "said", "Yonhap", "Yonhap", ents, type="organization")
    assert [link.name for link in found] == ["Sputnik", "Yonhap", "KCNA"]


def test_documents_come_through_who_obtained_them() -> None:
    text = "Court documents obtained by Reuters say it rains."
    found = one_chain(
        text, "it rains", "say", "Court documents obtained by Reuters", "court documents", {"Reuters": "ORG"},
        type="document",
    )  # fmt: skip
    assert [link.name for link in found] == ["Sputnik", "Reuters", "court documents"]
    assert evidence(found[1])[0].startswith("obtained by Reuters")


def test_the_evidence_of_who_obtained_ends_before_the_cue() -> None:
    text = "Court documents obtained by Reuters say it rains."
    source = "Court documents obtained by Reuters"
    found = one_chain(text, "it rains", "say", source, "court documents", {"Reuters": "ORG"}, type="document")
    assert evidence(found[1]) == ["obtained by Reuters"]


def test_an_unknown_publisher_is_called_so() -> None:
    text = "Ann Lee said it rains."
    found = one_chain(text, "it rains", "said", "Ann Lee", "Ann Lee", origin=None)
    assert (found[0].name, found[0].type, found[0].relation) == ("unknown", "unknown", "published")
    assert [link.name for link in found] == ["unknown", "Ann Lee"]


def test_a_claim_of_nobody_ends_with_unknown() -> None:
    text = "It was reported that it rains."
    (one,) = chained(doc_of(text, origin=SPUTNIK), [claim(text, "that |it rains|", "was reported")])
    assert names(one) == ["Sputnik", "unknown"]
    assert evidence(one.chain[1]) == ["was reported"]


def test_a_wire_credit_stands_between() -> None:
    text = "PARIS (AP) — Ann Lee said it rains."
    found = one_chain(text, "it rains", "said", "Ann Lee", "Ann Lee", origin=Origin("Politico", credit="AP"))
    assert [(link.name, link.relation) for link in found] == [
        ("Politico", "published"), ("AP", "reported"), ("Ann Lee", "said"),
    ]  # fmt: skip
    assert evidence(found[1]) == ["AP"]


def test_dates_are_those_of_the_frame_not_of_the_content() -> None:
    text = "Ann Lee said on Monday it rained on Sunday."
    found = one_chain(text, "it rained on Sunday", "said", "Ann Lee", "Ann Lee")
    assert found[-1].when == "2025-02-24"
    text = "Ann Lee said it rained on Sunday."
    assert one_chain(text, "it rained on Sunday", "said", "Ann Lee", "Ann Lee")[-1].when is None


def test_a_hyperlink_on_the_source_is_its_address() -> None:
    text = "Ann Lee told CNN it rains."
    at = text.index("CNN")
    linked = replace(
        SPUTNIK, hyperlinks=((0, 7, "https://ann.example/"), (at, at + 3, "https://cnn.example/"))
    )
    ents = {"Ann Lee": "PERSON", "CNN": "ORG"}
    found = one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee", ents, origin=linked)
    assert [(link.name, link.url) for link in found] == [
        ("Sputnik", None), ("CNN", "https://cnn.example/"), ("Ann Lee", "https://ann.example/"),
    ]  # fmt: skip


NESTED = "Donald Trump believes it rains, Alain de Benoist told Sputnik."


def test_a_nested_chain_goes_on_from_its_parents() -> None:
    ents = {"Donald Trump": "PERSON", BENOIST: "PERSON", "Sputnik": "ORG"}
    outer = claim(NESTED, "Donald Trump believes it rains", "told", BENOIST, speaker="s1")
    inner = claim(NESTED, "it rains", "believes", "Donald Trump", id="c2", parent="c1", speaker="s2")
    speakers = (told_by(NESTED, "s1", BENOIST), told_by(NESTED, "s2", "Donald Trump"))
    parent, child = chained(doc_of(NESTED, ents, SPUTNIK), [outer, inner], *speakers)
    assert names(child) == ["Sputnik", BENOIST, "Donald Trump"]
    assert child.chain[: len(parent.chain)] == parent.chain
    assert child.chain[-1].relation == "believed"


def test_a_speaker_telling_of_himself_is_a_link_again_as_his_words_are_another_claim() -> None:
    text = "Donald Trump said he believes it rains."
    outer = claim(text, "he believes it rains", "said", "Donald Trump", speaker="s1")
    inner = claim(text, "it rains", "believes", "|he| believes", id="c2", parent="c1", speaker="s1")
    doc = doc_of(text, {"Donald Trump": "PERSON"}, SPUTNIK)
    assert names(chained(doc, [outer, inner], told_by(text, "s1", "Donald Trump"))[1]) == [
        "Sputnik",
        "Donald Trump",
        "Donald Trump",
    ]


def test_a_relay_outside_the_parents_content_is_not_the_childs() -> None:
    text = "Ann Lee told CNN Bob Ray thinks it rains."
    outer = claim(text, "Bob Ray thinks it rains", "told", "Ann Lee", speaker="s1")
    inner = claim(text, "it rains", "thinks", "Bob Ray", id="c2", parent="c1", speaker="s2")
    doc = doc_of(text, {"Ann Lee": "PERSON", "Bob Ray": "PERSON", "CNN": "ORG"}, SPUTNIK)
    found = chained(doc, [outer, inner], told_by(text, "s1", "Ann Lee"), told_by(text, "s2", "Bob Ray"))
    assert names(found[1]) == ["Sputnik", "CNN", "Ann Lee", "Bob Ray"]


def test_a_named_interviewer_is_a_relay_and_other_people_are_not() -> None:
    ents = {"Ann Lee": "PERSON", "Bob Ray": "PERSON", "Fox News": "ORG"}
    text = "Ann Lee told host Bob Ray it rains."
    assert [k.name for k in one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee", ents)] == [
        "Sputnik", "Bob Ray", "Ann Lee",
    ]  # fmt: skip
    text = "Ann Lee told Bob Ray it rains."
    assert [k.name for k in one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee", ents)] == [
        "Sputnik", "Ann Lee",
    ]  # fmt: skip


def test_the_channel_is_set() -> None:
    text = "Ann Lee said it rains in an interview with CNN."
    doc = doc_of(text, {"Ann Lee": "PERSON", "CNN": "ORG"}, SPUTNIK)
    made = claim(text, "it rains", "said", "Ann Lee", speaker="s1")
    (one,) = chained(doc, [made], told_by(text, "s1", "Ann Lee"))
    assert one.channel == "interview"
    assert names(one) == ["Sputnik", "CNN", "Ann Lee"]


def test_evidence_holds_its_very_words() -> None:
    doc = doc_of(POST, {"The Washington Post": "ORG"}, SPUTNIK)
    made = claim(POST, "it rains", "reported", "The Washington Post", speaker="s1")
    (one,) = chained(doc, [made], told_by(POST, "s1", "The Washington Post", "organization"))
    for link in one.chain:
        assert all(POST[s.start : s.end] == s.text for s in link.evidence)


def test_a_doc_without_claims_is_left_alone() -> None:
    assert chained(doc_of("It rains."), []) == ()


def test_the_component_is_found_by_its_name() -> None:
    assert isinstance(type(NLP)().add_pipe("secondhand_chains"), ChainBuilder)


def test_the_interview_of_before_passes_on_what_is_said_in_its_paragraph() -> None:
    text = "Ann Lee spoke to CNN. Ann Lee said in the interview it rains. “It snows,” Ann Lee added."
    said = claim(text, "it rains", "said", "|Ann Lee| said", speaker="s1")
    added = claim(text, "“It snows,”", "added", "|Ann Lee| added", id="c2", kind="direct", speaker="s1")
    doc = doc_of(text, {"Ann Lee": "PERSON", "CNN": "ORG"}, SPUTNIK)
    found = chained(doc, [said, added], told_by(text, "s1", "Ann Lee"))
    assert [names(one) for one in found] == [["Sputnik", "CNN", "Ann Lee"]] * 2


def test_an_interviewer_is_named_without_the_outlet() -> None:
    for told in ("told CNN’s Kim Bray", "told Kim Bray of CNN"):
        text = f"Ann Lee {told} it rains."
        ents = {"Ann Lee": "PERSON", "CNN": "ORG", "Kim Bray": "PERSON"}
        assert [link.name for link in one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee", ents)] == [
            "Sputnik", "Kim Bray", "Ann Lee",
        ]  # fmt: skip


def test_whoever_quotes_is_a_link() -> None:
    text = "Le Monde printed it. The newspaper quoted Ann Lee as saying it rains."
    ents = {"Ann Lee": "PERSON", "Le Monde": "ORG"}
    found = one_chain(text, "it rains", "as saying", "Ann Lee", "Ann Lee", ents)
    assert [link.name for link in found] == ["Sputnik", "Le Monde", "Ann Lee"]


def test_who_is_cited_has_the_role_told_there() -> None:
    text = "Reuters reported it rains, citing Transport Minister Olga Brandt."
    doc = doc_of(text, {"Reuters": "ORG", "Olga Brandt": "PERSON"}, SPUTNIK)
    made = claim(text, "it rains", "reported", "Reuters", speaker="s1")
    one = chained(doc, [made], told_by(text, "s1", "Reuters", "organization"))[0]
    cited = next(s for s in state.load_speakers(doc) if s.id == one.speaker)
    assert (cited.name, cited.role) == ("Olga Brandt", "Transport Minister")


def test_the_newspaper_somebody_told_is_the_one_named_before() -> None:
    text = "Le Monde has the papers. Ann Lee told the newspaper it rains."
    assert [k.name for k in one_chain(text, "it rains", "told", "Ann Lee", "Ann Lee")] == [
        "Sputnik",
        "Le Monde",
        "Ann Lee",
    ]


def test_somebody_unnamed_who_is_cited_is_the_speaker_by_a_noun() -> None:
    text = "Reuters reported it rains, citing two officials."
    doc = doc_of(text, {"Reuters": "ORG"}, SPUTNIK)
    made = claim(text, "it rains", "reported", "Reuters", speaker="s1")
    (one,) = chained(doc, [made], told_by(text, "s1", "Reuters", "organization"))
    cited = next(s for s in state.load_speakers(doc) if s.id == one.speaker)
    assert (cited.name, cited.type, one.resolution) == ("two officials", "anonymous", "nominal")
    assert names(one) == ["Sputnik", "Reuters", "two officials"]
