from __future__ import annotations

from pathlib import Path

import pytest

from secondhand.commands import feed
from secondhand.commands.feed import FeedOptions

ITEM = "<item><title>{0}</title><link>https://h.example/{0}</link><pubDate>{1}</pubDate></item>"


def saved(folder: Path, name: str, *items: tuple[str, str]) -> str:
    inside = "".join(ITEM.format(*item) for item in items)
    (folder / name).write_text(f"<rss><channel><title>{name}</title>{inside}</channel></rss>")
    return str(folder / name)


def test_a_pipe_gets_the_entries_of_all_feeds_by_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = saved(
        tmp_path, "one", ("a", "Sat, 01 Mar 2025 08:00:00 GMT"), ("b", "Mon, 03 Mar 2025 08:00:00 GMT")
    )
    two = saved(tmp_path, "two", ("c", "Sun, 02 Mar 2025 08:00:00 GMT"))
    assert feed.run(FeedOptions((one, two))) == 0
    assert capsys.readouterr().out.splitlines() == [
        "date\tpublisher\ttitle\turl\tchanged",
        "2025-03-03\tone\tb\thttps://h.example/b\t",
        "2025-03-02\ttwo\tc\thttps://h.example/c\t",
        "2025-03-01\tone\ta\thttps://h.example/a\t",
    ]


def test_what_is_no_feed_is_told_and_the_others_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    there = saved(tmp_path, "one", ("a", "Sat, 01 Mar 2025 08:00:00 GMT"))
    assert feed.run(FeedOptions((str(tmp_path / "a.txt"), there, str(tmp_path / "none")))) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert "a.txt is no feed: open it with secondhand read." in err
    assert "no such file" in err
