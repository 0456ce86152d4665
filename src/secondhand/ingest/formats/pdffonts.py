"""The letters of a font of a PDF document: what each stands for, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})


def unjoin(text: str) -> str:
    """Return ``text`` with letters in place of characters that stand for several joined ones."""
    return text.translate(_LIGATURES)


class Letters:
    """Reads the strings of one font as pypdf does, a letter at a time."""

    def __init__(self, resource: Any) -> None:
        """``resource`` is what the document has on the font."""
        from pypdf.generic._font import Font

        font = Font.from_font_resource(resource)
        self._encoding: str | dict[int, str] = font.encoding
        self._meant = font.character_map
        self._widths = dict(font.character_widths)
        self._unit = 0.001
        if isinstance(self._encoding, dict) and "/Widths" in resource:
            # pypdf keeps whole numbers, too coarse where a letter is drawn in its own scale.
            first, widths = int(resource.get("/FirstChar", 0)), resource["/Widths"].get_object()
            self._widths |= {chr(first + at): float(width) for at, width in enumerate(widths)}
        if resource.get("/Subtype") == "/Type3":
            self._unit = abs(float(resource["/FontMatrix"][0]))
        self._widths.setdefault(font.space_char, font.space_width)

    def read(self, string: bytes) -> Iterator[tuple[str, float, bool]]:
        """Yield the letters of ``string``: what each stands for, without blanks, its width in times of the
        size of letters, and whether it is the space that is made wider to fill a line.
        """
        if isinstance(self._encoding, str):
            codes, names = string.decode(self._encoding, "surrogatepass"), {}
        else:
            codes, names = string.decode("latin-1"), self._encoding
        for code in codes:
            character = names.get(ord(code), code)
            meant = unjoin(self._meant.get(character, character))
            width = self._widths.get(code, self._widths["default"]) * self._unit
            yield "".join(meant.split()), width, bool(names) and code == " "
