"""Where a block stands on its page: what holds it, and whether that is a part for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

_APART_TAGS: Final = frozenset(["aside", "figcaption", "form", "nav", "footer"])
_APART_ROLES: Final = frozenset(
    ["alertdialog", "complementary", "contentinfo", "dialog", "navigation", "search"]
)
_APART: Final = re.compile(
    r"(?:^|[\s_-])(?:about-?(?:the-?)?author|(?:author|contributor)s?-?(?:bio|box|card|desc\w*|details|info|profile)|"
    r"ads?|advert\w*|also-read|barrier|bio|bookmark|breadcrumbs?|byline|captions?|catlinks|comments?|consent|cookies?|"
    r"(?:estimated-)?read(?:ing)?-?time|"
    r"carousel|copyright|credits?|cta|digest-post|disclaimer|disqus|donat\w+|doc-endnotes|eyebrow|fact-?box|footnotes|gallery|infobox|inline-promo|"
    r"(?:wp-)?caption-text|interstitial|jp-relatedposts|kicker|meist\w+|members?hip|menu|"
    r"more-(?:articles|from|links|on|stories)|most-(?:popular|read|viewed)|navbar|navigation|newsletters?|noprint|"
    r"outbrain|pagination|popular|popups?|post-?card|promo\w*|rail|read-?(?:also|more|next)|recirc\w*|recommend\w*|"
    r"regwall|rel|related\w*|rich-?link|screen-reader-text|share\w*|sharing|sharedaddy|sidebar|sign-?up|slideshow|"
    r"social\w*|sponsor\w*|sr-only|submeta|subscri\w+|taboola|tags?|tag-?list|tags-links|teasers?|"
    r"thumbcaption|toc|toolbar|topics?-?list|trending|trust|visually-hidden)(?:$|[\s_-])"
)
_NAMED: Final = frozenset(
    [
        "class",
        "id",
        "role",
        "name",
        "data-area",
        "data-component",
        "data-gu-name",
        "data-hook",
        "data-qa",
        "data-testid",
    ]
)
_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_ITEMS: Final = frozenset(["p", "li", "blockquote", "dd", "dt", "pre", "h1", "h2", "h3", "h4", "h5", "h6"])
_LISTS: Final = frozenset(["ul", "ol", "li", "dl", "blockquote"])


def read_names(element: Any) -> str:
    """Return what ``element`` is called by its page: classes, name, role, in lower case with hyphens."""
    told = [value for name, value in element.items() if name in _NAMED]
    return _hyphenate(" ".join(told)) if told else ""


@lru_cache(maxsize=4096)
def _hyphenate(names: str) -> str:
    """Return ``names`` in lower case, with a hyphen where a capital began a word."""
    return _CAMEL.sub("-", names).lower()


def sets_apart(element: Any) -> bool:
    """Return whether pages use such an element for something beside the article."""
    if element.tag in _APART_TAGS or element.get("role") in _APART_ROLES:
        return True
    return bool((names := read_names(element)) and _APART.search(names))


def walk_around(element: Any) -> Iterator[Any]:
    """Yield ``element`` and what is around it, up to the body."""
    while element is not None and element.tag not in {"body", "html"}:
        yield element
        element = element.getparent()


def read_dress(element: Any) -> tuple[str, str | None, str | None]:
    """Return what ``element`` looks like, as far as it tells."""
    return element.tag, element.get("class"), element.get("style")


def find_container(element: Any) -> Any:
    """Return what holds the paragraph ``element`` and others, past lists and wraps of one paragraph."""
    if element.tag in _ITEMS:
        element = element.getparent()
    while element is not None and element.getparent() is not None and element.tag != "body":
        if not _wraps_one(element) and element.tag not in _LISTS:
            break
        element = element.getparent()
    return element


def _wraps_one(element: Any) -> bool:
    """Return whether ``element`` is a box around nothing but one other, as pages put around a paragraph."""
    if len(element) != 1 or (element.text or "").strip():
        return False
    return bool(element.tag == "div" or (element.tag == "section" and element[0].tag == "div"))


def read_make(container: Any) -> tuple[str, str, str]:
    """Return the tag of ``container``, and tag and classes of what is around it."""
    around = container.getparent()
    return (
        (container.tag, "", "") if around is None else (container.tag, around.tag, around.get("class") or "")
    )


def is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether what has the classes ``one`` is the like of what has the ``other`` ones.

    They are the same, or two or more of the one are all among those of the other.
    """
    return bool(one) and (one == other or (min(len(one), len(other)) > 1 and (one <= other or other <= one)))


def find_stories(elements: Iterable[Any]) -> set[Any]:
    """Return the articles that ``elements`` are in; of one in parts, as a live blog is, all its parts."""
    stories = {find_story(element) for element in elements}
    parts = [one for one in stories if one is not None and one.xpath("ancestor::article")]
    return stories | {
        other
        for part in parts
        for other in part.getparent().iterchildren("article")
        if other.get("class") == part.get("class")
    }


def find_story(element: Any) -> Any:
    """Return the article of the page's own that ``element`` is in, or else its whole body."""
    return next((one for one in element.iterancestors("article", "body")), None)
