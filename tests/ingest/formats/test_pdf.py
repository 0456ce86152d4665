from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.formats import pdf, pdflines
from tests.ingest.formats.checks import blocks, links, opened, places
from tests.steps import count_steps

INFO = "<< /Title (Storm closes port) /Author (Nell Ashgrove; Bo Lind) /CreationDate (D:20250301080000Z) >>"


def document(pages: Sequence[str], page: str = "", drawing: str = "", font: str = "") -> bytes:
    """Return a PDF of ``pages``, contents in PDF's own language; ``page`` and ``font`` are added."""
    font = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {font} >>"
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = ["<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>", INFO, font]
    objects.insert(1, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
    for n, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * n} 0 R /MediaBox [0 0 600 800] {page} "
            "/Resources << /Font << /F 4 0 R >> /XObject << /X 99 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    numbered = {n: f"{n} 0 obj\n{text}\nendobj\n" for n, text in enumerate(objects, 1)}
    body, table = "%PDF-1.4\n", "xref\n0 1\n0000000000 65535 f \n"
    for n, text in (numbered | ({99: drawing} if drawing else {})).items():
        table += f"{n} 1\n{len(body):010} 00000 n \n"
        body += text
    end = f"trailer << /Size 100 /Root 1 0 R /Info 3 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + end).encode("latin-1")


def lines(*placed: tuple[float, float, str], size: int = 10) -> str:
    """Return the content of a page with a text at each x and y."""
    texts = (f"1 0 0 1 {x} {y} Tm ({text}) Tj" for x, y, text in placed)
    return f"BT /F {size} Tf " + "\n".join(texts) + " ET"


COLUMNS = lines(
    (50, 700, "The port of Caldera was closed on Tues-"),
    (50, 688, "day by the govern-"),
    (50, 676, "ment, which made a long-term plan for it, a long-"),
    (50, 664, "term plan that nobody there had asked for."),
    (60, 652, "It rained all day, and the harbour was"),
    (50, 640, "under water when the ferries"),
    (350, 700, "came in, the harbour master said on Wed"),
    (350, 676, "A paragraph after a wider gap."),
)


def test_columns_hyphens_indents_and_gaps(tmp_path: Path) -> None:
    assert blocks(opened(tmp_path, document([COLUMNS])).article()) == [
        "The port of Caldera was closed on Tuesday by the government, which made a long-term plan for it, "
        "a long-term plan that nobody there had asked for.",
        "It rained all day, and the harbour was under water when the ferries came in, the harbour master "
        "said on Wed",
        "A paragraph after a wider gap.",
    ]


@pytest.mark.parametrize(("after", "joined"), [("a b", "Tuesa b"), ("I b", "Tues- I b"), ("dAy", "TuesdAy")])
def test_a_broken_word_goes_on_with_a_small_letter(tmp_path: Path, after: str, joined: str) -> None:
    content = lines((50, 700, "The port of Caldera was closed on Tues-"), (50, 688, after))
    assert blocks(opened(tmp_path, document([content])).article()) == [
        f"The port of Caldera was closed on {joined}"
    ]


def page(number: int) -> str:
    words = ("rain", "wind", "snow")[number - 1]
    head, foot = (50, 780, f"The Caldera Observer, page {number}"), (300, 20, f"{number}")
    body = [(50, 700 - 12 * n, f"and then there was {words} in the harbour {words}{n}") for n in range(20)]
    return lines(head, *body, foot)


def test_running_heads_go_and_pages_are_places(tmp_path: Path) -> None:
    article = opened(tmp_path, document([page(1), page(2), page(3)])).article()
    assert "Observer" not in article.text
    assert places(article) == [("page 1", "and"), ("page 2", "and"), ("page 3", "and")]
    assert article.place_at(article.text.index("wind")) == article.places[1]
    assert len(article.paragraphs) == 1


def test_what_the_document_tells_of_itself(tmp_path: Path) -> None:
    article = opened(tmp_path, document([COLUMNS])).article()
    assert (article.title, article.authors) == ("Storm closes port", ("Nell Ashgrove", "Bo Lind"))
    assert (article.date, article.language) == (date(2025, 3, 1), "en-GB")


def test_the_name_of_a_file_is_no_title_but_large_letters_are(tmp_path: Path) -> None:
    content = lines((50, 750, "Rain in Caldera"), size=20) + " " + COLUMNS
    data = document([content]).replace(b"(Storm closes port)", b"(storm_final.docx)")
    article = opened(tmp_path, data).article()
    assert article.title == "Rain in Caldera"
    assert blocks(article)[0].startswith("The port of Caldera was closed")


def test_links_lie_on_the_words_they_are_drawn_on(tmp_path: Path) -> None:
    web = "<< /Subtype /Link /Rect [100 695 200 710] /A << /S /URI /URI (https://h.example/x) >> >>"
    bad = "<< /Subtype /Link /Rect [0 0 600 20] /A << /S /URI /URI (file:///etc/passwd) >> >>"
    runs = ((50, 700, "Officials "), (100, 700, "said so"), (210, 700, " again."), (50, 10, "No link."))
    content = " ".join(map(lines, runs))
    made = document([content], f"/Annots [{web} {bad}]")
    assert links(opened(tmp_path, made).article()) == [("said so", "https://h.example/x")]


def test_a_document_of_pictures(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="of pictures only"):
        opened(tmp_path, document(["q Q"]))


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 20])
def test_a_damaged_document(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(FormatError, match="is a damaged PDF document"):
        opened(tmp_path, data)


def test_pages_that_lead_back_to_themselves_end(tmp_path: Path) -> None:
    looped = document([COLUMNS]).replace(b"/Kids [5 0 R]", b"/Kids [5 0 R 2 0 R]")
    with pytest.raises(FormatError, match="is a damaged PDF document"):
        opened(tmp_path, looped)


def test_drawings_that_draw_themselves_end(tmp_path: Path) -> None:
    drawing = (
        "99 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        "/Resources << /XObject << /X 99 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream\nendobj\n"
    )
    made = document([COLUMNS + " /X Do"], drawing=drawing)
    assert blocks(opened(tmp_path, made).article())[0].startswith("The port of Caldera")


def test_four_times_as_many_lines_in_one_row_are_four_times_as_much_work() -> None:
    steps = []
    for many in (500, 2000):
        page = [pdflines.Line(1, 50, 700 + n % 2 * 10, 10, ((f"w{n}", None),)) for n in range(many)]
        assert pdf.without_running_heads([page]) == [page]
        steps.append(count_steps(lambda page=page: pdf.without_running_heads([page])))  # type: ignore[misc]
    assert steps[1] < 5 * steps[0]


def test_time_that_runs_out_inside_a_drawing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = (
        "99 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << >> /Length 4 >>\n"
        "stream\nq Q \nendstream\nendobj\n"
    )
    # Asked before the page, before its only operator, and then inside.
    times = iter([0.0, 0.0, 0.0])
    clock = SimpleNamespace(monotonic=lambda: next(times, pdflines.LONGEST + 1))
    monkeypatch.setattr(pdflines, "time", clock)
    with pytest.raises(FormatError, match="takes too long to read"):
        opened(tmp_path, document(["/X Do"], drawing=drawing))


def test_time_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdflines, "LONGEST", -1.0)
    with pytest.raises(FormatError, match="takes too long to read"):
        opened(tmp_path, document([COLUMNS]))
