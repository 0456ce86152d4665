"""Links of a PDF lie on the words under their rectangles, however its maker wrote those."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.formats.checks import blocks, links, opened
from tests.ingest.formats.test_pdf import document

H = "https://h.example/x"
WIDE = "/Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [" + " ".join(["500"] * 95) + "]"
"""every letter half as wide as its size: five points at a size of ten"""


def area(left: float, right: float, low: float = 698, more: str = "") -> str:
    return f"<< /Subtype /Link /Rect [{left} {low} {right} {low + 10}] {more} /A << /S /URI /URI ({H}) >> >>"


def linked(
    folder: Path, content: str, *areas: str, drawing: str = "", font: str = WIDE
) -> list[tuple[str, str]]:
    """Return the links of a page with ``content``, in letters of ten points."""
    data = document([f"BT /F 10 Tf {content} ET"], f"/Annots [{' '.join(areas)}]", drawing, font)
    return links(opened(folder, data).article())


@pytest.mark.parametrize(
    ("show", "left", "right"),
    [
        pytest.param("(Officials have said so again.) Tj", 100, 160, id="one run"),
        pytest.param("[(Officials)-500(have)-500(said)-500(so again.)] TJ", 100, 160, id="gaps for blanks"),
        pytest.param("2 Tc (Officials have said so again.) Tj", 120, 202, id="spaced letters"),
        pytest.param("5 Tw (Officials have said so again.) Tj", 105, 175, id="wider blanks"),
        pytest.param("200 Tz (Officials have said so again.) Tj", 150, 270, id="wider letters"),
        pytest.param("[(Of)400(ficials have )-900(said so again.)] TJ", 96, 165, id="letters moved"),
        pytest.param("(Officials ) Tj (have said) Tj ( so again.) Tj", 100, 145, id="several at one place"),
    ],
)
def test_words_within_a_run(tmp_path: Path, show: str, left: float, right: float) -> None:
    found = linked(tmp_path, f"1 0 0 1 50 700 Tm {show}", area(left - 1, right + 1))
    assert found == [("have said" if "( so" in show else "have said so", H)]


def test_the_next_line_by_its_leading(tmp_path: Path) -> None:
    content = "12 TL 1 0 0 1 50 712 Tm (A first line of words) Tj (and a second one of them) '"
    assert linked(tmp_path, content, area(49, 81)) == [("and a", H)]


def test_a_link_goes_on_in_the_next_line_and_in_other_letters(tmp_path: Path) -> None:
    content = "1 0 0 1 50 712 Tm (It was in the of-) Tj 0 -12 Td (ficial ) Tj /F 11 Tf 35 0 Td (filing.) Tj"
    found = linked(tmp_path, content, area(119, 141, 710), area(49, 117.5))
    assert found == [("official filing", H)]


def test_the_same_address_twice_is_two_links(tmp_path: Path) -> None:
    content = "1 0 0 1 50 700 Tm (One and two.) Tj"
    assert linked(tmp_path, content, area(49, 66), area(89, 106)) == [("One", H), ("two", H)]


def test_a_rectangle_around_two_lines_tells_its_parts(tmp_path: Path) -> None:
    parts = "/QuadPoints [120 720 140 720 120 710 140 710 50 708 79 708 50 698 79 698]"
    content = "1 0 0 1 50 712 Tm (It was in the long) Tj 0 -12 Td (filing of the firm.) Tj"
    assert linked(tmp_path, content, area(49, 200, more=parts)) == [("long filing", H)]


def test_words_of_a_drawing(tmp_path: Path) -> None:
    drawn = "BT /F 10 Tf 1 0 0 1 10 20 Tm (Officials said so.) Tj ET"
    drawing = (
        "99 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Matrix [1 0 0 1 0 80] "
        f"/Resources << /Font << /F 4 0 R >> >> /Length {len(drawn)} >>\nstream\n{drawn}\nendstream\nendobj\n"
    )
    content = "ET q 1 0 0 1 40 600 cm /X Do Q BT /F 10 Tf 1 0 0 1 50 500 Tm (And later said so.) Tj"
    assert linked(tmp_path, content, area(99, 121), drawing=drawing) == [("said", H)]
    assert linked(tmp_path, content, area(69, 96, 498), drawing=drawing) == [("later", H)]


def test_words_from_right_to_left(tmp_path: Path) -> None:
    name = "/Encoding << /Differences [65 /afii57664 /afii57665 /afii57666 /afii57667] >>"
    font = WIDE.replace("/Encoding /WinAnsiEncoding", name)
    # Put down from left to right, as it is seen.
    assert linked(tmp_path, "1 0 0 1 50 700 Tm (DC BA) Tj", area(49, 61), font=font) == [("גד", H)]


@pytest.mark.parametrize("fault", ["/F (big) Tf", "/G 10 Tf", "(x) Tc", "[(a) /b] TJ"])
def test_where_a_page_is_damaged_its_words_are_read_and_no_link_is_told(tmp_path: Path, fault: str) -> None:
    content = f"BT /F 10 Tf 1 0 0 1 50 700 Tm {fault} (Officials said so.) Tj ET"
    article = opened(tmp_path, document([content], f"/Annots [{area(50, 95)}]", font=WIDE)).article()
    assert "Officials said so." in blocks(article)[0] or "�" in blocks(article)[0]
    assert all(words in blocks(article)[0] for words, _ in links(article))


@pytest.mark.parametrize("bad", ["/Rect [0 0 (a) 1]", "/Rect 5", "/Rect [1 2 3 4] /QuadPoints 7"])
def test_one_damaged_link_is_none_and_the_others_stay(tmp_path: Path, bad: str) -> None:
    wrong = f"<< /Subtype /Link {bad} /A << /S /URI /URI (https://other.example/) >> >>"
    content = "1 0 0 1 50 700 Tm (Officials said so.) Tj"
    assert linked(tmp_path, content, wrong, area(99, 121)) == [("said", H)]
