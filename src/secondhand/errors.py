"""Everything secondhand raises on purpose.

SecondhandError            one clear line for the user; the commands end with exit code 2
├── SourceError            the named input cannot be had at all
│   ├── NotFound           no such file, or nothing to read there (a directory, an empty file)
│   └── Unreachable        a URL that answers an error, or may not be opened
│       └── NoAnswer       one that does not answer now
├── FormatError            the bytes were had, but no article can be made of them
├── LanguageError          an article is in another language than is analysed
├── OptionError            an option's value makes no sense
└── LibraryError           what the reader made cannot be kept, or not be read
"""

from __future__ import annotations


class SecondhandError(Exception):
    """Base of all errors shown to the user: says what is wrong and what to do, in one line."""


class SourceError(SecondhandError):
    """The named input cannot be had at all."""


class NotFound(SourceError):
    """There is no such file, or it holds nothing to read."""


class Unreachable(SourceError):
    """A URL does not answer, answers with an error, or may not be opened."""


class NoAnswer(Unreachable):
    """Nothing answers there now: it may at another time."""


class FormatError(SecondhandError):
    """The bytes were had, but no article can be made of them."""


class LanguageError(SecondhandError):
    """An article is in another language than is analysed."""


class OptionError(SecondhandError):
    """An option's value makes no sense."""


class LibraryError(SecondhandError):
    """What the reader made cannot be kept, or not be read."""
