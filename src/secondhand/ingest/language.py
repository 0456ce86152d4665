"""Which language a text is in: first whether it is English, and only then which other one."""

from __future__ import annotations

import re
from dataclasses import replace

from secondhand.article import Article

SAMPLE = 6_000
"""characters that are looked at"""
FEWEST = 150
"""letters from which on a text tells its language"""
LEAST = 0.15
"""share of words of English that little English prose stays below, and hardly another language comes near"""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "in", "that", "is", "was", "for", "it", "with", "as", "on", "by", "he", "said"}
    | {"at", "from", "be", "has", "his", "have", "are", "an", "this", "not", "but", "they", "which", "were"}
    | {"had", "their", "who", "will", "been", "its", "or", "she", "when", "after", "more", "than", "would"}
)
_NAMES: dict[str, str] = dict(
    re.findall(
        r"(\w+)=(\w+)",
        "ar=Arabic bg=Bulgarian bn=Bengali ca=Catalan cs=Czech da=Danish de=German el=Greek es=Spanish "
        "et=Estonian fa=Persian fi=Finnish fr=French he=Hebrew hi=Hindi hr=Croatian hu=Hungarian "
        "id=Indonesian it=Italian ja=Japanese ko=Korean lt=Lithuanian lv=Latvian nb=Norwegian nl=Dutch "
        "nn=Norwegian no=Norwegian pl=Polish pt=Portuguese ro=Romanian ru=Russian sk=Slovak sl=Slovenian "
        "sr=Serbian sv=Swedish th=Thai tr=Turkish uk=Ukrainian ur=Urdu vi=Vietnamese wuu=Chinese "
        "yue=Chinese zh=Chinese",
    )
)


def add_language(article: Article) -> Article:
    """Return ``article`` with the language its text is in, where that is not what it says.

    What it says stands where the text is too short to tell, and where both are English or neither is.
    """
    words = [word.lower() for word in _WORD.findall(article.text[:SAMPLE])]
    if sum(map(len, words)) < FEWEST:
        return article
    told = article.language or "en"
    if sum(word in _ENGLISH for word in words) >= LEAST * len(words):
        return article if is_english(told) else replace(article, language="en")
    if not is_english(told):
        return article
    # Only now: it takes a second to load, which no English article waits for.
    from py3langid import classify

    code, _ = classify(article.text[:SAMPLE])
    return article if code == "en" else replace(article, language=str(code))


def is_english(code: str) -> bool:
    """Return whether ``code``, as BCP 47 has it, stands for English."""
    return _main(code) in {"en", "eng", "english"}


def name_of(code: str) -> str:
    """Return what the language ``code`` is called in English, or that it is another one."""
    return _NAMES.get(_main(code), "another language")


def _main(code: str) -> str:
    """Return the part of ``code`` that tells the language, without country and script."""
    return re.split(r"[-_]", code.strip().lower())[0]
