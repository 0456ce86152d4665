"""What the fuzz run begins with: the small files of the tests of every format."""

from __future__ import annotations

import json
from pathlib import Path

from secondhand.record import article_record
from tests.ingest.formats import test_docx as docx
from tests.ingest.formats import test_epub as epub
from tests.ingest.formats import test_feed as feed
from tests.ingest.formats import test_html as html
from tests.ingest.formats import test_mail as mail
from tests.ingest.formats import test_mhtml as mhtml
from tests.ingest.formats import test_newsml as newsml
from tests.ingest.formats import test_nitf as nitf
from tests.ingest.formats import test_pdf as pdf
from tests.ingest.formats import test_records as records
from tests.ingest.formats.checks import packed

SEEDS = Path(__file__).parents[2] / "seeds"
MARKDOWN = (
    "---\ntitle: Rain\nauthor: Ann Lee and Bo Lind\ndate: 2025-03-01\n---\n# Rain\n\n> “It **rained**,” "
    "[she](https://h.example/x) said.\n\n- one\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n"
)
PLAIN = (
    "date 2025-03-01\nStorm closes port\n\nCALDERA, March 1 (Reuters) - “It rained,” Nell Ashgrove told "
    "The Guardian.\n\nIt poured.\n\n(Reporting by Bo Lind; Editing by Ann Lee)\n"
)
FILES: dict[str, bytes | str] = {
    "pdf": pdf.document([pdf.COLUMNS]),
    "pdf-pages": pdf.document([pdf.page(1), pdf.page(2), pdf.page(3)]),
    "epub": packed(epub.BOOK),
    "docx": docx.document(
        docx.BODY, **{"word/_rels/document.xml.rels": docx.RELATIONS, "docProps/core.xml": docx.ABOUT}
    ),
    "mail": mail.PLAIN,
    "newsletter": mail.newsletter().as_bytes(),
    "mhtml": mhtml.SAVED.format(kind="text/html; charset=utf-8"),
    "rss": feed.RSS,
    "atom": feed.ATOM,
    "newsml-page": newsml.ITEM.format(content=newsml.PAGE),
    "newsml-nitf": newsml.ITEM.format(content=newsml.NITF),
    "nitf": nitf.STORY,
    "records": json.dumps({"article": article_record(records.OURS)}),
    "records-plain": '{"headline": "Rain", "body": "It rained.", "author": {"name": "Bo"}}\n{"text": "x"}\n',
    "html": html.SHORT,
    "page": (SEEDS / "linked-sources.html").read_bytes(),
    "markdown": MARKDOWN,
    "plain": PLAIN,
    "utf-16": PLAIN.encode("utf-16"),
    "windows": PLAIN.encode("cp1252"),
}


def write(folder: Path) -> None:
    """Write them into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in FILES.items():
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
