"""A path, an http(s) address or standard input → bytes. No other module touches the network."""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import string
import sys
import time
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from secondhand.errors import FormatError, NotFound, Unreachable
from secondhand.ingest.naming import shown

LARGEST = 20_000_000
"""bytes of an input that are read at most"""

TIMEOUT = 15.0
"""seconds a server may stay silent"""

LONGEST = 60.0
"""seconds a page may take to come in"""

STDIN = "-"
"""the source that means standard input"""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was had, before anything is made of it."""

    data: bytes
    name: str
    """the input as messages name it, safe to print"""
    suffix: str = ""
    """the ending of its file name, in lower case: ".md" """
    content_type: str | None = None
    """the media type the server declared, in lower case"""
    charset: str | None = None
    """the encoding the server declared"""
    url: str | None = None
    """the address it came from in the end, after redirects"""


def fetch(source: str) -> Fetched:
    """Return the bytes that ``source`` (a path, an http(s) address or ``-``) leads to.

    Raises NotFound, Unreachable, or FormatError where the input is larger than LARGEST.
    """
    if source == STDIN:
        return _fetch_stdin()
    scheme = _SCHEME.match(source)
    if scheme is None or _exists(source):
        return _fetch_path(source)
    return _fetch_url(source)


def _exists(source: str) -> bool:
    try:
        return Path(source).exists()
    except (OSError, ValueError):
        return False


def _fetch_stdin() -> Fetched:
    name = "standard input"
    if sys.stdin is None or sys.stdin.closed:
        raise NotFound(f"{name} is closed: pipe an article into it, or name a file.")
    return Fetched(_read_limited(sys.stdin.buffer, name), name)


def _fetch_path(source: str) -> Fetched:
    name = shown(source)
    try:
        with Path(source).open("rb") as file:
            data = _read_limited(file, name)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotFound(f"{name}: no such file. Check the name.") from None
    except IsADirectoryError:
        raise NotFound(f"{name} is a directory: name a file in it.") from None
    except PermissionError:
        raise NotFound(f"{name} may not be read: ask for permission, or copy the file.") from None
    except OSError as error:
        raise NotFound(f"{name} cannot be read: {shown(error.strerror or 'unknown error')}.") from None
    return Fetched(data, name, PurePath(source).suffix.lower())


def _read_limited(file: IO[bytes], name: str) -> bytes:
    """Read all of ``file``, but refuse more than LARGEST bytes."""
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(name)
    return data


def _too_large(name: str) -> FormatError:
    return FormatError(f"{name} is larger than {LARGEST // 1_000_000} MB: open a file of one article.")


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but only to addresses that may be opened."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - the signature is the base class's
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_address(url: str) -> None:
    """Raise Unreachable where ``url``, given by the user or by a redirect, may not be opened."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Unreachable(f"{shown(url)} is not a valid address: check it.") from None
    if parts.scheme not in {"http", "https"}:
        raise Unreachable(f"{shown(url)}: only http and https addresses are opened.")
    if not parts.hostname:
        raise Unreachable(f"{shown(url)} names no host: check the address.")


def _fetch_url(url: str) -> Fetched:
    name = shown(url)
    check_address(url)
    try:
        with _opener().open(_request(url), timeout=TIMEOUT) as response:
            data = _read_response(response, name)
            headers = response.headers
            final = response.geturl()
    except HTTPError as error:
        error.close()
        raise Unreachable(f"{name} answers with error {error.code}: check the address.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(f"{name} {_why(error)}") from None
    charset = headers.get_content_charset()
    told = headers.get_content_type() if "Content-Type" in headers else None
    return Fetched(data, name, PurePath(urlsplit(final).path).suffix.lower(), told, charset, final)


def _opener() -> OpenerDirector:
    """Return an opener that knows http and https and nothing else: no files, no FTP."""
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    opener.add_handler(_Redirects())
    return opener


def _request(url: str) -> Request:
    """Return the request for ``url``, characters outside of ASCII escaped."""
    parts = urlsplit(url)
    safe = string.punctuation
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    asked = urlunsplit((parts.scheme, host, quote(parts.path, safe), quote(parts.query, safe), ""))
    accept = "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.1"
    headers = {
        "User-Agent": "Mozilla/5.0 (compatible; secondhand)",
        "Accept": accept,
        "Accept-Encoding": "identity",
    }
    return Request(asked, headers=headers)  # noqa: S310 - check_address lets only http and https through


def _read_response(response: http.client.HTTPResponse, name: str) -> bytes:
    """Read the whole answer within LARGEST bytes and LONGEST seconds."""
    end = time.monotonic() + LONGEST
    data = bytearray()
    while chunk := response.read1(1 << 16):
        data += chunk
        if len(data) > LARGEST:
            raise _too_large(name)
        if time.monotonic() > end:
            raise TimeoutError
    if response.length:
        raise http.client.IncompleteRead(bytes(data), response.length)
    return _unpacked(bytes(data), response.headers.get("Content-Encoding", "identity").lower(), name)


def _unpacked(data: bytes, encoding: str, name: str) -> bytes:
    """Return ``data`` without the compression some servers apply unasked."""
    if encoding in {"identity", ""}:
        return data
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise FormatError(f"{name} comes compressed in an unknown way: save the page and open the file.")
    inflate = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        unpacked = inflate.decompress(data, LARGEST + 1)
    except zlib.error:
        raise FormatError(f"{name} comes with broken compression: save the page and open the file.") from None
    if len(unpacked) > LARGEST:
        raise _too_large(name)
    return unpacked


def _why(error: Exception) -> str:
    """Return what went wrong on the way to a server, and what to do."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, socket.gaierror):
        return "cannot be reached: its host is not found. Check the address and your connection."
    if isinstance(reason, ConnectionRefusedError):
        return "cannot be reached: its host refuses the connection. Check the address."
    if isinstance(reason, TimeoutError):
        return "does not answer in time: try again later."
    if isinstance(reason, ssl.SSLError):
        return "has no certificate that can be trusted: check the address."
    if isinstance(reason, http.client.InvalidURL | ValueError):
        return "is not a valid address: check it."
    return "cannot be read: the connection broke off. Try again later."
