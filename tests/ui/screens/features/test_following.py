"""From a claim to the article it came from, and back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from textual.pilot import Pilot

from secondhand.article import Article, Hyperlink
from secondhand.claim import Analysis
from secondhand.library import Library
from secondhand.ui.app import ReaderApp
from secondhand.ui.messages import Followed
from secondhand.ui.screens.dialogs.chain import ChainScreen
from secondhand.ui.screens.reader import Analyse, ReaderScreen
from secondhand.ui.widgets.masthead import trail_of
from tests.claims import MODEL, article_of, seed_analysis, seed_article, whole
from tests.ui.conftest import LATE, Open, Reader

OFFICIALS = ("G", "k", "n")
"""the keys to the claim of the officials, through The Washington Post"""
POST = """\
<html><head><title>Allies weigh troops</title><meta property="og:site_name" content="The Washington Post">
</head><body><article><h1>Allies weigh troops</h1><p>It has been a long week for all who work in the capitals
of this continent, and it is not over yet.</p><p>European countries were considering deploying a total of
25,000-30,000 military personnel to Ukraine, officials said on Thursday evening in Brussels.</p></article>
</body></html>
"""


class Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        if self.path == "/slow":
            self.server.wait.wait(LATE)  # type: ignore[attr-defined]
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Location", "file:///etc/passwd")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(POST.encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


class Site:
    """A server of one page, on an address that passes for a public one."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.base = f"http://127.0.0.1:{server.server_port}"
        self.asked: list[str] = server.asked  # type: ignore[attr-defined]
        self.answer: threading.Event = server.wait  # type: ignore[attr-defined]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.asked, server.wait = [], threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("secondhand.ingest.fetch.is_public", lambda address: True)
    yield Site(server)
    server.wait.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def leading_to(url: str | None) -> Analyse:
    """Return an analysis of the seed in which the link to The Washington Post leads to ``url``."""
    known = seed_analysis()
    claims = (
        replace(claim, chain=tuple(replace(link, url=url if link.url else None) for link in claim.chain))
        for claim in known.claims
    )
    seed = whole(replace(known, claims=tuple(claims)))
    nothing = whole(Analysis((), (), MODEL))

    def analyse(article: Article, nearest: Callable[[], int]) -> Iterator[object]:
        return (seed if article.text == seed_article().text else nothing)(article, nearest)

    return analyse  # type: ignore[return-value]


def top(reader: Reader) -> ReaderScreen:
    """Return the reader in front."""
    assert isinstance(reader.app.screen, ReaderScreen)
    return reader.app.screen


async def test_o_opens_the_page_behind_a_claim_and_backspace_goes_back(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/post")) as reader:
        await reader.press(*OFFICIALS)
        first, here = top(reader), reader.session
        await reader.press("o")
        await reader.until(lambda: reader.app.screen is not first)
        there = top(reader)
        assert there.notebook.article.publisher == "The Washington Post"
        assert there.notebook.article.url == f"{site.base}/post"
        at = there.notebook.article.paragraphs[there.session.paragraph]
        assert there.notebook.article.text[at.start :].startswith("European countries were considering")
        assert "Sputnik › The Washington Post" in reader.text()
        await reader.press("backspace")
        assert top(reader) is first and first.session is here
        assert "Fetching" not in reader.text()
        await reader.press("backspace")
        assert reader.said[-1] == "This is where you began."


async def test_enter_shows_the_chain_and_opens_a_link_of_it(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/post")) as reader:
        await reader.press(*OFFICIALS, "enter")
        shown = reader.text()
        assert isinstance(reader.app.screen, ChainScreen)
        for words in ("The Washington Post", "officials", "→ 127.0.0.1", "/post"):
            assert words in shown
        await reader.press("j", "k", "escape")
        assert top(reader) is reader.screen
        await reader.press("enter", "enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        assert site.asked == ["/post"]


async def test_escape_stops_fetching(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/slow")) as reader:
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: site.asked == ["/slow"])
        before = reader.session.paragraph
        await reader.press("k")
        assert reader.session.paragraph == before - 1, "reading goes on meanwhile"
        assert "Fetching 127.0.0.1" in reader.text()
        await reader.press("escape")
        assert "Fetching" not in reader.text()
        await reader.until(lambda: not [w for w in reader.app.workers if w.group == "fetching"])
        assert top(reader) is reader.screen and not reader.said


async def test_leaving_does_not_wait_for_a_page(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/slow")) as reader:
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: site.asked == ["/slow"])
        await reader.press("q")
    await reader.app.workers.wait_for_complete()


async def test_what_arrives_while_a_dialog_is_open_waits(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/slow")) as reader:
        await reader.press(*OFFICIALS, "o", "?")
        site.answer.set()
        await reader.until(lambda: reader.screen.following.arrived is not None)
        assert not isinstance(reader.app.screen, ReaderScreen)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen) and bool(top(reader).trail))


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "http://192.168.1.1/admin",
            "is on this machine or in a private network: no page may send you there.",
        ),
        ("http://2130706433/", "is on this machine or in a private network: no page may send you there."),
        ("file:///etc/passwd", "only http and https addresses are opened."),
    ],
)
@pytest.mark.parametrize("key", ["o", "O"])
async def test_a_page_may_not_send_us_everywhere(open_reader: Open, url: str, told: str, key: str) -> None:
    async with open_reader(analyse=leading_to(url)) as reader:
        await reader.press(*OFFICIALS, key)
        await reader.until(lambda: bool(reader.said))
        assert reader.said[-1].startswith(url) and reader.said[-1].endswith(told)
        assert top(reader) is reader.screen


async def test_a_page_that_leads_away_is_refused_in_one_line(open_reader: Open, site: Site) -> None:
    async with open_reader(analyse=leading_to(f"{site.base}/away")) as reader:
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: bool(reader.said))
        assert "redirects to file:///etc/passwd, which is not opened" in reader.said[-1]


async def test_a_claim_that_leads_nowhere(open_reader: Open) -> None:
    async with open_reader(analyse=leading_to(None)) as reader:
        for key in ("o", "enter"):
            await reader.press(key)
            assert reader.said[-1].startswith("No page is linked here")
        await reader.press("O")
        assert reader.said[-1] == "Neither the claim nor the article tells an address."
    async with open_reader(analyse=whole(Analysis((), (), MODEL))) as reader:
        await reader.press("o")
        assert reader.said[-1] == "There is no claim here to follow."


@pytest.mark.parametrize("where", ["Washington Post", "deploying a total"])
async def test_a_relative_link_tells_that_it_needs_the_address_of_the_page(
    open_reader: Open, where: str
) -> None:
    at = seed_article().text.index(where)
    saved = replace(seed_article(), relative=((at, at + 5),))
    async with open_reader(saved, leading_to(None)) as reader:
        await reader.press("o")
        assert reader.said[-1].startswith("No page is linked here")
        await reader.press(*OFFICIALS, "o")
        assert reader.said[-1].startswith("The link here is relative: open the file with --url")


REPORT = article_of(
    "The allies met on Wednesday.\n\nSeveral European countries consider deploying between 25,000 and 30,000 "
    "military personnel to Ukraine, but only if the US provides support, officials said.",
    title="Allies weigh troops",
    publisher="washingtonpost.com",
    date=date(2025, 2, 20),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.db") as library:
        yield library


async def test_an_article_of_the_library_is_offered(open_reader: Open, library: Library) -> None:
    library.enter(REPORT)
    async with open_reader(analyse=leading_to(None), library=library) as reader:
        await reader.press(*OFFICIALS, "enter")
        assert "→ in your library: Allies weigh troops, 20 February 2025" in reader.text()
        await reader.press("enter")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        assert (top(reader).notebook.article.title, top(reader).session.paragraph) == (
            "Allies weigh troops",
            1,
        )


async def test_what_the_library_has_is_not_fetched(open_reader: Open, library: Library, site: Site) -> None:
    library.enter(replace(REPORT, url=f"{site.base}/post"))
    async with open_reader(analyse=leading_to(f"{site.base}/post?utm_source=x"), library=library) as reader:
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        assert site.asked == []


async def test_a_page_one_came_from_is_gone_back_to(open_reader: Open, library: Library, site: Site) -> None:
    seed = replace(seed_article(), url=f"{site.base}/seed")
    library.enter(seed)
    library.enter(REPORT)

    async with open_reader(seed, leading_to(None), library=library) as reader:
        first = top(reader)
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: reader.app.screen is not first)
        top(reader).post_message(Followed(seed, seed_analysis().claims[0]))
        await reader.until(lambda: reader.app.screen is first)


async def test_O_opens_the_browser(open_reader: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    class Browser:
        def open(self, url: str) -> bool:
            opened.append(url)
            return True

    monkeypatch.setattr("webbrowser.get", Browser)
    async with open_reader(replace(seed_article(), url="https://example.org/seed")) as reader:
        await reader.press("O")
        await reader.press(*OFFICIALS, "O")
    post = "https://www.washingtonpost.com/world/2025/02/20/troops"
    assert opened == ["https://example.org/seed", post]


async def test_without_a_browser_the_address_is_copied(
    open_reader: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secondhand.ui.system.browser._try_opening", lambda app, url: False)
    async with open_reader(replace(seed_article(), url="https://example.org/seed")) as reader:
        await reader.press("O")
        assert reader.app.clipboard == "https://example.org/seed"
        assert reader.said[-1].startswith("There is no browser here. https://example.org/seed is copied")


async def test_what_is_chosen_in_the_library_begins_a_trail_of_its_own(
    open_reader: Open, library: Library
) -> None:
    library.enter(REPORT)
    library.enter(article_of("The bridge is closed.", title="The bridge"))
    async with open_reader(analyse=leading_to(None), library=library) as reader:
        await reader.press(*OFFICIALS, "o")
        await reader.until(lambda: len(reader.app.screen_stack) == 2)
        await reader.press("L", "/", *"bridge", "enter", "enter")
        await reader.until(lambda: isinstance(reader.app.screen, ReaderScreen))
        assert (top(reader).notebook.article.title, top(reader).trail) == ("The bridge", ())
        assert len(reader.app.screen_stack) == 1


async def test_words_that_lead_somewhere_are_shown_as_data(open_reader: Open) -> None:
    text = seed_article().text
    at = text.index("European countries were")
    link = Hyperlink(at, at + len("European countries"), "https://news.example/[b]")
    hostile = text[:at] + text[at:].replace(" ", "\x1b", 1)
    article = replace(seed_article(), text=hostile, hyperlinks=(link,))
    async with open_reader(article, whole(seed_analysis())) as reader:
        await reader.press(*OFFICIALS, "enter")
        assert "Other words of the claim lead to" in reader.text()
        assert "→ news.example/[b]  “European␛countries”" in reader.text()


def test_a_long_trail_shows_its_end() -> None:
    assert trail_of(()) == ""
    assert trail_of(("A", "B\x1b", "C")) == "A › B␛ › C › "
    assert trail_of(("A", "B", "C", "D")) == "… › B › C › D › "


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_trail(snap_compare: Callable[..., bool], theme: str) -> None:
    async def prepare(pilot: Pilot[None]) -> None:
        reader = Reader(pilot)
        await reader.analysed()
        claim = next(c for c in seed_analysis().claims if c.content[0].text.startswith("European countries"))
        reader.screen.post_message(Followed(REPORT, claim))
        await reader.until(lambda: len(pilot.app.screen_stack) == 2)
        await reader.until(lambda: top(reader).session.state == "done")
        await pilot.pause()

    app = ReaderApp(seed_article(), analyse=leading_to(None), theme=theme)
    assert snap_compare(app, terminal_size=(80, 24), run_before=prepare)
