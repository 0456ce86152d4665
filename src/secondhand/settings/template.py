"""The file of the settings as it is first made: every option with what it does, none of them set."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from secondhand.settings.options import ABOUT_KEYS, KEYS, OPTIONS, Option

_HEAD = """\
# The settings of secondhand. Take away the # before an option to set it; what is not set is as shown here.
# To change this file and have it checked: secondhand config --edit
"""


def template(keys: Iterable[tuple[str, Sequence[str], str]]) -> str:
    """Return the text of the file; ``keys`` are id, keys and meaning of every binding."""
    lines = [_HEAD, *_options()]
    lines += [f"[{KEYS}]", *(f"# {line}" for line in ABOUT_KEYS.split("\n")), ""]
    lines += (f"# {quote(key_id)} = {keys_words(bound)}  # {about}" for key_id, bound, about in keys)
    return "\n".join(lines) + "\n"


def _options() -> Iterator[str]:
    """Yield the lines of the options, each table begun before its first."""
    begun = ""
    for option in OPTIONS:
        table = option.name.rpartition(".")[0]
        if table != begun:
            yield f"[{table}]"
            begun = table
        yield from (f"# {line}" for line in option.about.split("\n"))
        yield f"# {option.name.rpartition('.')[2]} = {value_words(option)}\n"


def value_words(option: Option) -> str:
    """Return the value of ``option`` where it is not set, as TOML."""
    return quote(option.default) if isinstance(option.default, str) else str(option.default)


def keys_words(keys: Sequence[str]) -> str:
    """Return ``keys`` as TOML: one as text, several as a list."""
    each = list(map(quote, keys))
    return each[0] if len(each) == 1 else f"[{', '.join(each)}]"


def quote(text: str) -> str:
    """Return ``text`` as TOML writes it between quotation marks."""
    # What JSON escapes, TOML escapes alike.
    return json.dumps(text, ensure_ascii=False)
