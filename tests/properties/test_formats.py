from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import mutator, one, seeds
from tests.properties.strategies import ESCAPES, HIDDEN, MARKUP, QUICK, texts

FEW = settings(QUICK, max_examples=12)
DATA = {name: data.encode() if isinstance(data, str) else data for name, data in seeds.FILES.items()}

written = st.sampled_from([*ESCAPES, *HIDDEN, *MARKUP]).map(lambda text: text.encode("utf-8", "replace"))
spoken = st.sampled_from(
    [b"<", b">", b"&#27;", b"&#xD800;", b"&#0;", b"\\ud800", b"\\u001b", b"=1B", b"%00", b"-1"]
)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 40), written | spoken | st.binary(max_size=8)), max_size=4
)
"""where, how many bytes less, and which more"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("read")


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secondhand.ingest.fetch.fetch", one.refuse)


def edited(data: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for where, gone, new in changes:
        at = int(where * len(data))
        data = data[:at] + new + data[at + gone :]
    return data


@pytest.mark.parametrize("name", DATA)
@FEW
@given(changes=edits, seed=st.integers(0, 1000))
def test_any_change_is_an_article_or_one_clear_line(
    folder: Path, name: str, changes: list[tuple[float, int, bytes]], seed: int
) -> None:
    change = mutator.mutator(lambda data, most: edited(data, changes)[:most])
    one.take(change(DATA[name], 100_000, seed), folder)


@pytest.mark.parametrize("name", [name for name, data in DATA.items() if b"It rained." in data])
@FEW
@given(text=texts)
def test_any_words_in_it_are_read(folder: Path, name: str, text: str) -> None:
    one.take(DATA[name].replace(b"It rained.", text.encode("utf-8", "surrogatepass")), folder)
