"""What mail and saved web pages share: the parts of a MIME message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from itertools import islice

from secondhand.errors import FormatError
from secondhand.ingest.decode import decode

MOST = 1000
"""parts that are looked at"""
DEEPEST = 100
"""parts that may hold others: each line of the message is compared with the borders of all"""
_LONGEST = 2000
"""characters of a header field that are read"""
_ENDLESS = re.compile(rb"^content-(?:type|disposition):(?:[^\r\n]|\r?\n[ \t]){20000}", re.I | re.M)
"""a field that takes as long to part as the square of its length"""


def message(data: bytes, name: str) -> Message:
    """Return the message that ``data`` is; raises FormatError where it is nested without end."""
    if data.lower().count(b"multipart/") > DEEPEST:
        raise FormatError(f"{name} is a message of messages without end: save the text of one.")
    try:
        if not _ENDLESS.search(data):
            return message_from_bytes(data)
    except (RecursionError, ValueError, LookupError):
        pass
    raise FormatError(f"{name} is a broken message: save its text.")


def parts(whole: Message) -> Iterator[Message]:
    """Yield the parts of ``whole`` that hold text, in order, without what is attached."""
    try:
        for part in islice(whole.walk(), MOST):
            if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
                yield part
    except RecursionError:
        return


def text_of(part: Message, name: str) -> str:
    """Return the text of ``part``, decoded; raises FormatError where it is none."""
    data = part.get_payload(decode=True)
    return decode(data, name, part.get_content_charset()) if isinstance(data, bytes) else ""


def sender(whole: Message) -> str | None:
    """Return the name, without the address, of whom ``whole`` is from, or None."""
    try:
        name = parseaddr(field(whole, "From") or "")[0]
    except RecursionError:
        return None
    return name.strip(" \"'") or None


def field(whole: Message, name: str) -> str | None:
    """Return the field ``name`` of the header on one line, decoded, or None where it is missing."""
    written = str(whole.get(name) or "")[:_LONGEST]
    try:
        told = str(make_header(decode_header(written)))
    except (LookupError, ValueError, MessageError):
        told = written
    return " ".join(told.split()) or None
