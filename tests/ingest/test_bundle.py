from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from secondhand.article import Article, Provenance
from secondhand.errors import FormatError, NotFound
from secondhand.ingest import Bundle, FeedEntry, open_bundle, read_article, read_linked
from secondhand.ingest import source as source_module
from secondhand.ingest.bundle import NOTHING
from secondhand.ingest.fetch import Call
from secondhand.ingest.fetched import Fetched

SEEDS = Path(__file__).parents[2] / "seeds"


def saved(tmp_path: Path, name: str, data: bytes) -> str:
    (tmp_path / name).write_bytes(data)
    return str(tmp_path / name)


def test_the_first_seed() -> None:
    article = read_article(str(SEEDS / "macron-trump.txt"))
    assert article.text == (SEEDS / "macron-trump.txt").read_bytes().decode()
    assert article.text[article.paragraphs[0].start :].startswith("French President Emmanuel Macron failed")
    assert (article.publisher, article.date, article.credit, article.title) == (
        "Sputnik",
        date(2025, 2, 27),
        None,
        None,
    )
    assert len(article.paragraphs) == 7


@pytest.mark.parametrize("path", sorted(SEEDS.iterdir()), ids=lambda path: path.name)
def test_every_seed_is_whole(path: Path) -> None:
    article = read_article(str(path))
    assert len(article.paragraphs) >= 2
    before = 0
    for paragraph in article.paragraphs:
        words = article.text[paragraph.start : paragraph.end]
        assert before <= paragraph.start
        assert words == words.strip() != ""
        before = paragraph.end
    assert all(article.text[link.start : link.end].strip() for link in article.hyperlinks)


def test_seeds_of_each_make() -> None:
    wire = read_article(str(SEEDS / "officials-wire.txt"))
    assert (wire.publisher, wire.title) == (
        "Reuters",
        "Ostravia weighs closing northern pipeline, officials say",
    )
    poll = read_article(str(SEEDS / "poll.md"))
    assert (poll.publisher, poll.authors, len(poll.hyperlinks)) == (
        "The Caldera Observer",
        ("Nell Ashgrove",),
        3,
    )


def test_what_is_given_wins(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.txt", b"date 2024-01-02 ROME (AP) - He told CNN so.\n\nIt rained.")
    given = read_article(
        path, publisher="The Bugle", title="Rain", date=date(2020, 1, 1), url="https://b.example/1"
    )
    assert (given.publisher, given.title, given.date) == ("The Bugle", "Rain", date(2020, 1, 1))
    assert (given.url, given.credit) == ("https://b.example/1", "AP")
    assert (read_article(path).publisher, read_article(path).credit) == ("AP", None)


def test_relative_links_of_a_saved_page_follow_the_given_address(tmp_path: Path) -> None:
    path = saved(
        tmp_path, "a.html", b"<html><body><p>The minister <a href='x'>said</a> so to all.</p></body></html>"
    )
    assert read_article(path).hyperlinks == ()
    assert [link.url for link in read_article(path, url="https://h.example/n/a").hyperlinks] == [
        "https://h.example/n/x"
    ]
    markdown = saved(tmp_path, "a.md", b"He [said](x) so.")
    assert [link.url for link in read_article(markdown, url="https://h.example/n/a").hyperlinks] == [
        "https://h.example/n/x"
    ]


def test_a_fetched_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (SEEDS / "linked-sources.html").read_bytes()
    got = Fetched(page, "http://a.example", content_type="text/html", url="http://a.example/final")
    monkeypatch.setattr("secondhand.ingest.fetch.fetch", lambda _: got)
    article = read_article("http://a.example")
    assert article.url == "http://a.example/final"
    assert article.publisher == "Harrow Bay Courier"
    linked = [article.text[link.start : link.end] for link in article.hyperlinks]
    assert linked[:3] == ["inspection records", "Maritime Safety Office", "a statement"]


def test_what_a_page_links_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []

    def fetch(url: str, *, linked: bool, call: object) -> Fetched:
        asked.append((url, linked))
        return Fetched(b"He said so.", url, content_type="text/plain", url="http://a.example/final")

    monkeypatch.setattr("secondhand.ingest.fetch.fetch", fetch)
    article = read_linked("http://a.example/x", Call())
    assert (article.text, article.url) == ("He said so.", "http://a.example/final")
    assert asked == [("http://a.example/x", True)]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"He said.\r\n\r\nShe did.")))
    assert read_article("-").text == "He said.\r\n\r\nShe did."


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_article(saved(tmp_path, "a.txt", "He said “so”.".encode("utf-16"))).text == "He said “so”."


def test_control_characters_in_the_text_are_kept(tmp_path: Path) -> None:
    text = "He said \x1b[2J so, and nobody [/red] knew."
    assert read_article(saved(tmp_path, "a.txt", text.encode())).text == text


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("empty.txt", b"", NotFound),
        ("blank.txt", b" \r\n\t\n", NotFound),
        ("mark.txt", b"\xef\xbb\xbf\n", NotFound),
        ("date.txt", b"date 2024-01-02\n", NotFound),
        ("picture.md", b"![a](b.png)\n", NotFound),
        ("binary.txt", bytes(range(256)) * 9, FormatError),
        ("paper.txt", b"%PDF-1.4\n", FormatError),
        ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", FormatError),
        ("new\nline\x1b.txt", b"", NotFound),
    ],
)
def test_bad_input_is_told_in_one_line(
    tmp_path: Path, name: str, data: bytes, error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        read_article(saved(tmp_path, name, data))
    assert str(caught.value).isprintable()
    assert name.partition("\n")[0] in str(caught.value)


def test_empty_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(NotFound, match=r"^standard input is empty"):
        read_article("-")


def test_plain_text_waits_for_no_page_library() -> None:
    import subprocess

    code = (
        "import sys; from secondhand.ingest import read_article; read_article(sys.argv[1]);"
        "print(*sorted({'lxml', 'trafilatura', 'markdown_it', 'http.client', 'spacy'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS / "macron-trump.txt")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == ""


def test_the_limit_is_one_for_all() -> None:
    assert source_module.LARGEST == 20_000_000


def feed_of(*entries: FeedEntry, known: Article = NOTHING, url: str | None = None) -> Bundle:
    return Bundle("it", entries, known, url)


def test_a_number_that_is_not_there() -> None:
    one = Article("He said.", ())
    for bundle, many in (
        (Bundle("it", (one,), NOTHING), "1 article"),
        (Bundle("it", (one,) * 2, NOTHING), "2 articles"),
    ):
        for number in (0, -1, 3):
            with pytest.raises(
                NotFound, match=rf"^it holds {many}: there is no number {number} among them\.$"
            ):
                bundle.article(number)


def test_the_first_and_the_last_of_several() -> None:
    bundle = Bundle("it", tuple(Article(f"{n} said.", ()) for n in "abc"), NOTHING)
    assert [bundle.article(number).text for number in (1, 2, 3)] == ["a said.", "b said.", "c said."]


def test_the_language_a_user_tells_wins_and_else_the_text() -> None:
    german = "Der Hafen wurde am Dienstag geschlossen, sagte die Direktorin, weil es noch stürmt. " * 3
    article = Article(german, (), language="en")
    assert Bundle("it", (article,), Article("", (), language="nl")).article().language == "nl"
    assert Bundle("it", (article,), NOTHING).article().language == "de"


def test_where_the_article_of_a_source_was_published() -> None:
    said, here = Article("He said.", (), url="https://said.example/"), "https://here.example/"
    silent, mine = Article("She said.", ()), Article("", (), url="https://mine.example/")
    # A page is where it was fetched; of several articles each may be elsewhere.
    assert Bundle("it", (said,), NOTHING, here).article().url == here
    assert Bundle("it", (said,), NOTHING).article().url == said.url
    assert Bundle("it", (said, silent), NOTHING, here).article(1).url == said.url
    assert Bundle("it", (said, silent), NOTHING, here).article(2).url == here
    assert Bundle("it", (said, silent), mine, here).article(1).url == mine.url


def test_where_the_article_of_a_source_was_had() -> None:
    silent, own = Article("She said.", ()), Article("He said.", (), provenance=Provenance("a", "guid", 7))
    here, mine = "https://here.example/", Article("", (), url="https://mine.example/")
    assert Bundle("it", (silent,), NOTHING).article().provenance is None
    assert Bundle("it", (silent,), NOTHING, here).article().provenance == Provenance(here)
    assert Bundle("it", (silent, silent), NOTHING, here).article(2).provenance == Provenance(here, None, 2)
    assert Bundle("it", (own,), NOTHING, here).article().provenance == own.provenance
    assert Bundle("it", (own,), mine, here).article().provenance == Provenance(mine.url, "guid", None)
    assert Bundle("it", (silent,), mine).article().provenance == Provenance(mine.url)


def test_an_entry_of_a_feed_is_fetched_only_to_follow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    page, asked = Article("All of it.", (), url="https://there.example/a"), []
    monkeypatch.setattr("secondhand.ingest.bundle.read_linked", lambda url, call: asked.append(url) or page)
    there = FeedEntry("A\x1b", "Bugle", date(2025, 3, 1), ("Ann Lee",), "https://there.example/\n", None)
    nowhere = FeedEntry(None, None, None, (), None, None)
    here = FeedEntry("B", "Bugle", date(2025, 3, 1), ("Ann Lee",), None, Article("Some of it.", ()))
    bundle = feed_of(there, nowhere, here)
    with pytest.raises(FormatError, match=r"^A\\x1b is at https://there\.example/\\n: open that\. The feed"):
        bundle.article(1)
    with pytest.raises(FormatError, match=r"^This entry leads nowhere\. The feed has no more of it\.$"):
        bundle.article(2, follow=True)
    article = bundle.article(3)
    assert (article.text, article.title, article.publisher) == ("Some of it.", "B", "Bugle")
    assert (article.date, article.authors, asked) == (date(2025, 3, 1), ("Ann Lee",), [])
    assert bundle.article(1, follow=True).text == "All of it."
    assert asked == ["https://there.example/\n"]


def test_what_a_user_tells_of_an_article(tmp_path: Path) -> None:
    source = saved(tmp_path, "a.txt", b"He said.")
    article = read_article(source, title="T", publisher="P", date=date(2025, 3, 1), url="u", language="nl")
    told = Article("He said.", article.paragraphs, "T", "P", (), date(2025, 3, 1), "u", language="nl")
    assert article == replace(told, provenance=article.provenance)
    assert open_bundle(source).name == source


def test_a_page_that_is_linked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    call, given = Call(), []

    def fetch(url: str, *, linked: bool, call: Call) -> Fetched:
        given.append((linked, call))
        body = b'{"text": "One said."}\n' + (b'{"text": "Two said."}\n' if url == "two" else b"")
        return Fetched(
            body, "it", content_type="application/json", url=None if url == "one" else "https://there"
        )

    monkeypatch.setattr("secondhand.ingest.fetch.fetch", fetch)
    one, two = read_linked("one", call), read_linked("two", call)
    assert given == [(True, call)] * 2
    assert (one.text, one.provenance, one.url) == ("One said.", Provenance("one"), None)
    assert (two.text, two.provenance, two.url) == (
        "One said.",
        Provenance("https://there", None, 1),
        "https://there",
    )


def test_the_encoding_its_server_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    got = Fetched(
        "Привет, сказал он.".encode("koi8-r"), "it", content_type="text/plain", charset="koi8-r", url="u"
    )
    monkeypatch.setattr("secondhand.ingest.fetch.fetch", lambda *_, **__: got)
    assert read_linked("u", Call()).text == "Привет, сказал он."
