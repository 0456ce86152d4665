"""An http(s) address → bytes: the only module that touches the network."""

from __future__ import annotations

import http.client
import socket
import ssl
import string
from base64 import b64encode
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import PurePath
from threading import Lock, Timer
from urllib.parse import quote, unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

from secondhand.errors import NoAnswer, Unreachable
from secondhand.ingest.addresses import (
    Address,
    check_link,
    invalid_error,
    is_public,
    parse_address,
    private_error,
)
from secondhand.ingest.compression import decompress
from secondhand.ingest.fetched import LARGEST, Fetched, too_large_error
from secondhand.ingest.input_names import escape_name

TIMEOUT = 15.0
"""seconds a server may stay silent"""

LONGEST = 60.0
"""seconds a page may take from the first word to the last"""

MOST_HOPS = 10
"""redirects that are followed one after the other"""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
"""statuses by which a server sends us on"""

HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; secondhand)",
    "Accept": "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}

_TRIED = 4
"""addresses of one host that are tried"""


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
    larger than LARGEST bytes or cannot be decompress.
    """
    name = escape_name(url)
    call = call or Call()
    late = Timer(LONGEST, call.end)
    late.daemon = True
    late.start()
    try:
        return _follow(_Route(name, call, parse_address(url), free=not linked))
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer(f"{name} {_explain(TimeoutError() if call.ended else error)}") from None
    finally:
        late.cancel()
        call.close()


def _follow(route: _Route) -> Fetched:
    """Return what is at the end of ``route``."""
    for _ in range(MOST_HOPS + 1):
        with route.ask() as response:
            if response.status not in REDIRECTS:
                return _read_answer(response, route)
            target = response.getheader("Location")
        route.turn(target)
    raise Unreachable(f"{route.name} redirects too often: check the address.")


class _Route:
    """The way from the first address to the page: where it is, and which hosts it may touch."""

    def __init__(self, name: str, call: Call, address: Address, *, free: bool) -> None:
        """Stand at ``address``, called ``name``; ``free`` to touch any host for that one."""
        self.name = self._at = name
        self.call = call
        self.address = address
        self._free = free
        self._typed = (address.host, address.port) if free else None
        self._home: frozenset[tuple[str, int]] = frozenset()

    def turn(self, target: str | None) -> None:
        """Go on to ``target``, as a server wrote it; raises Unreachable where it is no address."""
        if not target:
            raise Unreachable(f"{self.name} redirects to nowhere: check the address.")
        # Headers are read as Latin-1, whatever bytes they hold.
        target = quote(target, string.punctuation, "iso-8859-1")
        self._at = f"{self.name} redirects to {escape_name(target)}, which"
        self._free = False
        try:
            url = urljoin(str(self.address), target)
        except ValueError:
            raise invalid_error(self._at) from None
        self.address = parse_address(url, self._at)

    @contextmanager
    def ask(self) -> Iterator[http.client.HTTPResponse]:
        """Ask the server at the address, by itself or through the proxy that is configured for it."""
        address, proxy = self.address, _find_proxy(self.address)
        if proxy and not self._free and (address.host, address.port) != self._typed:
            check_link(str(address), self._at)
        kind = _Plain if address.scheme == "http" else _Secure
        asked = proxy or address
        with closing(kind(asked.host, asked.port, timeout=TIMEOUT)) as connection:
            connection.route, connection.proxied = self, proxy is not None
            target, headers = address.target, HEADERS
            if proxy and address.scheme == "http":
                target, headers = str(address), HEADERS | proxy.headers
            elif proxy:
                connection.set_tunnel(address.host, address.port, proxy.headers)
            connection.request("GET", target, headers=headers)
            with connection.getresponse() as response:
                yield response

    def connect(self, timeout: float | None) -> socket.socket:
        """Return a connection to the host of the address; raises Unreachable where it may not be touched.

        The host is looked up once: what is checked is what is connected to.
        """
        port = self.address.port
        found = socket.getaddrinfo(self.address.host, port, type=socket.SOCK_STREAM)
        places = list(dict.fromkeys((str(info[4][0]), port) for info in found))[:_TRIED]
        if self._free:
            self._home = frozenset(places)
        elif not all(place in self._home or is_public(place[0]) for place in places):
            raise private_error(self._at)
        problem: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
        for place in places:
            try:
                return socket.create_connection(place, timeout)
            except OSError as error:
                problem = error
        raise problem


class _Plain(http.client.HTTPConnection):
    """A connection that only leads where its route may go."""

    route: _Route
    proxied: bool

    def connect(self) -> None:
        if not self.proxied:
            self.sock = self.route.connect(self.timeout)
        else:
            try:
                super().connect()
            except OSError as error:
                raise _proxy_error(self.route.name) from error
        self.route.call.hold(self.sock)


class _Secure(http.client.HTTPSConnection, _Plain):
    """The same, encrypted: the connection is made by _Plain."""


@dataclass(frozen=True, slots=True)
class _Proxy:
    """The proxy that connects for us."""

    host: str
    port: int
    headers: dict[str, str]
    """the user's password, which is for it alone"""


def _find_proxy(address: Address) -> _Proxy | None:
    """Return the proxy that the user's environment or system names for ``address``, if any.

    Raises Unreachable where that is none we can use.
    """
    named = getproxies()
    told = named.get(address.scheme) or named.get("all")
    if not told or proxy_bypass(f"{address.host}:{address.port}"):
        return None
    try:
        parts = urlsplit(told if "://" in told else f"http://{told}")
        host, port = parts.hostname if parts.scheme == "http" else None, parts.port or 80
    except ValueError:
        host = None
    if not host:
        raise Unreachable(
            f"{escape_name(str(address))} cannot be reached: only proxies at http:// can be used."
        )
    headers = {}
    if parts.username is not None:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        headers["Proxy-Authorization"] = f"Basic {b64encode(secret.encode()).decode('ascii')}"
    return _Proxy(host, port, headers)


def _read_answer(response: http.client.HTTPResponse, route: _Route) -> Fetched:
    """Return the whole answer, LARGEST bytes at most, unless the call ends before that."""
    if not 200 <= response.status < 300:
        raise Unreachable(f"{route.name} answers with error {response.status}: check the address.")
    data = bytearray()
    while chunk := response.read1(1 << 16):
        data += chunk
        if len(data) > LARGEST:
            raise too_large_error(route.name)
    if response.length or route.call.ended:
        raise http.client.IncompleteRead(bytes(data), response.length)
    headers = response.headers
    plain = decompress(bytes(data), headers.get("Content-Encoding", ""), route.name, LARGEST)
    told = headers.get_content_type() if "Content-Type" in headers else None
    suffix = PurePath(urlsplit(route.address.target).path).suffix.lower()
    return Fetched(plain, route.name, suffix, told, headers.get_content_charset(), str(route.address))


def _proxy_error(name: str) -> Unreachable:
    return Unreachable(f"{name} cannot be reached: your proxy does not answer, or refuses. Check it.")


def _explain(error: Exception) -> str:
    """Return what went wrong on the way to a server, and what to do."""
    if isinstance(error, socket.gaierror):
        return "cannot be reached: its host is not found. Check the address and your connection."
    if isinstance(error, ConnectionRefusedError):
        return "cannot be reached: its host refuses the connection. Check the address."
    if isinstance(error, TimeoutError):
        return "does not answer in time: try again later."
    if isinstance(error, ssl.SSLError):
        return "has no certificate that can be trusted: check the address."
    if isinstance(error, http.client.InvalidURL | ValueError):
        return "is not a valid address: check it."
    return "cannot be read: the connection broke off. Try again later."
