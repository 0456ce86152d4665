"""Join pictures of the screen into one SVG that shows them in turn, and make such pictures smaller."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

_STYLE = """\
.frame {{ visibility: hidden }}
#frame-0 {{ visibility: visible }}
@media (prefers-reduced-motion: no-preference) {{
{rules}
}}"""
_RULE = """\
@keyframes turn-{n} {{ 0% {{ visibility: {first} }} {on:.3f}% {{ visibility: visible }} \
{off:.3f}% {{ visibility: hidden }} }}
#frame-{n} {{ animation: turn-{n} {total}s step-end infinite }}"""


def slim(svg: str, name: str) -> str:
    """Return a picture by Textual without what nobody sees; its identifiers begin with ``name``."""
    svg = re.sub(r"terminal-\d+-", f"{name}-", svg)
    svg = re.sub(r' clip-path="url\([^)]*-line-\d+\)"', "", svg)
    svg = re.sub(r"<clipPath id=\"[^\"]*-line-\d+\">.*?</clipPath>\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("&#160;", "\N{NO-BREAK SPACE}")
    return re.sub(r"<text [^>]*>\s*</text>", "", svg)


def film(frames: Sequence[tuple[str, float]]) -> str:
    """Return one SVG that shows each of ``frames``, pictures by Textual, for its seconds, again and again.

    Where motion is not wanted, or not known, the first one stays.
    """
    ends = list(accumulate(seconds for _, seconds in frames))
    total = ends[-1]
    rules = "\n".join(
        _RULE.format(
            n=n,
            first="hidden" if n else "visible",
            on=100 * (end - seconds) / total,
            off=100 * end / total,
            total=total,
        )
        for n, ((_, seconds), end) in enumerate(zip(frames, ends, strict=True))
    )
    box = re.search(r'viewBox="[^"]*"', frames[0][0])
    assert box is not None  # noqa: S101 - for the type checker
    shown = "\n".join(
        f'<g class="frame" id="frame-{n}">{slim(svg, f"f{n}")}</g>' for n, (svg, _) in enumerate(frames)
    )
    style = _STYLE.format(rules=rules)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box[0]}>\n<style>\n{style}\n</style>\n{shown}\n</svg>\n'
