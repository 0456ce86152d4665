"""``python -m tests.fuzz FOLDER [libFuzzer's options]``: fuzz what reads files, until it is stopped.

Needs ``pip install atheris`` beside the tests' own. ``FOLDER/corpus`` grows, the next run goes on from it;
what is found lies in ``FOLDER/found``: each place that raised once, with its traceback. What hangs or eats
memory ends the run. To look at one again: ``python -m tests.fuzz FOLDER FOLDER/found/…``.
"""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

LIMITS = ("-rss_limit_mb=2048", "-timeout=10", "-max_len=65536")
FORMATS = "docx epub feed html mail markdown mhtml newsml nitf pdf plain records"
WATCHED = ["secondhand", "pypdf", "email", "feedparser", "markdown_it", "trafilatura", "htmldate", "zipfile"]

with atheris.instrument_imports(include=WATCHED):
    for name in (*WATCHED, *(f"secondhand.ingest.formats.{form}" for form in FORMATS.split())):
        import_module(name)
    from tests.fuzz import mutator, one, seeds


def attempt(data: bytes, scratch: Path, found: Path) -> None:
    """Read ``data``, and keep what raises where nothing did before."""
    try:
        one.take(data, scratch)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        file = found / f"{type(error).__name__}-{Path(place.filename).stem}-{place.lineno}"
        if not file.exists():
            file.write_bytes(data)
            file.with_suffix(".txt").write_text(traceback.format_exc(), "utf-8", "backslashreplace")


def main(folder: Path, options: list[str]) -> None:
    """Fuzz with ``options``; does not return."""
    seeds.write(folder / "corpus")
    (folder / "found").mkdir(exist_ok=True)
    one.offline()
    given = [] if any(not option.startswith("-") for option in options) else [str(folder / "corpus")]
    arguments = [sys.argv[0], *LIMITS, f"-artifact_prefix={folder}/found/", *options, *given]
    with TemporaryDirectory() as scratch:
        atheris.Setup(
            arguments,
            lambda data: attempt(data, Path(scratch), folder / "found"),
            # It is another function once the run has begun.
            custom_mutator=mutator.mutator(lambda data, most: atheris.Mutate(data, most)),  # noqa: PLW0108
        )
        atheris.Fuzz()


main(Path(sys.argv[1]), sys.argv[2:])
