"""``python -m tests.mutation ROOM [TESTS…]``: put small faults into a room, and see which no test notices.

``ROOM`` is a folder or file below ``src/secondhand``; its own tests are run, or those named. ``--some 60``
tries that many faults, drawn at random by ``--seed``. Needs ``pip install -e '.[mutation]'``. It works on a
copy in ``.mutation/``, where ``mutmut show NAME`` shows a fault.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "seeds", "pyproject.toml", "README.md", "LICENSE")
UNNOTICED = ("survived", "no tests")
"""what mutmut says of a fault that every test passes with, and of one that no test comes by"""


def main(room: str, tests: list[str], some: int, seed: int) -> int:
    """Print the faults in ``room`` that no test notices, and how many were tried; return how many they are.

    Tried are ``some`` of them drawn by ``seed``, or all where that is 0.
    """
    work = ROOT / ".mutation" / room.replace("/", ".")
    _copy(work)
    _configure(work, room, tests or [_tests_of(room)])
    drawn: list[str] = []
    if some:
        # It makes the faults before it sees that none is called so.
        _run_mutmut(work, "run", "none of them", check=False)
        made = sorted(_read_results(work))
        drawn = random.Random(seed).sample(made, min(some, len(made)))
    _run_mutmut(work, "run", *drawn, quiet=False)
    results = _read_results(work)
    tried = {name: results[name] for name in drawn or results}
    unnoticed = [name for name, result in tried.items() if result in UNNOTICED]
    for name in unnoticed:
        _run_mutmut(work, "show", name, quiet=False)
    counts = ", ".join(f"{many} {result}" for result, many in Counter(tried.values()).items())
    sys.stdout.write(f"{room}: {len(tried)} tried, {counts}\n")
    return len(unnoticed)


def _tests_of(room: str) -> str:
    """Return where the tests of ``room`` are: they mirror src."""
    path = Path(room)
    return f"tests/{path.parent / f'test_{path.name}' if path.suffix else path}"


def _copy(work: Path) -> None:
    """Make a copy of the tree in ``work``, in place of an older one: what is unchanged keeps its faults."""
    for old in (*COPIED, "mutants/tests", "mutants/mutmut-stats.json"):
        path = work / old
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    work.mkdir(parents=True, exist_ok=True)
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, work / name)


def _configure(work: Path, room: str, tests: list[str]) -> None:
    """Tell mutmut in the copy ``work`` where faults go, and which tests are run on them."""
    source = f"src/secondhand/{room}"
    config = {
        "only_mutate": [source if source.endswith(".py") else f"{source}/*"],
        # Its own copy of src it makes itself; a second one would undo the faults it made.
        "also_copy": [name for name in COPIED if name != "src"],
        "pytest_add_cli_args": ["-m", "not model and not cluster", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": tests,
        "mutate_only_covered_lines": False,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in config.items()]
    with (work / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", "[tool.mutmut]", *lines, ""]))


def _run_mutmut(work: Path, *arguments: str, quiet: bool = True, check: bool = True) -> str:
    """Run mutmut in ``work`` and return what it prints, "" where that is shown."""
    program = Path(sys.executable).with_name("mutmut")
    env = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(
        [program, *arguments], cwd=work, env=env, check=check, capture_output=quiet, text=True
    )
    return done.stdout or ""


def _read_results(work: Path) -> dict[str, str]:
    """Return what became of each fault, by its name."""
    lines = _run_mutmut(work, "results", "--all", "true").splitlines()
    return dict(line.strip().rsplit(": ", 1) for line in lines if ": " in line)


if __name__ == "__main__":
    parser = ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("room")
    parser.add_argument("tests", nargs="*")
    parser.add_argument(
        "--some", type=int, default=0, help="how many faults are tried, all of them by default"
    )
    parser.add_argument("--seed", type=int, default=0, help="what they are drawn by")
    sys.exit(bool(main(**vars(parser.parse_args()))))
