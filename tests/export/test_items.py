from dataclasses import replace

from secondhand.claim import Span
from secondhand.export.item import Item
from secondhand.export.items import list_items
from secondhand.export.what import What
from secondhand.notes.anchoring import make_anchor
from secondhand.notes.highlight import Highlight
from secondhand.notes.notebook import Notebook
from tests.claims import article_of
from tests.export.literals import ANALYSIS, ARTICLE, BELIEVED, LEE, REPORTED, SAID, TEXT
from tests.export.notebooks import DENIED, INNER, LOST, MADE, NOTEBOOK, WHOLE, anchors, uuid


def only(notebook: Notebook, what: str = "highlights") -> Item:
    (item,) = list_items(notebook, what)  # type: ignore[arg-type]
    return item


def test_highlights_come_in_reading_order_orphans_last() -> None:
    found = list(list_items(NOTEBOOK, "highlights"))
    assert [item.id for item in found] == [WHOLE.id, INNER.id, LOST.id]
    assert [item.paragraph for item in found] == [0, 1, None]
    assert [item.orphan for item in found] == [False, False, True]


def test_notes_are_the_highlights_with_one() -> None:
    assert [item.id for item in list_items(NOTEBOOK, "notes")] == [WHOLE.id, LOST.id]
    blank = replace(WHOLE, note=" \n")
    assert not list(list_items(replace(NOTEBOOK, highlights=(blank,), orphans=()), "notes"))


def test_words_within_claims_are_of_the_innermost() -> None:
    item = only(Notebook(ARTICLE, ANALYSIS, (INNER,)))
    assert (item.claim, item.speaker) == (BELIEVED, LEE)


def test_words_in_no_claim_are_of_nobody() -> None:
    start = TEXT.index("The Post")
    mark = Highlight(uuid(7), (make_anchor(TEXT, start, start + 8),), MADE, MADE)
    item = only(Notebook(ARTICLE, ANALYSIS, (mark,)))
    assert (item.claim, item.speaker, item.chain) == (None, None, ())


def test_without_an_analysis_a_highlight_says_what_was_known_when_it_was_made() -> None:
    item = only(Notebook(ARTICLE, None, (WHOLE,)))
    assert (item.claim, item.speaker) == (SAID, LEE)


def test_a_correction_wins_over_what_was_known_when_it_was_marked() -> None:
    mark = replace(WHOLE, anchors=anchors(*REPORTED.content), claim=REPORTED, speaker=None)
    item = only(Notebook(ARTICLE, ANALYSIS, (mark,), corrections=(DENIED,)))
    assert item.claim
    assert item.claim.stance.commitment == "denied"
    assert item.speaker
    assert item.speaker.name == "Bo Ek"
    assert item.claim.corrected


def test_what_the_reader_says_is_no_claim_is_none() -> None:
    refused = replace(DENIED, content=anchors(*SAID.content), verdict="no claim", speaker=None)
    item = only(Notebook(ARTICLE, ANALYSIS, (WHOLE,), corrections=(refused,)))
    assert (item.claim, item.speaker) == (None, None)


def test_an_orphan_keeps_the_claim_it_was_made_with() -> None:
    item = only(Notebook(ARTICLE, ANALYSIS, (), (LOST,)))
    assert (item.claim, item.text) == (REPORTED, "@SUM(A1)")


def test_of_two_claims_of_the_same_words_the_one_that_was_marked_is_found() -> None:
    assert SAID.cue
    twin = replace(SAID, id="c9", cue=replace(SAID.cue, text="replied"), speaker="s2")
    for claims in ((SAID, twin), (twin, SAID)):
        for known in claims:
            mark = replace(WHOLE, claim=known)
            assert only(Notebook(ARTICLE, replace(ANALYSIS, claims=claims), (mark,))).claim == known


def test_claims_are_all_with_what_the_reader_made_of_them() -> None:
    found = list(list_items(NOTEBOOK, "claims"))
    assert [item.id for item in found] == [WHOLE.id, "c2", "c3", "c4"]
    assert [item.note[:4] for item in found] == ["=1+1", "", "", ""]
    assert [item.marked for item in found] == [True, False, False, False]
    assert found[1].pieces == anchors(*REPORTED.content)
    assert not list(list_items(Notebook(ARTICLE), "claims"))


def test_sure_claims_are_those_likelier_right_than_wrong() -> None:
    every = list(list_items(NOTEBOOK, "claims"))
    sure = list(list_items(NOTEBOOK, "sure-claims"))
    assert [item.id for item in sure] == [item.id for item in every if not item.unsure]
    assert 0 < len(sure) < len(every)
    assert all(item.claim and item.claim.confidence >= 0.5 for item in sure)


def words(what: What, speaker: str | None = None) -> list[str]:
    return [item.text for item in list_items(NOTEBOOK, what, speaker)]


def test_quotations_are_only_what_somebody_says_in_their_very_words() -> None:
    found = list(list_items(NOTEBOOK, "quotations"))
    assert found and all(item.claim and item.claim.kind != "indirect" for item in found)
    assert words("quotations")[0] == "“Rates may rise,” … “But not [bold]soon[/bold].”"


def test_of_a_claim_that_is_quoted_in_part_only_that_part_is_taken() -> None:
    text = "He said the plan was “a dream”, and that “nobody” wants it."
    said = replace(SAID, kind="mixed", content=(Span(8, len(text) - 1, text[8:-1]),), source=(), cue=None)
    book = Notebook(article_of(text), replace(ANALYSIS, claims=(said,)))
    assert [item.text for item in list_items(book, "quotations")] == ["“a dream” … “nobody”"]
    indirect = replace(book, found=replace(ANALYSIS, claims=(replace(said, kind="indirect"),)))
    assert not list(list_items(indirect, "quotations"))


def test_unquoted_text_is_every_paragraph_without_its_quotations() -> None:
    book = Notebook(article_of("It rained. “So what?” she said.\n\n“All of it is said.”\n\nNobody “replied"))
    found = list(list_items(book, "unquoted-text"))
    assert [(item.text, item.paragraph) for item in found] == [("It rained. … she said.", 0), ("Nobody", 2)]
    assert all(piece.exact == book.article.text[piece.start : piece.end] for i in found for piece in i.pieces)


def test_only_what_one_speaker_says() -> None:
    assert words("claims", "ann") and all(
        item.speaker and "Ann" in item.speaker.name for item in list_items(NOTEBOOK, "claims", "LEE ann")
    )
    assert words("claims", "ann zzz") == [] and words("unquoted-text", "ann") == []
