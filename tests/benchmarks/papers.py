"""Articles that are made up: events that four papers each tell, some of it in other words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from secondhand.article import Article
from secondhand.claim import Analysis
from tests.claims import Teller, article_of

PAPERS = ("Reuters", "Daily Star", "Herald", "Bulletin")
FIRST = date(2000, 1, 1)
SAID = 10
"""what somebody says about an event, of which a paper has most"""
WORDS = 14
KNOWN = 20_000
"""words that there are"""
EVENTS_A_DAY = 5


def tell_events(articles: int, seed: int = 1) -> Iterator[tuple[Article, Analysis]]:
    """Yield so many ``articles`` by date, four of each event, with what each claims."""
    for number in range(articles):
        event, paper = divmod(number, len(PAPERS))
        yield _tell(random.Random(seed * 1_000_003 + event), random.Random(number), event, paper)


def _tell(event_luck: random.Random, luck: random.Random, event: int, paper: int) -> tuple[Article, Analysis]:
    topic = [_word(event_luck) for _ in range(60)]
    said = [[event_luck.choice(topic) for _ in range(WORDS)] for _ in range(SAID)]
    told = [_reword(words, luck) for words in said if luck.random() < 0.8] or [said[0]]
    name = f"Jane Doe{event % 97}"
    text = "\n".join(f"{words}, {name} said." for words in told)
    day = FIRST + timedelta(days=event // EVENTS_A_DAY)
    teller = Teller(article_of(text, title=" ".join(topic[:5]), publisher=PAPERS[paper], date=day))
    speaker = teller.speaker(name)
    for paragraph, words in enumerate(told):
        teller.claim(paragraph, [words], "said", name, speaker)
    return teller.article, teller.analysis()


def _reword(words: list[str], luck: random.Random) -> str:
    changed = (_word(luck) if luck.random() < 0.2 else word for word in words)
    return " ".join(changed).capitalize()


def _word(luck: random.Random) -> str:
    """Return a word, few of them often and many seldom, as in any language."""
    number = int(KNOWN * luck.random() ** 3)
    letters = "bdfgklmnprstvz"
    out = ""
    for _ in range(4):
        number, at = divmod(number, len(letters))
        out += letters[at] + "aeiou"[(at + len(out)) % 5]
    return out + "x"
