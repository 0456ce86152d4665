"""The panel answers at once: who says it, through whom, and how they stand to it, at every size."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Footer
from textual.widgets._toast import Toast

from secondhand import analysis, ingest
from secondhand.claim import Analysis, Claim, Link
from secondhand.ui.app import ReaderApp
from secondhand.wording import labels
from tests.claims import Teller, article_of, seed_analysis, seed_article, whole
from tests.ui.conftest import Open, Reader

SEEDS = sorted((Path(__file__).parents[3] / "seeds").iterdir())
at_all_sizes = pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (200, 60)])


def panel_rows(reader: Reader) -> list[str]:
    """Return what the screen shows where the panel is, from the sign of the current claim on."""
    at = reader.panel.region
    rows = [row[at.x : at.right] for row in reader.text().splitlines()[at.y : at.bottom]]
    rows = [row.strip(" ▌▎▏▕▁▂▃▄▅▆▇█") for row in rows]
    first = next(number for number, row in enumerate(rows) if row.startswith("▸ "))
    return rows[first:]


def stands_for(shown: str, name: str) -> bool:
    """Return whether ``shown`` is ``name``, or its beginning and its end."""
    head, cut, tail = shown.partition("…")
    return shown == name or bool(cut and head and tail and name.startswith(head) and name.endswith(tail))


def check_head(reader: Reader, claim: Claim) -> None:
    """Assert that speaker, whole chain and stance stand first, in this order."""
    speaker = reader.session.index.speaker(claim)
    name, role = re.escape(labels.speaker_name(speaker)), re.escape(labels.speaker_role(speaker))
    links = [labels.link_name(link) for link in claim.chain]
    chain = " → ".join(["([^→]+?)"] * len(links))
    head = re.compile(rf"▸ {name}(?: · {role})? {chain} {re.escape(labels.stance_short(claim))}")
    flat = " ".join(panel_rows(reader))
    found = head.match(flat)
    assert found and all(map(stands_for, found.groups(), links)), (flat, links)


@pytest.mark.model
@at_all_sizes
async def test_every_claim_of_the_seeds_is_answered_the_moment_it_is_current(
    open_reader: Open, size: tuple[int, int]
) -> None:
    looked = 0
    for seed in SEEDS:
        article = ingest.open_bundle(str(seed)).article(1)
        async with open_reader(article, whole(analysis.analyze(article)), size=size) as reader:
            await reader.press("U")
            for claim in reader.session.index.claims:
                reader.screen.session = reader.session.choose(claim)
                await reader.pilot.pause()
                check_head(reader, claim)
                looked += 1
    assert looked > 100


def seed_with(claim: int, **changed: object) -> Analysis:
    """Return the claims of the literal seed, one of them changed."""
    found = seed_analysis()
    new = replace(found.claims[claim], **changed)  # type: ignore[arg-type]
    return replace(found, claims=tuple(new if at == claim else c for at, c in enumerate(found.claims)))


async def test_only_the_current_claim_is_open_and_the_others_are_two_rows(open_reader: Open) -> None:
    async with open_reader(size=(120, 40)) as reader:
        await reader.press("j")
        heights = [len(rows) for rows, _ in reader.cards]
        assert heights[0] > 4 and heights[1:] == [2, 2]
        await reader.press("n", "n")
        assert [len(rows) for rows, _ in reader.cards][:2] == [2, 2]


@at_all_sizes
@pytest.mark.parametrize("name", ["Ann", "European countries of the north and of the very far south"])
async def test_the_stance_of_a_claim_beside_the_current_one_is_legible(
    open_reader: Open, size: tuple[int, int], name: str
) -> None:
    found = seed_analysis()
    named = tuple(replace(s, name=name) if s.name == "Donald Trump" else s for s in found.speakers)
    stance = replace(found.claims[0].stance, commitment="uncommitted")
    claims = tuple(replace(c, confidence=0.59, stance=stance) for c in found.claims)
    async with open_reader(analyse=whole(replace(found, claims=claims, speakers=named)), size=size) as reader:
        await reader.press("j", "j")
        beside = [rows for rows, claim in reader.cards if claim is not reader.session.current]
        assert len(beside) == 2
        for rows in beside:
            first, second = (reader.panel._rows[row].text.strip() for row in rows)
            told = first if "Asks or wants it" in first else second.partition("“")[0]
            at = told.index("Asks or wants it")
            stance, *more = [part.strip() for part in told[at:].split(" · ") if part.strip()]
            assert stance in {"Asks or wants it", "Asks or wants it, doesn’t assert it"}
            assert {"59 % sure", "against Emmanuel Macron"}.issuperset(more)


@pytest.mark.parametrize(
    ("sure", "shown"),
    [
        ({"confidence": 0.8}, "Says it as fact · against Emmanuel Macron"),
        ({"confidence": 0.79}, "Says it as fact · against Emmanuel Macron · 79 % sure"),
        ({"speaker_confidence": 0.6}, "Says it as fact · against Emmanuel Macron · 60 % sure of the speaker"),
        (
            {"confidence": 0.7, "chain_confidence": 0.65},
            "Says it as fact · against Emmanuel Macron · 65 % sure of the chain",
        ),
        (
            {"confidence": 0.5, "corrected": True},
            "Says it as fact · against Emmanuel Macron · ✎ set right by you",
        ),
    ],
)
async def test_one_confidence_and_only_where_there_is_doubt(
    open_reader: Open, sure: dict[str, object], shown: str
) -> None:
    async with open_reader(analyse=whole(seed_with(0, **sure)), size=(200, 60)) as reader:
        rows = panel_rows(reader)
        assert rows[2] == shown
        card = rows[: len(reader.cards[0][0])]
        assert sum(row.count("%") for row in card) == shown.count("%")


async def test_a_role_too_long_for_the_first_row_stands_below(open_reader: Open) -> None:
    found = seed_analysis()
    long = tuple(replace(s, role="philosopher of " + "very " * 20 + "much") for s in found.speakers)
    async with open_reader(analyse=whole(replace(found, speakers=long)), size=(80, 24)) as reader:
        rows = panel_rows(reader)
        assert rows[0] == "▸ Alain de Benoist"
        assert any(row.startswith("Who") for row in rows)


async def test_what_is_likelier_wrong_than_right_is_one_line_until_it_is_asked_for(open_reader: Open) -> None:
    async with open_reader(size=(160, 80)) as reader:
        await reader.press("j", "j")
        assert len(reader.cards) == 2 and "1 unsure claim: U shows it." in reader.text()
        assert "43 %" not in reader.text()
        await reader.press("n", "n")
        assert reader.session.paragraph == 3, "n does not stop at it"
        await reader.press("k", "U")
        assert len(reader.cards) == 3 and "unsure claim:" not in reader.text()
        assert reader.said[-1] == "1 unsure claim in all: shown."
        await reader.press("n", "n")
        assert reader.session.current and reader.session.current.confidence == 0.43
        await reader.press("U")
        assert reader.session.current.confidence > 0.5, "what is folded is not current"


async def test_a_message_covers_nothing() -> None:
    app = ReaderApp(seed_article(), analyse=whole(seed_analysis()))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        reader = Reader(pilot)
        await reader.analysed()
        await reader.press("u")
        (toast,) = app.screen.query(Toast)
        assert "There is nothing to undo." in reader.text()
        for widget in (reader.article, reader.panel, app.screen.query_one(Footer)):
            assert not widget.region.overlaps(toast.region), widget


async def test_a_click_on_its_words_opens_an_unsure_claim(open_reader: Open) -> None:
    async with open_reader(size=(160, 80)) as reader:
        unsure = next(c for c in reader.session.index.claims if c.confidence < 0.5)
        reader.screen.session = reader.session.choose(unsure)
        await reader.pilot.pause()
        assert panel_rows(reader)[0].startswith("▸ Donald Trump")


async def test_where_no_claim_is_unsure_the_key_says_so(open_reader: Open) -> None:
    found = seed_analysis()
    sure = replace(found, claims=tuple(c for c in found.claims if c.confidence > 0.5))
    async with open_reader(analyse=whole(sure)) as reader:
        await reader.press("U")
        assert reader.said[-1] == "No claim is unsure."
        assert not reader.session.unfolded


@at_all_sizes
async def test_a_chain_of_many_links_is_whole(open_reader: Open, size: tuple[int, int]) -> None:
    t = Teller(article_of("It rains, he said."))
    via = tuple(Link(f"{name} Broadcasting Corporation", "organization", "reported") for name in ("Aa", "Bb"))
    t.claim(0, ["It rains"], "said", "he", t.speaker("spokeswoman for the city of Harrow Bay"), via=via)
    async with open_reader(t.article, whole(t.analysis()), size=size) as reader:
        check_head(reader, reader.session.index.claims[0])
