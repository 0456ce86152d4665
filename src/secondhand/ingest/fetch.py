"""An http(s) address → bytes: the only module that touches the network."""

from __future__ import annotations

import http.client
import socket
import ssl
import string
from contextlib import suppress
from pathlib import PurePath
from threading import Lock, Timer
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    AbstractHTTPHandler,
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from secondhand.errors import Unreachable
from secondhand.ingest.addresses import is_local_name, is_public
from secondhand.ingest.naming import shown
from secondhand.ingest.source import LARGEST, Fetched, too_large
from secondhand.ingest.unpacking import unpacked

TIMEOUT = 15.0
"""seconds a server may stay silent"""

LONGEST = 60.0
"""seconds a page may take from the first word to the last"""


MOST_HOPS = 10
"""redirects that are followed one after the other"""

_TRIED = 4
"""addresses of one host that are tried"""


def check_address(url: str) -> None:
    """Raise Unreachable where ``url``, given by the user, a page or a redirect, may not be opened."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Unreachable(f"{shown(url)} is not a valid address: check it.") from None
    if parts.scheme not in {"http", "https"}:
        raise Unreachable(f"{shown(url)}: only http and https addresses are opened.")
    if not parts.hostname:
        raise Unreachable(f"{shown(url)} names no host: check the address.")


def check_link(url: str) -> None:
    """Raise Unreachable where ``url``, given by a page, may not be opened as far as can be told offline."""
    check_address(url)
    host = (urlsplit(url).hostname or "").rstrip(".")
    try:
        numbers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except (OSError, UnicodeError):
        numbers = []
    if is_local_name(host) or not all(is_public(str(found[4][0])) for found in numbers):
        raise _private(shown(url))


class Call:
    """One fetch, which any thread may end."""

    def __init__(self) -> None:
        """Make a call that nothing has ended."""
        self.ended = False
        self._lines: list[socket.socket] = []
        self._lock = Lock()

    def end(self) -> None:
        """Break the connection off, and any that would follow."""
        with self._lock:
            self.ended = True
            for line in self._lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def hold(self, line: socket.socket) -> None:
        """Break ``line`` off as well when this ends."""
        with self._lock:
            self._lines.append(line.dup())
        if self.ended:
            self.end()

    def close(self) -> None:
        """Let go of what was held."""
        with self._lock:
            for line in self._lines:
                line.close()
            self._lines.clear()


def fetch(url: str, *, linked: bool = False, call: Call | None = None) -> Fetched:
    """Return what ``url`` answers, after redirects; it may be ended through ``call``.

    An address the user gave may be anywhere. One that a page ``linked`` to, and every redirect, has to lead
    to the public internet, or back to the very host and port that the user's own address led to. Where a
    proxy connects for us, only numbers and names that are private as such are refused: the rest is its own.

    Raises Unreachable where it may not be opened or does not answer, FormatError where the answer is
    larger than LARGEST bytes or cannot be unpacked.
    """
    name = shown(url)
    check_address(url)
    call = call or Call()
    late = Timer(LONGEST, call.end)
    late.daemon = True
    late.start()
    try:
        with _opener(_Route(url, linked, call)).open(_request(url), timeout=TIMEOUT) as response:
            data = _read_response(response, name, call)
            headers = response.headers
            final = response.geturl()
    except HTTPError as error:
        error.close()
        raise Unreachable(f"{name} {_answer(error)}: check the address.") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise Unreachable(f"{name} {_why(TimeoutError() if call.ended else error)}") from None
    finally:
        late.cancel()
        call.close()
    charset = headers.get_content_charset()
    told = headers.get_content_type() if "Content-Type" in headers else None
    return Fetched(data, name, PurePath(urlsplit(final).path).suffix.lower(), told, charset, final)


class _Route:
    """The way from the first address to the page: which hosts it may touch, and where it is."""

    def __init__(self, url: str, linked: bool, call: Call) -> None:
        self.call = call
        self.proxied = False
        self._name = self._at = shown(url)
        self.free = not linked
        self._home: tuple[str, int] | None = None
        self._hops = 0

    def hop(self, url: str) -> None:
        """Go on to ``url``; raises Unreachable where that may not be."""
        self._hops += 1
        if self._hops > MOST_HOPS:
            raise Unreachable(f"{self._name} redirects too often: check the address.")
        self.free = False
        self._at = f"{self._name} redirects to {shown(url)}, which"
        check_address(url)

    def connect(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """Return a connection to ``host``; raises Unreachable where it may not be touched.

        The host is looked up once: what is checked is what is connected to.
        """
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        places = list(dict.fromkeys((str(info[4][0]), port) for info in found))[:_TRIED]
        if not self.free and not all(place == self._home or is_public(place[0]) for place in places):
            raise _private(self._at)
        for place in places:
            try:
                line = socket.create_connection(place, timeout)
            except OSError as error:
                problem = error
                continue
            self._home = place if self.free else self._home
            return line
        raise problem


class _Plain(http.client.HTTPConnection):
    """A connection that only leads where its route may go."""

    route: _Route

    def connect(self) -> None:
        if self.route.proxied:
            super().connect()
        else:
            self.sock = self.route.connect(self.host, self.port, self.timeout)
        self.route.call.hold(self.sock)


class _Secure(http.client.HTTPSConnection, _Plain):
    """The same, encrypted: the connection is made by _Plain."""


class _Web(AbstractHTTPHandler):
    """Opens http and https on such connections."""

    http_request = https_request = AbstractHTTPHandler.do_request_

    def __init__(self, route: _Route) -> None:
        super().__init__()
        self._route = route

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self._open(_Plain, req)

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self._open(_Secure, req)

    def _open(self, kind: type[_Plain], req: Request) -> http.client.HTTPResponse:
        # A request that goes through a proxy has that as its host.
        self._route.proxied = req.host != urlsplit(req.full_url).netloc
        if self._route.proxied and not self._route.free:
            check_link(req.full_url)

        def connection(host: str, /, **known: Any) -> _Plain:
            made = kind(host, **known)
            made.route = self._route
            return made

        return self.do_open(connection, req)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects, but only to addresses that may be opened."""

    max_repeats = max_redirections = MOST_HOPS + 1

    def __init__(self, route: _Route) -> None:
        self._route = route

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        # What comes with a redirect would be read to its end, and it need not have one.
        fp.close()
        self._route.hop(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(route: _Route) -> OpenerDirector:
    """Return an opener that knows http and https and nothing else: no files, no FTP."""
    opener = OpenerDirector()
    for handler in (ProxyHandler(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        opener.add_handler(handler)
    opener.add_handler(_Web(route))
    opener.add_handler(_Redirects(route))
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


def _read_response(response: http.client.HTTPResponse, name: str, call: Call) -> bytes:
    """Read the whole answer, LARGEST bytes at most, unless ``call`` ends before that."""
    data = bytearray()
    while chunk := response.read1(1 << 16):
        data += chunk
        if len(data) > LARGEST:
            raise too_large(name)
    if response.length or call.ended:
        raise http.client.IncompleteRead(bytes(data), response.length)
    return unpacked(bytes(data), response.headers.get("Content-Encoding", ""), name, LARGEST)


def _private(told: str) -> Unreachable:
    return Unreachable(f"{told} is on this machine or in a private network: no page may send you there.")


def _answer(error: HTTPError) -> str:
    """Return what a server answered that is no page."""
    if error.code >= 400:
        return f"answers with error {error.code}"
    target = error.headers.get("Location")
    return f"redirects to {shown(target)}, which is not followed" if target else "redirects to nowhere"


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
