"""``secondhand read --page-report``: what of a page is read, and why the rest is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from secondhand import cli

PAGE = """<html><head><title>Hall shut | Varde Post</title>
<meta property="og:site_name" content="Varde Post"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Hall shut</h1>
<p>The council of Varde shut its swimming hall on Monday after an inspector found rust in the beams.</p>
<p>Read more: <a href="/a">Caretaker \x1b[2J of the year</a></p>
<h2>Rust</h2><p>Nobody was hurt, the caretaker Ida Holm told the council on Monday, and all went home.</p>
</article></body></html>"""


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        cli.main(["read", "--page-report", *arguments])
    return int(end.value.code or 0)


def test_each_part_of_the_page_is_told_with_its_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "hall.html"
    page.write_text(PAGE, "utf-8")
    assert run(str(page)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t") for line in lines[1:6]] == [
        ["title", "Hall shut"],
        ["publisher", "Varde Post"],
        ["authors", "unknown"],
        ["date", "unknown"],
        ["read", "3 of 6 parts of the page"],
    ]
    told = [(sign, why, words[:12]) for sign, why, words in (line.split("\t") for line in lines[6:])]
    assert told == [
        ("-", "not taken for the article", "Home"),
        ("-", "the headline again", "Hall shut"),
        ("+", "text", "The council "),
        ("-", "a link to elsewhere", "Read more: C"),
        ("+", "heading", "Rust"),
        ("+", "text", "Nobody was h"),
    ]


@pytest.mark.parametrize(
    ("head", "body", "note"),
    [
        ("", "<nav><a href='/'>Home</a></nav>", "nothing is read: {} has no article in it: open"),
        ('"isAccessibleForFree": false', PAGE, "its page has more than this"),
        ('"isAccessibleForFree": true', PAGE, None),
    ],
)
def test_what_is_to_be_said_of_the_whole_page_is_told(
    head: str, body: str, note: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "hall.html"
    told = f'{{"@type": "NewsArticle", "headline": "Hall shut"{", " * bool(head)}{head}}}'
    page.write_text(f"<html><script type='application/ld+json'>{told}</script>{body}", "utf-8")
    assert run(str(page)) == 0
    notes = [line for line in capsys.readouterr().out.splitlines() if line.startswith("note\t")]
    assert len(notes) == (note is not None)
    assert not note or notes[0].startswith(f"note\t{note.format(page)}")


def test_nothing_in_a_page_acts_on_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "hall.html"
    page.write_text(PAGE, "utf-8")
    run(str(page))
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("words", ["It rained, he said.", "", "<rss><channel></channel></rss>"])
def test_what_is_no_page_has_no_report(
    words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "rain.txt"
    text.write_text(words, "utf-8")
    assert run(str(text)) == 2
    assert "is no web page: only those have a report" in capsys.readouterr().err
