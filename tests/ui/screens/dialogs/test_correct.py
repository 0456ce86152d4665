"""The correction dialog: each field and key, and the edit that comes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual import events
from textual.widgets import Checkbox, Input, Select

from secondhand.claim import Claim, Link, Speaker
from secondhand.notes.correcting import apply_corrections
from secondhand.notes.correction import Correction
from secondhand.notes.correction_draft import draft_claim, draft_correction
from secondhand.notes.edit import Edit
from secondhand.ui.screens.dialogs.correct import ELSE, NOBODY, CorrectScreen
from tests.ui.conftest import until
from tests.ui.screens.conftest import OPEN, OpenScreen, Play
from tests.ui.screens.marked import marked

BOOK = marked()
ARTICLE, FOUND = BOOK.article, BOOK.found
assert FOUND is not None
TELEGRAPH, CITED = FOUND.claims[10], FOUND.claims[11]


def about(claim: Claim, *corrections: Correction) -> CorrectScreen:
    """Return the dialog on ``claim`` of the seed, after ``corrections``."""
    assert FOUND is not None
    now = apply_corrections(ARTICLE, FOUND, corrections)
    same = next(c for c in now.claims if c.content == claim.content)
    return CorrectScreen(draft_correction(ARTICLE, FOUND, corrections, same, now.speaker(same)), now.speakers)


def own(words: str) -> CorrectScreen:
    """Return the dialog on a new claim of ``words``."""
    assert FOUND is not None
    start = ARTICLE.text.index(words)
    return CorrectScreen(draft_claim(ARTICLE, start, start + len(words)), FOUND.speakers)


def made(play: Play) -> Correction:
    """Return the correction that came of it."""
    assert isinstance(play.app.result, Edit)
    assert isinstance(play.app.result.after, Correction)
    return play.app.result.after


def after(correction: Correction, claim: Claim) -> tuple[Claim, Speaker | None]:
    """Return ``claim`` and its speaker after ``correction``."""
    assert FOUND is not None
    now = apply_corrections(ARTICLE, FOUND, [correction])
    same = next(c for c in now.claims if c.content == claim.content)
    return same, now.speaker(same)


async def choose(play: Play, field: str, value: object) -> None:
    """Choose ``value`` in a field, as the list that drops down does."""
    play.app.screen.query_one(f"#{field}", Select).value = value
    await play.pilot.pause()


async def write(play: Play, field: str, text: str) -> None:
    """Replace what stands in a field by typing."""
    play.app.screen.query_one(f"#{field}").focus()
    await play.press("end", "ctrl+u")
    await play.type(text)


async def test_it_shows_the_claim_as_it_stands(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED)) as play:
        for words in (
            "Correct this claim", "European countries were considering", "Speaker  officials",
            "Type     unnamed source", "Stance   Thinks it possible", "Article  Takes no side",
            "Chain    Sputnik  published · 27 February 2025",
            "└── The Washington Post  reported · 17–23 February 2025", "└── officials  cited",
        ):  # fmt: skip
            assert words in play.app.text(), words
        assert "✎" not in play.app.text()


@pytest.mark.parametrize("keys", [["ctrl+s"], ["escape"], ["tab", "tab", "enter"]], ids="sec")
async def test_without_a_change_there_is_no_correction(open_screen: OpenScreen, keys: list[str]) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await play.press(*keys)
        assert play.app.result is None


async def test_another_speaker_of_the_article_by_keyboard(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await play.press("enter", *"macron", "enter")
        text = play.app.text()
        for words in ("✎ Speaker  Emmanuel Macron", "✎ Role     French President", "✎ Chain"):
            assert words in text, words
        assert "└── Emmanuel Macron  reported · January 2025" in text, "the chain follows"
        await play.press("ctrl+s")
        correction = made(play)
        assert (correction.speaker and correction.speaker.name, correction.chain) == ("Emmanuel Macron", None)
        assert correction.before == TELEGRAPH and correction.verdict == "changed"
        claim, speaker = after(correction, TELEGRAPH)
        assert speaker and speaker.role == "French President" and claim.chain[-1].name == "Emmanuel Macron"


async def test_a_speaker_the_article_does_not_know(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await choose(play, "speaker", ELSE)
        assert play.app.screen.query_one("#name", Input).has_focus
        await play.press("ctrl+s")
        assert "! Write who says it, or choose “nobody is named”." in play.app.text()
        await play.type("Ann Lee")
        await write(play, "role", "a reporter")
        await play.press("enter")
        speaker = made(play).speaker
        assert speaker and (speaker.name, speaker.type, speaker.role) == ("Ann Lee", "person", "a reporter")


async def test_typing_begins_a_name_that_is_not_in_the_list(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await play.type("Ann Lee")
        name = play.app.screen.query_one("#name", Input)
        assert name.has_focus and name.value == "Ann Lee"
        assert play.app.screen.query_one("#speaker", Select).value == ELSE
        await play.press("ctrl+s")
        speaker = made(play).speaker
        assert speaker and (speaker.name, speaker.type) == ("Ann Lee", "person")


async def test_a_name_that_comes_at_once_is_written_whole(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        for letter in "Ann Lee":
            play.app.post_message(events.Key("space" if letter == " " else letter, letter))
        name = play.app.screen.query_one("#name", Input)
        await until(play.pilot, lambda: len(name.value) == 7)
        assert name.value == "Ann Lee" and not play.app.screen.query_one("#speaker", Select).expanded


async def test_a_name_that_is_pasted_is_one_that_is_typed(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        play.app.post_message(events.Paste("Ann Lee\nx"))
        name = play.app.screen.query_one("#name", Input)
        await until(play.pilot, lambda: name.value == "Ann Lee")


async def test_a_known_name_that_is_typed_brings_its_role(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await play.type("emmanuel macron")
        assert play.app.screen.query_one("#role", Input).value == "French President"


async def test_someone_else_stands_first_in_the_list(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH), (40, 12)) as play:
        await play.press("enter", "home")
        assert "someone else" in play.app.text()


async def test_what_was_changed_is_not_dropped_unasked(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await choose(play, "stance", "possible")
        await play.press("escape")
        assert "Drop what you changed here?" in play.app.text()
        await play.press("n")
        assert play.app.result is OPEN and "✎ Stance   Thinks it possible" in play.app.text()
        await play.press("escape", "y")
        assert play.app.result is None


async def test_nobody_is_named(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await choose(play, "speaker", NOBODY)
        assert "Role" not in play.app.text()
        await play.press("ctrl+s")
        claim, speaker = after(made(play), TELEGRAPH)
        assert speaker is None and claim.chain[-1].name == "unknown"


async def test_type_role_stance_and_framing(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await choose(play, "type", "document")
        await write(play, "role", "a paper")
        await choose(play, "stance", "possible")
        await choose(play, "framing", "distancing")
        text = play.app.text()
        for label in ("Type", "Role", "Stance", "Article"):
            assert f"✎ {label}" in text
        await play.press("ctrl+s")
        correction = made(play)
        assert (correction.commitment, correction.framing) == ("possible", "distancing")
        assert correction.speaker == Speaker("", "The Telegraph", "document", "a paper", ())


async def test_what_is_chosen_back_is_no_change(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        await choose(play, "stance", "possible")
        await choose(play, "stance", "certain")
        assert "✎" not in play.app.text()
        await play.press("ctrl+s")
        assert play.app.result is None


async def test_a_link_is_taken_out(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED)) as play:
        play.app.screen.query_one("#chain").focus()
        await play.press("down", "d")
        assert "The Washington Post" not in play.app.text() and "✎ Chain" in play.app.text()
        await play.press("delete", "d")
        assert "! A chain has one link at least." in play.app.text()
        await play.press("ctrl+s")
        chain = made(play).chain
        assert chain is not None and [link.name for link in chain] == ["Sputnik"]


async def test_a_link_is_added(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        play.app.screen.query_one("#chain").focus()
        await play.press("a", "ctrl+s")
        assert "! A link needs a name." in play.app.text()
        await play.type("Reuters")
        await choose(play, "type", "organization")
        await choose(play, "relation", "reported")
        await play.press("enter")
        assert "└── Reuters  reported" in play.app.text()
        await play.press("ctrl+s")
        assert made(play).chain == (
            TELEGRAPH.chain[0], Link("Reuters", "organization", "reported"), TELEGRAPH.chain[1],
        )  # fmt: skip


async def test_a_link_is_renamed_and_its_relation_changed(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED)) as play:
        play.app.screen.query_one("#chain").focus()
        await play.press("j", "enter")
        await write(play, "who", "The Post")
        await choose(play, "relation", "wrote")
        await play.press("ctrl+s")
        await play.press("ctrl+s")
        chain = made(play).chain
        assert chain and chain[1] == replace(CITED.chain[1], name="The Post", relation="wrote")


async def test_a_link_is_left_as_it_was(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED)) as play:
        play.app.screen.query_one("#chain").focus()
        await play.press("j", "k", "enter", "X", "escape")
        assert play.app.result is OPEN
        await play.press("ctrl+s")
        assert play.app.result is None


async def test_this_is_no_claim(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH)) as play:
        play.app.screen.query_one("#none").focus()
        await play.press("space")
        assert "▐X▌ This is no claim" in play.app.text()
        assert play.app.screen.query_one("#speaker-field").disabled
        await play.press("ctrl+s")
        assert made(play).verdict == "no claim"


CORRECTION = replace(
    Correction("id", draft_claim(ARTICLE, 0, 1).content, BOOK.opened, commitment="denied", before=TELEGRAPH),  # type: ignore[arg-type]
    content=draft_correction(ARTICLE, FOUND, (), TELEGRAPH, None).content,
)


async def test_what_was_corrected_is_shown_as_the_readers_own(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH, CORRECTION)) as play:
        assert "✎ Stance   Denies it" in play.app.text()
        await choose(play, "framing", "endorsing")
        await play.press("ctrl+s")
        correction = made(play)
        assert play.app.result.before == CORRECTION and correction.id == "id"
        assert (correction.commitment, correction.framing) == ("denied", "endorsing")
        assert correction.before == TELEGRAPH


async def test_it_goes_back_to_what_the_model_says(open_screen: OpenScreen) -> None:
    async with open_screen(about(TELEGRAPH, CORRECTION)) as play:
        await choose(play, "speaker", NOBODY)
        await play.press("ctrl+z")
        assert "✎" not in play.app.text() and "Says it as fact" in play.app.text()
        await play.press("ctrl+s")
        assert play.app.result == Edit(CORRECTION, None)


async def test_a_new_claim(open_screen: OpenScreen) -> None:
    async with open_screen(own("after any potential peace deal")) as play:
        assert "A claim of your own" in play.app.text()
        await play.press("enter", *"telegraph", "enter")
        await write(play, "cue", "reportd")
        await play.press("ctrl+s")
        assert "! “reportd” is nowhere in the article." in play.app.text()
        await write(play, "cue", "reported")
        await play.press("ctrl+s")
        correction = made(play)
        assert correction.verdict == "new" and correction.content[0].exact == "after any potential peace deal"
        assert correction.cue and correction.cue.exact == "reported"
        assert correction.chain and [link.name for link in correction.chain] == ["Sputnik", "The Telegraph"]
        assert play.app.result.before is None


async def test_a_claim_of_ones_own_is_taken_away(open_screen: OpenScreen) -> None:
    async with open_screen(own("after any potential peace deal")) as play:
        await play.press("ctrl+s")
        mine = made(play)
    assert FOUND is not None
    now = apply_corrections(ARTICLE, FOUND, [mine])
    claim = next(c for c in now.claims if c.content[0].text == "after any potential peace deal")
    async with open_screen(about(claim, mine)) as play:
        await play.press("ctrl+z")
        assert "! This claim is all yours: tick “This is no claim” to take it away." in play.app.text()
        play.app.screen.query_one("#none", Checkbox).value = True
        await play.press("ctrl+s")
        assert play.app.result == Edit(mine, None)


async def test_on_a_small_screen_nothing_covers_the_form_and_keep_is_told(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED), (40, 12)) as play:
        play.app.notify("Something told before.")
        play.app.screen.query_one("#chain").focus()
        await play.press("d", "d", "d")
        assert "! A chain has one link at least." in play.app.text()
        assert "^s Keep" in play.app.text()


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (200, 60)])
async def test_it_is_usable_in_any_size(open_screen: OpenScreen, size: tuple[int, int]) -> None:
    async with open_screen(about(CITED), size) as play:
        assert "Speaker  officials" in play.app.text()
        await play.press("shift+tab")
        assert "This is no claim" in play.app.text(), "the focus is in view"


async def test_the_ways_out_are_told_where_there_is_no_room_for_every_key(open_screen: OpenScreen) -> None:
    async with open_screen(about(CITED), (40, 12)) as play:
        play.app.screen.query_one("#chain").focus()
        await until(play.pilot, lambda: "a Add" in play.app.text())
        keys = play.app.text().splitlines()[-1].strip()
        assert keys == "⏎ Change  a Add  ^s Keep  esc Back"
