"""The analysis in a process of its own, behind the reader: no key waits for the model."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from secondhand.article import Article
from secondhand.errors import SecondhandError
from secondhand.resuming import Kept

if TYPE_CHECKING:
    from secondhand.analysis import Progress

PATIENCE = 0.1
"""seconds between two looks at whether anybody still waits for the analysis"""
BEHIND = 5
"""how much the analysis gives way to what the user does, as ``nice`` counts"""


def analysed(
    article: Article,
    nearest: Callable[[], int],
    left: Callable[[], bool],
    before: tuple[str, ...] = (),
    keep: Callable[[Kept], object] = lambda _: None,
) -> Iterator[Progress]:
    """Yield what ``analyze_near`` yields; its process ends with the generator, and once ``left()`` says so.

    Raises SecondhandError where the analysis fails, and where its process is ended from outside.
    """
    # A new interpreter: a fork would take over the terminal and a lock that another thread may hold.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_analyse, args=(theirs, article, before), daemon=True)
    # Textual's standard error is no file, and multiprocessing wants to hand one on.
    with redirect_stderr(sys.__stderr__):
        process.start()
    theirs.close()
    try:
        yield from _told(ours, nearest, left, keep)
    except (EOFError, OSError) as error:
        raise SecondhandError("its process was ended; open the article again to go on") from error
    finally:
        process.kill()
        process.join()
        ours.close()


def _told(
    ours: Connection,
    nearest: Callable[[], int],
    left: Callable[[], bool],
    keep: Callable[[Kept], object] = lambda _: None,
) -> Iterator[Progress]:
    """Yield what comes through ``ours``, and answer where the reader is as often as that is asked."""
    while True:
        while not ours.poll(PATIENCE):
            if left():
                return
        match ours.recv():
            case "where":
                ours.send(nearest())
            case "done":
                return
            case Exception() as error:
                raise error
            case Kept() as kept:
                keep(kept)
            case progress:
                # It is kept: to look through thousands of claims for garbage would stop the reader.
                gc.freeze()
                yield progress


def _analyse(theirs: Connection, article: Article, before: tuple[str, ...] = ()) -> None:
    """Analyse ``article`` in the process this runs in; tell it all through ``theirs``."""
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    from secondhand.analysis import analyze_near

    def nearest() -> int:
        theirs.send("where")
        return int(theirs.recv())

    try:
        for progress in analyze_near(article, nearest, before, theirs.send):
            theirs.send(progress)
        theirs.send("done")
    except (EOFError, BrokenPipeError):  # the reader is gone
        return
    except SecondhandError as error:
        theirs.send(error)
    except Exception as error:
        theirs.send(SecondhandError(f"{type(error).__name__}: {error}"))
