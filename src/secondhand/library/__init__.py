"""What is kept between sessions: articles, positions, analyses, highlights, notes and corrections."""

from secondhand.library.fingerprint import content_hash
from secondhand.library.opening import default_path
from secondhand.library.row import Row
from secondhand.library.store import Library

__all__ = ["Library", "Row", "content_hash", "default_path"]
