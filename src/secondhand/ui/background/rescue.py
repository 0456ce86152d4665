"""What the library would not take to the end, put into a file that can be imported."""

from __future__ import annotations

import os
import tempfile

from secondhand.errors import LibraryError
from secondhand.notes.notebook import Notebook


def rescue(notebook: Notebook) -> LibraryError:
    """Write ``notebook`` to a new file, and return the line that tells of it."""
    from secondhand.export.notebooks import render

    try:
        handle, name = tempfile.mkstemp(prefix="secondhand-", suffix=".json")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(render("json", [notebook]))
    except OSError as error:
        return LibraryError(f"Your last marks could not be kept, nor written to a file ({error.strerror}).")
    return LibraryError(f"Your last marks could not be kept: secondhand import {name} brings them in.")
