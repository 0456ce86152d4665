"""What is kept between sessions: articles, positions, analyses, highlights, notes and corrections."""

from secondhand.library.store import Library, Row

__all__ = ["Library", "Row"]
