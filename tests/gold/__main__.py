"""``python -m tests.gold``: complete hand-written lines; ``xfail`` after it: mark anew those read wrong."""

from __future__ import annotations

import sys

from tests.gold.filling import filled
from tests.gold.lines import lines, write
from tests.gold.marking import marked

if __name__ == "__main__":
    complete = [filled(line) for line in lines()]
    write(marked(complete) if "xfail" in sys.argv[1:] else complete)
