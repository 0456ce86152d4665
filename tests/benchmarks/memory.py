"""The most memory ``secondhand analyze`` takes, beside a bare import of spaCy."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.texts import of_words

ANALYZE = (sys.executable, "-c", "from secondhand.cli import main; main()", "analyze", "--format", "jsonl")
IMPORT = (sys.executable, "-c", "import spacy")
UNIT = 1 if sys.platform == "darwin" else 1024
"""bytes in what the system counts peak memory in"""


def peak(arguments: Sequence[str]) -> int:
    """Run a program and return its peak memory in bytes; raises CalledProcessError where it fails."""
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(arguments))
    return usage.ru_maxrss * UNIT


def measure(words: int) -> dict[str, float]:
    """Return peaks in megabytes for about ``words`` words, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "article.txt")
        file.write_text(of_words(words), "utf-8")
        analyze = peak([*ANALYZE, str(file)])
    spacy = peak(IMPORT)
    return {"words": words, "analyze_mb": analyze / 1e6, "spacy_mb": spacy / 1e6, "ratio": analyze / spacy}
