"""Text written in the user's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.app import App, SuspendNotSupported

from secondhand.errors import OptionError

FALLBACK = "vi"


def edit_text(app: App[object], text: str) -> str:
    """Let the user change ``text`` in $VISUAL or $EDITOR, and return it as they left it.

    Raises OptionError where the editor cannot be run or fails; what was written in it then stays in its file.
    """
    handle, name = tempfile.mkstemp(prefix="secondhand-", suffix=".md")
    file = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        stream.write(text)
    try:
        with app.suspend():
            problem = edit_file(file)
        after = file.read_text("utf-8", "replace")
    except (SuspendNotSupported, OSError) as error:
        problem, after = f"The editor cannot be opened here: {error}", text
    if problem and after != text:
        raise OptionError(f"{problem} What you wrote is in {name}.")
    file.unlink(missing_ok=True)
    if problem:
        raise OptionError(f"{problem} The note is as it was.")
    # Editors end a file with a line break; that is none of the note's.
    return after.removesuffix("\n") if not text.endswith("\n") else after


def edit_file(file: Path) -> str | None:
    """Run $VISUAL or $EDITOR on ``file``; return what went wrong, in a sentence, or None."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK
    try:
        arguments: Sequence[str] = [*shlex.split(command), str(file)]
        # No shell: the command is split as a shell would, and given the file as it is.
        code = subprocess.run(arguments, check=False).returncode  # noqa: S603
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return f"{command!r} cannot be run ({reason}): set VISUAL or EDITOR to an editor."
    return f"{command!r} failed ({code})." if code else None
