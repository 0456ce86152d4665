from dataclasses import replace
from datetime import date

import pytest

from secondhand.sources import summing
from secondhand.sources.counting import count_sources, merge_sources
from secondhand.sources.summing import sum_archive
from tests.claims import seed_analysis, seed_article

ARTICLE, FOUND = seed_article(), seed_analysis()
ONE = count_sources(ARTICLE, FOUND.claims, FOUND.speakers)
OTHER = replace(ARTICLE, publisher="AP", date=date(2024, 1, 5))
UNDATED = replace(ARTICLE, publisher=None, date=None)


@pytest.mark.parametrize("batch", [1, 2, 200])
def test_an_archive_is_the_sum_of_its_articles(batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summing, "BATCH", batch)
    found = sum_archive((article, FOUND) for article in (ARTICLE, ARTICLE, OTHER, UNDATED))
    assert found.articles == 4
    assert found.whole.voices == merge_sources([ONE] * 4).voices
    assert found.whole.speakers == merge_sources([ONE] * 4).speakers


def test_outlets_come_by_words_and_months_in_order() -> None:
    found = sum_archive((article, FOUND) for article in (OTHER, UNDATED, ARTICLE, ARTICLE))
    assert list(found.outlets) == ["Sputnik", "AP", "unknown"]
    assert found.outlets["AP"] == ONE.voices
    assert list(found.months) == ["2024-01", "2025-02", "unknown"]
    assert found.months["2025-02"].total() == 2 * ONE.words


def test_who_passed_a_claim_on_is_counted_by_claims() -> None:
    found = sum_archive([(ARTICLE, FOUND)])
    every = [link.name for claim in FOUND.claims for link in claim.chain[1:-1]]
    assert found.relays["The Washington Post"] == every.count("The Washington Post") > 0
    assert "Sputnik" not in found.relays


def test_nothing_comes_to_nothing() -> None:
    assert sum_archive([]).articles == sum_archive([]).whole.words == 0
