from __future__ import annotations

import gzip
import zlib

import pytest

from secondhand.errors import FormatError
from secondhand.ingest.compression import decompress


@pytest.mark.parametrize("encoding", ["", "identity", " Identity "])
def test_what_is_not_compressed_stays(encoding: str) -> None:
    assert decompress(b"He said.", encoding, "it", 3) == b"He said."


@pytest.mark.parametrize("encoding", ["gzip", "X-GZIP", " deflate"])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress])
def test_what_servers_send(encoding: str, pack: object) -> None:
    assert decompress(pack(b"He said."), encoding, "it", 8) == b"He said."  # type: ignore[operator]


def test_one_byte_too_much() -> None:
    with pytest.raises(FormatError, match=r"^it is larger than"):
        decompress(gzip.compress(b"He said."), "gzip", "it", 7)


def test_a_bomb_is_not_unpacked_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    class Inflate:
        def __init__(self, **_: object) -> None:
            pass

        def decompress(self, data: bytes, most: int) -> bytes:
            asked.append(most)
            return b"x" * most

    monkeypatch.setattr("zlib.decompressobj", Inflate)
    with pytest.raises(FormatError, match=r"^it is larger than"):
        decompress(b"", "gzip", "it", 1000)
    assert asked == [1001]


@pytest.mark.parametrize(
    "data",
    [b"He said.", gzip.compress(b"He said.", mtime=0)[:-1], gzip.compress(b"He said.", mtime=0)[:9], b""],
)
def test_what_is_broken(data: bytes) -> None:
    with pytest.raises(
        FormatError, match=r"^it comes with broken compression: save the page and open the file"
    ):
        decompress(data, "gzip", "it", 1000)


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress"])
def test_what_is_not_known(encoding: str) -> None:
    with pytest.raises(
        FormatError, match=r"^it comes compressed in an unknown way: save the page and open the"
    ):
        decompress(gzip.compress(b"He said."), encoding, "it", 1000)
