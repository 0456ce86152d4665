"""An http(s) address → bytes: the only module that touches the network."""

from __future__ import annotations

import http.client
import socket
import ssl
import string
import time
import zlib
from pathlib import PurePath
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

from secondhand.errors import FormatError, Unreachable
from secondhand.ingest.naming import shown
from secondhand.ingest.source import LARGEST, Fetched, too_large

TIMEOUT = 15.0
"""seconds a server may stay silent"""

LONGEST = 60.0
"""seconds a page may take to come in"""


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


def fetch(url: str) -> Fetched:
    """Return what ``url`` answers, after redirects.

    Raises Unreachable where it may not be opened or does not answer, FormatError where the answer is
    larger than LARGEST bytes or cannot be unpacked.
    """
    name = shown(url)
    check_address(url)
    try:
        with _opener().open(_request(url), timeout=TIMEOUT) as response:
            data = _read_response(response, name)
            headers = response.headers
            final = response.geturl()
    except HTTPError as error:
        error.close()
        answer = "a redirect that is not followed" if error.code < 400 else f"error {error.code}"
        raise Unreachable(f"{name} answers with {answer}: check the address.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(f"{name} {_why(error)}") from None
    charset = headers.get_content_charset()
    told = headers.get_content_type() if "Content-Type" in headers else None
    return Fetched(data, name, PurePath(urlsplit(final).path).suffix.lower(), told, charset, final)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but only to addresses that may be opened."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        check_address(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


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
            raise too_large(name)
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
        raise too_large(name)
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
