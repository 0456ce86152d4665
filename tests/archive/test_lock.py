import subprocess
import sys
from pathlib import Path

import pytest

from secondhand.archive.lock import lock


def test_one_file_object_at_a_time_has_a_file_locked(tmp_path: Path) -> None:
    with (tmp_path / "out").open("a+b") as first, (tmp_path / "out").open("a+b") as second:
        lock(first)
        with pytest.raises(OSError):
            lock(second)
    with (tmp_path / "out").open("a+b") as third:
        lock(third)


def test_no_module_needs_what_only_some_systems_have() -> None:
    code = "import sys\nsys.modules |= dict.fromkeys(['fcntl', 'pwd', 'grp', 'termios', 'resource'])\n"
    code += "import secondhand.archive, secondhand.library, secondhand.commands.analyze_archive"
    subprocess.run([sys.executable, "-c", code], check=True)
