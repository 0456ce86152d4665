"""The members of a ZIP archive, read without trusting what it says of their sizes."""

from __future__ import annotations

import lzma
import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from secondhand.errors import FormatError

MOST = 10_000
"""members an archive may have"""
LARGEST = 20_000_000
"""bytes a member may have, unpacked"""
LARGEST_IN_ALL = 100_000_000
"""bytes that are unpacked of one archive"""
TIGHTEST = 200
"""times as large as packed a member of more than a megabyte may be"""

_BROKEN = (
    BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    zlib.error,
    lzma.LZMAError,
)


class Archive:
    """An open ZIP archive."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open ``data``, which messages call ``name``; raises FormatError."""
        self._name = name
        self._left = LARGEST_IN_ALL
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN:
            raise self._refuse_damaged() from None
        if len(self._zip.infolist()) > MOST:
            raise FormatError(f"{name} packs more than {MOST:,} files: it is no single article.")

    def __contains__(self, member: object) -> bool:
        """Return whether there is a file named ``member``."""
        return member in self._zip.NameToInfo

    def read(self, member: str) -> bytes:
        """Return the bytes of ``member``; raises FormatError where it is missing, broken or a bomb."""
        most = min(LARGEST, self._left)
        try:
            info = self._zip.getinfo(member)
            with self._zip.open(info) as file:
                data = file.read(most + 1)
        except (KeyError, *_BROKEN):
            raise self._refuse_damaged() from None
        tight = len(data) > 1_000_000 and len(data) > TIGHTEST * info.compress_size
        if len(data) > most or tight:
            raise FormatError(f"{self._name} unpacks to far more than an article: it is not opened.")
        self._left -= len(data)
        return data

    def _refuse_damaged(self) -> FormatError:
        return FormatError(f"{self._name} is damaged, or locked with a password: save it anew.")


def members(data: bytes) -> frozenset[str]:
    """Return the names of the files packed in ``data``, none where it is damaged."""
    try:
        return frozenset(ZipFile(BytesIO(data)).NameToInfo)
    except _BROKEN:
        return frozenset()
