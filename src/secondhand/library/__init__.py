"""What is kept between sessions: articles, positions, analyses, highlights, notes and corrections."""

from secondhand.library.opening import default_path
from secondhand.library.row import Row
from secondhand.library.store import Library

__all__ = ["Library", "Row", "default_path"]
