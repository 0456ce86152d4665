"""Why a source is not named: the reason that the text gives, where it gives one."""

from __future__ import annotations

import re

from secondhand.article import Article
from secondhand.claim import Claim

NO_REASON = "no reason given"

ANONYMITY = re.compile(
    r"(?:on|under) (?:the )?condition of (?:strict )?anonymity|"
    r"(?:ask|request|insist)\w* (?:not to be \w+|anonymity)|"
    r"declin\w* to be (?:named|identified)|\w+(?: not|n['’]t) authori[sz]ed to \w+",
    re.IGNORECASE,
)
"""the words by which a source is told to go without a name"""
_BECAUSE = re.compile(
    r"\b(?:because|citing|for fear of|fearing|in order to|so as to)\b[^.;”\"]{3,160}", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]?")


def find_reason(article: Article, claim: Claim) -> str | None:
    """Return why the text says that who makes ``claim`` is not named, or None where it tells nothing.

    It is looked for in the paragraph of the claim: "because she was not authorised to speak", else the words
    that tell that they asked for it. They are the article's own.
    """
    paragraph = article.paragraphs[claim.paragraph]
    for sentence in _SENTENCE.finditer(article.text, paragraph.start, paragraph.end):
        asked = ANONYMITY.search(sentence.group())
        if asked:
            because = _BECAUSE.search(sentence.group())
            return (because or asked).group().strip(" ,")
    return None
