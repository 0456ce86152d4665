from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from secondhand.errors import FormatError, NotFound
from tests.ingest.formats.checks import blocks, links, opened, packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BODY = """
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Storm closes port</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Ana Ruiz </w:t></w:r><w:hyperlink r:id="l"><w:r><w:t>told us</w:t></w:r>
</w:hyperlink><w:del><w:r><w:delText>never</w:delText></w:r></w:del><w:r><w:tab/><w:t>so.</w:t><w:br/>
<w:t>Twice</w:t><w:noBreakHyphen/><w:t>told.</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""
RELATIONS = '<r><R Id="l" Target="https://h.example/x" TargetMode="External"/></r>'
ABOUT = (
    '<c xmlns:dc="d"><dc:creator>Nell Ashgrove; Bo Lind</dc:creator>'
    "<dc:created>2025-03-01T09:00:00Z</dc:created>"
    "<dc:language>en-US</dc:language></c>"
)


def document(body: str, **others: str) -> bytes:
    text = f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": "<t/>", "word/document.xml": text} | others)


def test_paragraphs_links_and_what_it_tells(tmp_path: Path) -> None:
    made = document(BODY, **{"word/_rels/document.xml.rels": RELATIONS, "docProps/core.xml": ABOUT})
    article = opened(tmp_path, made).article()
    assert blocks(article) == ["Ana Ruiz told us so.\nTwice-told.", "A cell."]
    assert links(article) == [("told us", "https://h.example/x")]
    assert (article.title, article.authors) == ("Storm closes port", ("Nell Ashgrove", "Bo Lind"))
    assert (article.date, article.language) == (date(2025, 3, 1), "en-US")


def contents(style: str = "") -> str:
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    link = "<w:hyperlink w:anchor='a{}'><w:r><w:t>Part {}</w:t></w:r></w:hyperlink>"
    lines = "".join(f"<w:p>{kind}{link.format(n, n)}</w:p>" for n in (1, 2))
    return f"<w:p><w:r><w:t>Table of Contents</w:t></w:r></w:p>{lines}"


@pytest.mark.parametrize("style", ["TOC1", "toc1", "Normal"])
def test_a_table_of_contents_is_no_part_of_the_text(style: str, tmp_path: Path) -> None:
    article = opened(
        tmp_path, document(contents(style) + "<w:p><w:r><w:t>It rained.</w:t></w:r></w:p>")
    ).article()
    assert blocks(article)[-1] == "It rained."
    assert not any("Part" in words for words in blocks(article))


def test_words_beside_a_link_to_another_place_are_text(tmp_path: Path) -> None:
    link = '<w:hyperlink w:anchor="a"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    see = "<w:r><w:t xml:space='preserve'>See </w:t></w:r>"
    body = f"<w:p><w:r><w:t>Rain</w:t></w:r></w:p><w:p>{see}{link}</w:p>"
    assert blocks(opened(tmp_path, document(body)).article()) == ["Rain", "See there"]


def test_a_document_without_words(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="no words in it"):
        opened(tmp_path, document("<w:p/>")).article()


def test_a_document_that_defines_entities(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(FormatError, match="XML entities of its own"):
        opened(tmp_path, packed({"word/document.xml": bomb}))
