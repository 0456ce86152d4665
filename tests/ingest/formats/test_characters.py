from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.ingest.formats.characters import show_forbidden
from tests.fuzz.seeds import FILES
from tests.ingest.formats.checks import blocks, opened


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\fb\x00", "a b␀"),
        ("\ufffe", "�"),
        ("&#27; &#x1B; &#x1b", "␛ ␛ ␛"),
        ("&#xD800;&#999999999;", "��"),
        ("&#233;&#8217; &#x1F600; &amp;", "&#233;&#8217; &#x1F600; &amp;"),
        ("é\t\r\n\x7f\x9b", "é\t\r\n\x7f\x9b"),
    ],
)
def test_what_no_tree_may_hold_is_shown(written: str, shown: str) -> None:
    assert show_forbidden(written) == shown


@pytest.mark.parametrize("name", ["page", "html", "newsml-page", "newsml-nitf", "nitf"])
@pytest.mark.parametrize("written", ["\x1b[2J", "&#27;[2J", "&#xD800;", "\ufffe"])
def test_it_costs_no_format_its_article(tmp_path: Path, name: str, written: str) -> None:
    data = FILES[name]
    text = data if isinstance(data, str) else data.decode()
    plain = blocks(opened(tmp_path, text).article())
    found = blocks(opened(tmp_path, spoilt(text, written)).article())
    assert len(found) == len(plain)
    assert found != plain


def spoilt(text: str, written: str) -> str:
    """Return ``text`` with something written into the middle of its first paragraph."""
    at = text.index(" ", text.index("<p>"))
    return text[:at] + written + text[at:]
