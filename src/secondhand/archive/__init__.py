"""Many articles → one file of analyses, in pieces that survive any kill.

``entries`` names what is to be read, ``work`` reads one, ``workers`` are those who do, ``journal`` keeps what
they hand in, ``run`` puts the four together, and ``parquet`` writes a table of it.
"""

from secondhand.archive.run import Progress, analyze, rejects_path

__all__ = ["Progress", "analyze", "rejects_path"]
