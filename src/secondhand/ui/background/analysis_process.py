"""The analysis in a process of its own, behind the reader: no key waits for the model."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, Pipe
from subprocess import Popen
from threading import Thread
from typing import TYPE_CHECKING

from secondhand.errors import LibraryError, SecondhandError

if TYPE_CHECKING:
    from secondhand.analysis import Progress
    from secondhand.article import Article
    from secondhand.ui.background.analysis_cache import Memory
    from secondhand.ui.background.autosave import Place

PATIENCE = 0.1
"""seconds between two looks at whether anybody still waits for the analysis"""
BEHIND = 5
"""how much the analysis gives way to what the user does, as ``nice`` counts"""
_SERVE = f"from {__name__} import serve; serve()"


class AnalysisProcess:
    """A process that loads the model at once, and then analyses the article it is given.

    It ends with the one that made it.
    """

    def __init__(self) -> None:
        """Begin to load the model."""
        self._ours, theirs = Pipe()
        # A new interpreter: a fork would take over the terminal and a lock that another thread may hold. And
        # not by multiprocessing: it starts a second one to watch over it, and imports the program there.
        with theirs:
            self._process = Popen([sys.executable, "-c", _SERVE], stdin=theirs.fileno())  # noqa: S603 - our own words

    def analyse(
        self,
        article: Article,
        nearest: Callable[[], int],
        left: Callable[[], bool],
        place: Place | None = None,
        warn: Callable[[LibraryError], object] = lambda _: None,
    ) -> Iterator[Progress]:
        """Yield what is known of ``article`` as ``analyze_near`` does; it goes on from what is in ``place``.

        All that is found is kept there; ``warn`` is told what the library would not take. The process ends
        with the generator, and once ``left()`` says so. Raises SecondhandError where the analysis fails, and
        where its process is ended from outside.
        """
        try:
            self._ours.send((article, place))
            yield from _follow(self._ours, nearest, left, warn)
        except (EOFError, OSError) as error:
            raise SecondhandError("its process was ended; open the article again to go on") from error
        finally:
            self.end()

    def end(self) -> None:
        """End the process: nobody waits for it."""
        self._process.kill()
        self._process.wait()
        self._ours.close()


def _follow(
    ours: Connection,
    nearest: Callable[[], int],
    left: Callable[[], bool],
    warn: Callable[[LibraryError], object] = lambda _: None,
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
            case LibraryError() as error:
                warn(error)
            case Exception() as error:
                raise error
            case progress:
                # It is kept: to look through thousands of claims for garbage would stop the reader.
                gc.freeze()
                yield progress


def serve() -> None:
    """Load the model in the process this runs in, and analyse the article that comes through its input."""
    theirs = Connection(sys.stdin.fileno())
    if hasattr(os, "nice"):
        os.nice(BEHIND)
    Thread(target=_load, daemon=True).start()
    try:
        article, place = theirs.recv()
    except EOFError:  # the reader is gone
        return
    _analyse(theirs, article, place)


def _load() -> None:
    """Load the model; what goes wrong with it does so again, and is told, when the article is analysed."""
    from secondhand.analysis import load_model

    # What is loaded stays to the end: to look for garbage in it only keeps the user waiting.
    gc.disable()
    try:
        load_model()
        gc.freeze()
    finally:
        gc.enable()


def _analyse(theirs: Connection, article: Article, place: Place | None = None) -> None:
    """Analyse ``article``; tell it all through ``theirs``."""
    from secondhand.ui.background.analysis_cache import memory_of

    def nearest() -> int:
        theirs.send("where")
        return int(theirs.recv())

    try:
        with memory_of(article, place, theirs.send) as memory:
            for progress in _find_known(article, nearest, memory):
                theirs.send(progress)
        theirs.send("done")
    except (EOFError, BrokenPipeError):  # the reader is gone
        return
    except LibraryError as error:
        theirs.send(error)
        theirs.send("done")
    except SecondhandError as error:
        theirs.send(error)
    except Exception as error:
        theirs.send(SecondhandError(f"{type(error).__name__}: {error}"))


def _find_known(article: Article, nearest: Callable[[], int], memory: Memory) -> Iterator[Progress]:
    """Yield what is known of ``article``: at once where all was found before, else as it becomes known."""
    from secondhand.analysis import Progress, analyze_near, model

    every = len(article.paragraphs)
    if found := memory.find_whole(model()):
        yield Progress(every, every, found, frozenset(range(every)))
        return
    progress = None
    for progress in analyze_near(article, nearest, memory.stretches(), memory.keep_stretch):
        yield progress
    if progress is not None:
        memory.keep(progress.analysis)
