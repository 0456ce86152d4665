"""A file of JSON Lines that loses nothing when its writer is killed, and takes nothing twice."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from secondhand.archive.lock import lock
from secondhand.archive.recovery import Lines, copy_lines, scan_lines
from secondhand.errors import OptionError, SecondhandError, SourceError
from secondhand.export.json import dumps
from secondhand.files import open_beside
from secondhand.ingest.input_names import escape_name

BATCH = 64
"""lines after which the disk is waited for"""


class Journal:
    """Lines are only ever added, whole ones, each known by its id."""

    def __init__(self, path: Path, file: IO[bytes], done: set[str]) -> None:
        """Use ``open`` to make one."""
        self._path = path
        self._file = file
        self._waiting = 0
        self.done = done
        """the ids of the lines it holds"""

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open the journal at ``path``, made where there is none, without lines that were cut off.

        Raises OptionError where the file is something else, or another program writes to it, and SourceError
        where it cannot be opened.
        """
        try:
            file = path.open("a+b")
        except OSError as error:
            message = f"{escape_name(str(path))} cannot be written: {error.strerror}. Name another file."
            raise SourceError(message) from None
        try:
            lock(file)
        except OSError:
            file.close()
            raise OptionError(
                f"{path} is being written by another run: wait for it, or name another file."
            ) from None
        try:
            return cls(path, *_recover(file, path))
        except SecondhandError:
            file.close()
            raise

    def add(self, id: str, record: dict[str, Any]) -> None:
        """Add one line, safe from a kill at once, and from a power cut after ``BATCH`` more or ``close``.

        Raises SourceError where the disk is full.
        """
        with self._report_full_disk():
            self._file.write(dumps({"id": id, **record}).encode() + b"\n")
            self._file.flush()
            self._waiting += 1
            if self._waiting >= BATCH:
                self._sync()

    def close(self) -> None:
        """Wait for the disk, and let the file go; one without a line goes away. Raises as ``add``."""
        try:
            with self._report_full_disk():
                self._sync()
                if not self._file.tell():
                    self._path.unlink(missing_ok=True)
        finally:
            # What no disk took is tried once more.
            with suppress(OSError):
                self._file.close()

    def _sync(self) -> None:
        """Wait until everything is on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting = 0

    @contextmanager
    def _report_full_disk(self) -> Iterator[None]:
        """Raise SourceError where the disk takes no more."""
        try:
            yield
        except OSError as error:
            raise full_disk_error(self._path, error) from None


def full_disk_error(path: Path, error: OSError) -> SourceError:
    """Return the error for a disk that takes no more of ``path``."""
    message = (
        f"{escape_name(str(path))} cannot be written: {error.strerror}. Make room and run the same again"
    )
    return SourceError(f"{message}, it goes on from here.")


def _recover(file: IO[bytes], path: Path) -> tuple[IO[bytes], set[str]]:
    """Return the file to write on, with whole lines only, and their ids; raises OptionError or SourceError.

    A line that a kill or a power cut left torn is cut off where it is the last; where others follow it, these
    are written anew beside the file, which then takes its place.
    """
    found = scan_lines(file)
    if found.foreign:
        raise OptionError(f"{path} is there and holds something else: move it away, or name another file.")
    try:
        if len(found.whole) > 1 or (found.whole and found.whole[0][0] > 0):
            file = _rewrite(file, found, path)
        else:
            file.truncate(found.whole[0][1] if found.whole else 0)
        file.seek(0, os.SEEK_END)
        if found.unended:
            file.write(b"\n")
            file.flush()
    except OSError as error:
        raise full_disk_error(path, error) from None
    return file, found.ids


def _rewrite(file: IO[bytes], found: Lines, path: Path) -> IO[bytes]:
    """Return a locked file with the whole lines of ``file``, in its place; raises OSError."""
    beside = open_beside(path)
    mended = beside.open("w+b")
    try:
        lock(mended)
        copy_lines(file, found, mended)
        mended.flush()
        os.fsync(mended.fileno())
        beside.replace(path)
    except OSError:
        mended.close()
        beside.unlink(missing_ok=True)
        raise
    file.close()
    return mended
