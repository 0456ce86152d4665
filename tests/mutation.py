"""``python -m tests.mutation ROOM [TESTS…]``: put small faults into a room, and see which no test notices.

``ROOM`` is a folder or file below ``src/secondhand``; its own tests are run, or those named. Needs ``pip
install -e '.[mutation]'``. It works on a copy in ``.mutation/``, where ``mutmut show NAME`` shows a fault.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
COPIED = ("src", "tests", "seeds", "pyproject.toml", "README.md", "LICENSE")


def main(room: str, *tests: str) -> int:
    """Print the faults that survive in ``room``, and how many there were; return how many survive."""
    work = ROOT / ".mutation" / room.replace("/", ".")
    _copy(work)
    source = f"src/secondhand/{room}"
    config = {
        "only_mutate": [source if source.endswith(".py") else f"{source}/*"],
        "also_copy": [*COPIED],
        "pytest_add_cli_args": ["-m", "not model and not cluster", "-p", "no:cacheprovider"],
        "pytest_add_cli_args_test_selection": list(tests) or [_tests_of(room)],
        "mutate_only_covered_lines": False,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in config.items()]
    with (work / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(["", "[tool.mutmut]", *lines, ""]))
    program = Path(sys.executable).with_name("mutmut")
    env = {**os.environ, "PYTHONPATH": ""}
    subprocess.run([program, "run"], cwd=work, env=env, check=True)
    found = subprocess.run(
        [program, "results"], cwd=work, env=env, check=True, capture_output=True, text=True
    )
    survivors = [line.split(":")[0].strip() for line in found.stdout.splitlines() if "survived" in line]
    for name in survivors:
        subprocess.run([program, "show", name], cwd=work, env=env, check=True)
    return len(survivors)


def _tests_of(room: str) -> str:
    """Return where the tests of ``room`` are: they mirror src."""
    path = Path(room)
    return f"tests/{path.parent / f'test_{path.name}' if path.suffix else path}"


def _copy(work: Path) -> None:
    """Make a copy of the tree in ``work``, in place of an older one."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, work / name)


if __name__ == "__main__":
    sys.exit(bool(main(*sys.argv[1:])))
