"""Take the pictures of the README: ``python screenshots/make.py`` writes them beside this file.

The reader runs on the seeds, with the shipped model. ``--into FOLDER`` puts the pictures elsewhere, and names
given take only those.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from film import film, slim
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from secondhand import seed
from secondhand.analysis import analyze
from secondhand.article import Article
from secondhand.ingest import read_article
from secondhand.library import Library
from secondhand.ui.app import ReaderApp
from secondhand.ui.messages import OffsetSelected

HERE = Path(__file__).parent
SEEDS = HERE.parent / "seeds"
SEED, LINKED = "macron-trump.txt", "linked-sources.html"
TO_OFFICIALS = ("j", "j", "j", "j", "j", "n", "n")
"""the keys to the claim of the officials, through The Washington Post"""
LEDGER = "The Evening Ledger"
"""who makes the claim that a page is linked for"""


@dataclass(frozen=True, slots=True)
class Picture:
    """What to take a picture of."""

    name: str
    keys: tuple[str, ...]
    """pressed before the picture is taken"""
    theme: str = "dark"
    size: tuple[int, int] = (120, 40)
    """columns and rows"""
    seed: str = SEED
    at: str = ""
    """words gone to before that"""


@dataclass(frozen=True, slots=True)
class Step:
    """One picture of the animated one."""

    what: str
    """told above it"""
    keys: tuple[str, ...] = ()
    """pressed before it is taken"""
    seconds: float = 2
    """how long it stands"""


PICTURES = (
    Picture("reader-dark", TO_OFFICIALS),
    Picture("reader-light", ("j", "n", "n", "n"), theme="light"),
    Picture("reader-stacked", TO_OFFICIALS, size=(80, 24)),
    Picture("sources", ("s",), size=(146, 40)),
    Picture("filters", ("f",), size=(120, 28)),
    Picture("find", ("/", *"troops|peace", "enter", "n")),
    Picture("note", (*TO_OFFICIALS, "h", "m", *"Which officials? Ask the Post."), size=(120, 28)),
    Picture("correction", ("j", "j", "c")),
    Picture("export", ("h", *TO_OFFICIALS, "h", "e")),
    Picture("library", ("h", *TO_OFFICIALS, "h", "t", *"ukraine", "enter", "L"), size=(120, 20)),
    Picture("chain", ("enter",), size=(120, 32), seed=LINKED, at=LEDGER),
    Picture("trail", ("o",), size=(120, 28), seed=LINKED, at=LEDGER),
    Picture("help", ("?",)),
)
SIZE = (100, 28)
"""of the animated one"""
SESSION = (
    Step("secondhand seeds/macron-trump.txt", seconds=3),
    Step("n: the next claim", ("n",)),
    Step("n: and the next", ("n",)),
    Step("s: who is heard, and through whom", ("s",), seconds=4),
    Step("f: only some claims", ("escape", "f", *"second"), seconds=3),
    Step("enter: those second hand", ("enter",), seconds=3),
    Step("n: on to the last of them", ("n", "n", "n"), seconds=3),
    Step("h: highlight it", ("h",)),
    Step("m: a note beside it", ("m", *"Which officials?"), seconds=3),
    Step("escape: it is kept", ("escape",), seconds=4),
)


def shelve(file: Path) -> None:
    """Make a library in ``file`` that holds the seeds and their claims."""
    with Library.open(file) as library:
        for path in sorted(SEEDS.iterdir()):
            article = article_of(path.name)
            library.keep(library.enter(article), analyze(article))


def article_of(name: str) -> Article:
    """Return the seed called ``name``."""
    return read_article(str(SEEDS / name), publisher=seed.PUBLISHER if name == SEED else None)


async def press(pilot: Pilot[None], keys: Sequence[str]) -> None:
    """Press ``keys`` and wait for what comes of them; the toasts are over, no cursor blinks."""
    await pilot.press(*keys)
    await pilot.pause(0.4)
    for field in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
        field.cursor_blink = False
    pilot.app.clear_notifications()
    await pilot.pause(0.2)


async def take(picture: Picture, library: Library) -> str:
    """Return ``picture``."""
    article = article_of(picture.seed)
    app = ReaderApp(article, theme=picture.theme, library=library)
    async with app.run_test(size=picture.size) as pilot:
        if picture.at:
            app.screen.post_message(OffsetSelected(article.text.index(picture.at)))
            await pilot.pause()
        await press(pilot, picture.keys)
        return slim(app.export_screenshot(title="secondhand"), picture.name)


async def shoot(library: Library) -> str:
    """Return the animated picture."""
    frames = []
    app = ReaderApp(article_of(SEED), theme="dark", library=library)
    async with app.run_test(size=SIZE) as pilot:
        for step in SESSION:
            await press(pilot, step.keys)
            frames.append((app.export_screenshot(title=step.what), step.seconds))
    return film(frames)


def main() -> int:
    """Take the pictures; return the exit code."""
    parser = argparse.ArgumentParser(description="Take the pictures of the README.")
    parser.add_argument("names", nargs="*", help="pictures to take, by default all")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write them to")
    asked = parser.parse_args()
    folder, wanted = asked.into.resolve(), asked.names
    os.environ.pop("NO_COLOR", None)
    makers = {picture.name: lambda library, p=picture: take(p, library) for picture in PICTURES}
    makers["session"] = shoot
    with TemporaryDirectory() as desk, chdir(desk):
        shelve(Path("shelf"))
        for name, make in makers.items():
            if wanted and name not in wanted:
                continue
            shutil.copy("shelf", "library")
            with Library.open(Path("library")) as library:
                svg = asyncio.run(make(library))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
            sys.stdout.write(f"{folder / name}.svg\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
