"""Tags with attributes without end: the parser compares each attribute with all others of its tag."""

from __future__ import annotations

import re

MOST = 1000
"""attributes a tag may have"""

_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>][^\s/=>]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+)"""
# Every tag is a match, whatever is in it, so that no part of the page is gone through twice.
_TAG = re.compile(
    r"(?:<!--.*?(?:-->|\Z)|<(?:script|style)\b[^<]*+(?:<(?!/(?:script|style))[^<]*+)*+)"
    rf"|<(?P<name>[A-Za-z][^\s/>]*+)(?:{_ATTRIBUTE}{{0,{MOST}}}+)(?P<more>{_ATTRIBUTE}*+)",
    re.IGNORECASE | re.DOTALL,
)


def strip_attributes(text: str) -> str:
    """Return the page ``text``, the tags of which lose all attributes where they have more than MOST."""
    return _TAG.sub(lambda tag: f"<{tag['name']}" if tag["more"] else tag[0], text)
