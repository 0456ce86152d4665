"""Take the pictures of the README: ``python screenshots/make.py`` writes them beside this file.

The reader runs on the seed article, with the shipped model. ``--into FOLDER`` puts them elsewhere.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from secondhand.ingest import read
from secondhand.ui.app import ReaderApp
from secondhand.ui.screens.reader import ReaderScreen

HERE = Path(__file__).parent
SEED = HERE.parent / "seeds" / "macron-trump.txt"


@dataclass(frozen=True, slots=True)
class Picture:
    """What to take a picture of."""

    name: str
    theme: str
    size: tuple[int, int]
    """columns and rows"""
    keys: tuple[str, ...]
    """pressed before the picture is taken"""


PICTURES = (
    Picture("reader-dark", "dark", (120, 40), ("j", "j", "j", "j", "j", "n", "n")),
    Picture("reader-light", "light", (120, 40), ("j", "j", "n")),
    Picture("reader-stacked", "dark", (80, 24), ("j", "j", "j", "j", "j", "n", "n")),
    Picture("help", "dark", (120, 40), ("?",)),
)


async def take(picture: Picture, folder: Path) -> None:
    """Write ``picture`` into ``folder``. Raises RuntimeError where the article cannot be analysed."""
    app = ReaderApp(read(str(SEED)), theme=picture.theme)
    async with app.run_test(size=picture.size) as pilot:
        screen = app.screen
        assert isinstance(screen, ReaderScreen)  # noqa: S101 - for the type checker
        while screen.here.state == "reading":
            await pilot.pause(0.05)
        if screen.here.problem is not None:
            raise RuntimeError(screen.here.problem)
        await pilot.press(*picture.keys)
        await pilot.pause(0.2)
        svg = app.export_screenshot(title="secondhand")
    (folder / f"{picture.name}.svg").write_text(svg, encoding="utf-8")


def main() -> int:
    """Take every picture; return the exit code."""
    parser = argparse.ArgumentParser(description="Take the pictures of the README.")
    parser.add_argument("--into", type=Path, default=HERE, help="folder to write them to")
    folder = parser.parse_args().into
    for picture in PICTURES:
        try:
            asyncio.run(take(picture, folder))
        except RuntimeError as error:
            sys.stderr.write(f"No pictures: the model cannot be used. {error}\n")
            return 1
        sys.stdout.write(f"{folder / picture.name}.svg\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
