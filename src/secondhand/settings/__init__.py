"""What users may set for themselves: one file, ``config.toml``, every option of which has a default."""

from secondhand.settings.file import load, path
from secondhand.settings.settings import Settings

__all__ = ["Settings", "load", "path"]
