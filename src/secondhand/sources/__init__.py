"""Who is heard in an article, and how far each word has travelled: plain counts, no screen."""

from secondhand.sources.counting import Heard, Node, Sources, count_sources, merge_sources

__all__ = ["Heard", "Node", "Sources", "count_sources", "merge_sources"]
