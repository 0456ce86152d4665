import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from secondhand.article import Hyperlink, Provenance
from secondhand.claim import Analysis, ModelInfo
from secondhand.errors import LibraryError
from secondhand.ingest.surrogates import mend_article
from secondhand.library import Library, Row
from secondhand.notes.edit import Edit
from secondhand.notes.notebook import Notebook
from secondhand.safe_text import replace_surrogates
from tests.claims import article_of, seed_analysis, seed_article
from tests.library.articles import fetched
from tests.notes.literals import LATER, MADE, SCRIPTS, correction, highlight, person

SEED, FOUND = seed_article(), seed_analysis()
TOWN = article_of(
    "The bridge is shut until spring.\n\nThe mayor said that it is unsafe for cars.\n\nBuses go round.",
    title="Bridge shut",
    publisher="Gazette",
    authors=("Ann Lee",),
    date=date(2025, 2, 27),
    url="https://gazette.example/bridge",
)
TOWN_THERE = replace(TOWN, provenance=Provenance("https://gazette.example/bridge"))


def test_an_article_is_kept_whole(library: Library) -> None:
    article = replace(TOWN, hyperlinks=(Hyperlink(4, 10, "https://e.org/"),), credit="AP")
    before = datetime.now(UTC).replace(microsecond=0)
    book = library.notebook(library.enter(article))
    assert book.article == article
    assert (book.found, book.highlights, book.orphans, book.corrections) == (None, (), (), ())
    assert book.opened and before <= book.opened <= datetime.now(UTC)


def test_links_of_a_page_once_opened_with_its_address_are_kept(library: Library) -> None:
    plain = replace(TOWN, hyperlinks=(Hyperlink(14, 18, "https://e.org/"),), relative=((4, 10),))
    known = replace(TOWN, hyperlinks=(Hyperlink(4, 10, "https://gazette.example/a"), *plain.hyperlinks))
    entry = library.enter(plain)
    assert library.notebook(entry).article == plain
    for article in (known, plain):
        assert library.enter(article) == entry
        assert library.notebook(entry).article.hyperlinks == known.hyperlinks


def test_all_is_there_after_closing(path: Path) -> None:
    lit = highlight(SEED.text, "Union has not tried", note="*so*", tags=("b", "a"), claim=FOUND.claims[0])
    wrong = correction(
        SEED.text, FOUND.claims[5].content[0].text, speaker=person("Ann"), before=FOUND.claims[5]
    )
    with Library.open(path) as library:
        entry = library.enter(SEED)
        library.keep(entry, FOUND)
        library.reach(entry, 2000)
        library.write(entry, Edit(None, lit))
        library.write(entry, Edit(None, wrong))
    with Library.open(path) as library:
        book = library.notebook(entry)
        assert (book.article, book.found) == (SEED, FOUND)
        assert (book.highlights, book.orphans, book.corrections) == ((lit,), (), (wrong,))
        assert library.position(entry) == 2000
        assert library.notice is None


@pytest.mark.parametrize("text", [*SCRIPTS.values(), "nul \0 and \ud800 half a pair, in a line"])
def test_any_script_is_kept(library: Library, text: str) -> None:
    article = article_of(text, title=text[:10], publisher=text[2:8], url=f"https://e.org/{text[:4]}")
    entry = library.enter(article)
    lit = highlight(text, text[4:20], note=text, tags=(text[:5],))
    library.write(entry, Edit(None, lit))
    assert library.notebook(entry).article == mend_article(article)
    assert replace_surrogates(repr(library.notebook(entry))) == repr(library.notebook(entry))
    (found,) = library.notebook(entry).highlights
    assert (found.text, found.note) == (replace_surrogates(lit.text), replace_surrogates(text))
    assert library.enter(article) == entry
    assert len(library.rows()) == 1


def test_a_mark_is_changed_and_taken_away(library: Library) -> None:
    entry = library.enter(TOWN)
    first = highlight(TOWN.text, "unsafe for cars")
    second = replace(first, note="why?", changed=LATER)
    library.write(entry, Edit(None, first))
    library.write(entry, Edit(first, second))
    assert library.notebook(entry).highlights == (second,)
    library.write(entry, Edit(first, second).undone())
    assert library.notebook(entry).highlights == (first,)
    library.write(entry, Edit(first, None))
    assert library.notebook(entry).highlights == ()
    library.write(entry, Edit(first, None))


def test_highlights_are_in_reading_order_and_corrections_as_they_were_made(library: Library) -> None:
    entry = library.enter(TOWN)
    for id, words in (("late", "Buses"), ("early", "bridge"), ("mid", "mayor")):
        library.write(entry, Edit(None, highlight(TOWN.text, words, id=id)))
        library.write(entry, Edit(None, correction(TOWN.text, words, id=f"k-{id}", verdict="new")))
    library.write(entry, Edit(None, correction(TOWN.text, "cars", id="old", created=MADE - timedelta(1))))
    book = library.notebook(entry)
    assert [h.id for h in book.highlights] == ["early", "mid", "late"]
    assert [k.id for k in book.corrections] == ["old", "k-late", "k-early", "k-mid"]


def test_a_changed_article_finds_its_highlights_and_lists_orphans(library: Library) -> None:
    entry = library.enter(TOWN_THERE)
    kept, changed, gone = (
        highlight(TOWN.text, words, id=words)
        for words in ("The mayor said", "it is unsafe for cars", "Buses go round")
    )
    for lit in (gone, changed, kept):
        library.write(entry, Edit(None, lit))
    text = "Updated.\n\nThe bridge is shut until spring.\n\nThe mayor said that it is unsafe for all cars."
    assert library.enter(fetched(str(TOWN.url), text)) == entry
    book = library.notebook(entry)
    assert [h.text for h in book.highlights] == ["The mayor said", "it is unsafe for all cars"]
    assert all(text[a.start : a.end] == a.exact for h in book.highlights for a in h.anchors)
    assert book.orphans == (gone,)
    assert library.enter(TOWN) == entry
    assert library.notebook(entry).highlights == (kept, changed, gone)


def test_the_newest_text_is_kept_and_all_that_is_known(library: Library) -> None:
    entry = library.enter(TOWN)
    assert library.enter(article_of(TOWN.text, url="https://other.example/")) == entry
    assert library.notebook(entry).article == replace(TOWN, url="https://other.example/")
    library.enter(article_of(TOWN.text + "\n\nMore.", title="Bridge shut, for now"))
    now = library.notebook(entry).article
    assert (now.title, now.authors, now.publisher) == ("Bridge shut, for now", ("Ann Lee",), "Gazette")
    assert now.text.endswith("More.")


def test_what_was_had_from_an_address_takes_no_other_that_a_copy_tells(library: Library) -> None:
    entry = library.enter(TOWN_THERE)
    assert library.enter(replace(TOWN, url="https://evil.example/")) == entry
    assert library.notebook(entry).article.url == TOWN.url
    there = Provenance("https://mirror.example/")
    assert library.enter(replace(TOWN, url="https://mirror.example/", provenance=there)) == entry
    assert library.notebook(entry).article.url == "https://mirror.example/"


def test_the_place_is_found_again_in_a_changed_article(library: Library) -> None:
    entry = library.enter(SEED)
    at = SEED.paragraphs[4].start
    library.reach(entry, at)
    library.enter(replace(article_of("New.\n\n" + SEED.text), publisher="Sputnik"))
    assert library.position(entry) == at + len("New.\n\n")


def test_an_analysis_holds_for_the_text_and_what_is_known_of_it(library: Library) -> None:
    entry = library.enter(SEED)
    library.keep(entry, FOUND)
    library.enter(replace(SEED, title="A title changes nothing"))
    assert library.notebook(entry).found == FOUND
    assert library.enter(replace(SEED, publisher="Reuters")) == entry
    assert library.notebook(entry).found is None
    library.enter(SEED)
    assert library.notebook(entry).found == FOUND


def test_a_newer_analysis_takes_the_place_of_an_older_one(library: Library) -> None:
    entry = library.enter(SEED)
    library.keep(entry, FOUND)
    newer = Analysis((), (), ModelInfo("literal", "1"))
    library.keep(entry, newer)
    assert library.notebook(entry).found == newer


def test_an_analysis_of_another_text_is_not_kept(library: Library) -> None:
    entry = library.enter(TOWN)
    library.keep(entry, FOUND)
    assert library.notebook(entry).found is None


def test_rows_tell_what_there_is(library: Library) -> None:
    town, seed = library.enter(TOWN), library.enter(SEED)
    library.keep(seed, FOUND)
    library.reach(seed, SEED.paragraphs[-1].start)
    library.write(town, Edit(None, highlight(TOWN.text, "bridge", tags=("roads", "a"))))
    library.write(town, Edit(None, highlight(TOWN.text, "mayor", id="h2", tags=("a",))))
    library.write(town, Edit(None, correction(TOWN.text, "mayor")))
    rows = library.rows()
    assert [row.entry for row in rows] == [seed, town]
    assert rows[1] == Row(
        town,
        "Bridge shut",
        "The bridge is shut until spring. The mayor said that it is unsafe for cars. Buses go round.",
        "Gazette",
        date(2025, 2, 27),
        TOWN.url,
        rows[1].opened,
        0.0,
        None,
        2,
        ("a", "roads"),
    )
    assert (rows[0].claims, rows[0].progress, rows[0].highlights) == (len(FOUND.claims), 1.0, 0)
    assert rows[0].first_words.startswith("French President Emmanuel Macron failed")
    assert len(rows[0].first_words) <= 120
    library.enter(TOWN)
    assert [row.entry for row in library.rows()] == [town, seed]


def test_how_far_it_was_read_does_not_shrink_but_the_place_moves(library: Library) -> None:
    entry = library.enter(TOWN)
    assert (library.position(entry), library.rows()[0].progress) == (0, 0.0)
    library.reach(entry, TOWN.paragraphs[1].start)
    half = library.rows()[0].progress
    assert 0.5 < half < 1
    library.reach(entry, 0)
    assert (library.position(entry), library.rows()[0].progress) == (0, half)
    library.reach(entry, TOWN.paragraphs[2].start)
    assert library.rows()[0].progress == 1.0


def test_articles_are_found_by_number_and_address(library: Library) -> None:
    entry = library.enter(TOWN)
    for name in (
        str(entry),
        "https://gazette.example/bridge",
        "http://GAZETTE.example/bridge/?utm_source=x#top",
    ):
        assert library.find(name) == entry
    for name in ("99", "", "²", "9" * 40, "https://gazette.example/", "http://[", "bridge", "-1", "1.0"):
        assert library.find(name) is None
    assert library.entry(TOWN) == entry
    assert library.entry(SEED) is None


def test_an_article_has_several_addresses(library: Library) -> None:
    entry = library.enter(TOWN)
    library.enter(replace(TOWN, url="https://mirror.example/7"))
    assert library.find("https://gazette.example/bridge") == library.find("https://mirror.example/7") == entry


def test_what_is_deleted_can_be_brought_back(library: Library) -> None:
    entry = library.enter(TOWN)
    lit = highlight(TOWN.text, "bridge")
    library.write(entry, Edit(None, lit))
    library.delete(entry)
    assert library.rows() == ()
    assert library.find(str(entry)) is None
    library.restore(entry)
    assert library.notebook(entry).highlights == (lit,)
    library.delete(entry)
    assert library.enter(TOWN) == entry
    assert [row.entry for row in library.rows()] == [entry]
    assert library.notebook(entry).highlights == (lit,)


def test_a_notebook_is_taken_over_whole(library: Library, tmp_path: Path) -> None:
    lit = highlight(SEED.text, "Union has not tried", note="n")
    orphan = highlight("gone words here", "words", id="o")
    book = Notebook(SEED, FOUND, (lit,), (orphan,), (correction(SEED.text, "Union"),), MADE)
    assert len(library.merge(book)) == 3
    entry = library.entry(SEED)
    assert entry is not None
    assert library.notebook(entry) == book
    assert library.merge(book) == ()
    assert library.notebook(entry) == book


def test_an_imported_analysis_is_kept_where_it_holds(library: Library) -> None:
    entry = library.enter(replace(SEED, url="https://e.org/here"))
    library.merge(Notebook(replace(SEED, url="https://e.org/there", publisher="Reuters"), FOUND))
    assert library.notebook(entry).found is None
    library.merge(Notebook(replace(SEED, url="https://e.org/there"), FOUND))
    assert library.notebook(entry).found == FOUND
    library.merge(Notebook(SEED, Analysis((), (), FOUND.model)))
    assert library.notebook(entry).found == FOUND


def test_what_is_not_there_is_said_in_one_line(library: Library) -> None:
    for ask in (library.notebook, library.position):
        with pytest.raises(LibraryError, match="no article 7"):
            ask(7)
    assert library.rows() == ()


def test_a_record_that_makes_no_sense_is_said_in_one_line(library: Library) -> None:
    entry = library.enter(TOWN)
    library._connection.execute("UPDATE article SET record = ?", (json.dumps({"text": 1}),))
    for ask in (library.notebook, library.position, lambda entry: library.reach(entry, 1)):
        with pytest.raises(LibraryError, match=f"article {entry} makes no sense"):
            ask(entry)
    assert library.enter(TOWN) == entry
    assert library.notebook(entry).article == TOWN


def test_a_mark_that_makes_no_sense_costs_that_mark_and_is_told(library: Library) -> None:
    entry = library.enter(TOWN)
    for words in ("bridge", "mayor", "cars"):
        library.write(entry, Edit(None, highlight(TOWN.text, words, id=words)))
    library.write(entry, Edit(None, correction(TOWN.text, "mayor")))
    assert library.notebook(entry).highlights
    assert library.tell_left_out(entry) is None
    library._connection.execute("""UPDATE mark SET record = '{"id": 1}' WHERE id IN ('bridge', 'k1')""")
    assert [h.id for h in library.notebook(entry).highlights] == ["mayor", "cars"]
    assert str(library.tell_left_out(entry)).startswith(f"2 marks of article {entry} cannot be read")
    library._connection.execute("UPDATE mark SET record = '[[' WHERE id = 'mayor'")
    assert [h.id for h in library.notebook(entry).highlights] == ["cars"]


def test_a_mark_made_while_another_deletes_the_article_is_kept_and_there(path: Path) -> None:
    with Library.open(path) as mine, Library.open(path) as theirs:
        entry = mine.enter(TOWN)
        mine.write(entry, Edit(None, highlight(TOWN.text, "mayor", id="before")))
        theirs.delete(entry)
        mine.write(entry, Edit(highlight(TOWN.text, "mayor", id="before"), None))
        assert theirs.rows() == (), "what is taken away brings nothing back"
        mine.write(entry, Edit(None, highlight(TOWN.text, "unsafe", note="mine")))
        (row,) = theirs.rows()
        assert (row.entry, row.highlights) == (entry, 1)
        assert [h.note for h in theirs.notebook(entry).highlights] == ["mine"]


def test_a_mark_on_an_article_that_is_gone_altogether_keeps_its_words(path: Path) -> None:
    with Library.open(path) as mine, Library.open(path) as theirs:
        entry = mine.enter(TOWN)
        theirs._connection.execute("DELETE FROM article")
        mine.write(entry, Edit(None, highlight(TOWN.text, "unsafe", note="mine")))
        mine.write(entry, Edit(None, highlight(TOWN.text, "bridge", id="h2")))
        (row,) = theirs.rows()
        book = theirs.notebook(row.entry)
        assert {h.note: h.text for h in (*book.highlights, *book.orphans)} == {"mine": "unsafe", "": "bridge"}
        assert [h.note for h in book.highlights] == ["mine"]
        assert "it is unsafe for cars" in book.article.text


def test_an_analysis_that_cannot_be_read_is_made_again(library: Library) -> None:
    entry = library.enter(SEED)
    library.keep(entry, FOUND)
    library._connection.execute("""UPDATE analysis SET record = '{"claims": []}'""")
    assert library.notebook(entry).found is None
    library.keep(entry, FOUND)
    assert library.notebook(entry).found == FOUND


def test_nothing_can_be_asked_of_a_closed_library(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError):
        library.rows()
