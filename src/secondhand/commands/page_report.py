"""``secondhand read --page-report``: what of a web page is read, what is left out, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from secondhand import terminal
from secondhand.ingest.page_report import PageReport, report_page
from secondhand.safe_text import join_cells

_NOTHING = "unknown"


def run(source: str) -> int:
    """Print the report on the page at ``source``; return the exit code. Raises SecondhandError."""
    report = report_page(source)
    with terminal.output(utf8=not sys.stdout.isatty()):
        sys.stdout.writelines(f"{line}\n" for line in write_report(report))
    return 0


def write_report(report: PageReport) -> Iterator[str]:
    """Yield the lines of ``report``: what the page says of itself, then + what is read and - what is not."""
    facts, read = report.facts, sum(line.read for line in report.lines)
    yield join_cells(("page", report.name))
    yield join_cells(("title", facts.title or _NOTHING))
    yield join_cells(("publisher", facts.publisher or _NOTHING))
    yield join_cells(("authors", ", ".join(facts.authors) or _NOTHING))
    yield join_cells(("date", facts.date or _NOTHING))
    if facts.changed:
        yield join_cells(("changed", facts.changed))
    yield join_cells(("read", f"{read} of {len(report.lines)} parts of the page"))
    if report.note:
        yield join_cells(("note", report.note))
    if report.from_head:
        yield join_cells(("read instead", f"{len(report.from_head)} paragraphs of the text in its head"))
    for line in report.lines:
        yield join_cells(("+" if line.read else "-", line.why, line.words))
