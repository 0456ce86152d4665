"""Addresses, taken apart once, and which of them a page may send its reader to: the public internet's."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

from secondhand.errors import Unreachable
from secondhand.ingest.input_names import escape_name

PORTS = {"http": 80, "https": 443}
"""the schemes that are opened, and their ports where an address tells none"""
LAST_PORT = 65535

_RESERVED = IPv4Network("192.0.0.0/24")
"""for protocols; not every Python knows that it is no part of the internet"""
_UNICAST = IPv6Network("2000::/3")
"""what of IPv6 is given out to hosts of the internet"""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 as a network that only has IPv6 writes it: the last four bytes"""
_PLACE = re.compile(r"(\[[^][]*\]|[^]:[]*)(?::(\d{0,5}))?", re.ASCII)
"""a host, IPv6 in brackets, and a port: some parsers drop what else there is"""
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*", re.ASCII)
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
"""a host that is taken for an IPv4 address, as browsers have it: its last part is a number"""
_LOCAL = re.compile(
    r"[\w-]*[a-z_-][\w-]*|.*\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)"
)
"""names that only mean something on this machine or beside it: those without a dot, and some endings"""


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in its parts: what is checked is what is asked for."""

    scheme: str
    host: str
    """in ASCII and lower case, IPv6 without brackets"""
    port: int
    target: str
    """path and query, escaped"""

    def __str__(self) -> str:
        """Return the address in one spelling, its port only where that is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.target}"


def parse_address(url: str, name: str | None = None) -> Address:
    """Return ``url`` in its parts; ``name`` is what messages call it.

    Raises Unreachable where it is no http(s) address, and where its host is written so that programs may take
    it for different ones.
    """
    name = name or escape_name(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        raise invalid_error(name) from None
    if parts.scheme not in PORTS:
        raise Unreachable(f"{name} is not opened: only http and https addresses are opened.")
    if "@" in parts.netloc:
        raise Unreachable(f"{name} holds a user's name or password: leave out what stands before the @.")
    place = _PLACE.fullmatch(parts.netloc)
    port = int((place and place[2]) or PORTS[parts.scheme])
    if not place or port > LAST_PORT:
        raise invalid_error(name)
    if not place[1]:
        raise Unreachable(f"{name} names no host: check the address.")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Address(parts.scheme, _parse_host(place[1], name), port, quote(target, string.punctuation))


def check_link(url: str, name: str | None = None) -> Address:
    """Return ``url``, given by a page, in its parts; ``name`` is what messages call it.

    Raises Unreachable where a page may not send its reader there, as far as can be told without asking
    anybody: a number that is not written as usual is no place of the public internet either.
    """
    name = name or escape_name(url)
    address = parse_address(url, name)
    number = ":" in address.host or _NUMBER.fullmatch(address.host)
    if is_local_name(address.host) or (number and not is_public(address.host)):
        raise private_error(name)
    return address


def invalid_error(name: str) -> Unreachable:
    """Return the error for ``name``, which is no address."""
    return Unreachable(f"{name} is not a valid address: check it.")


def private_error(name: str) -> Unreachable:
    """Return the error for a page that sends its reader to ``name``, which is not of the public internet."""
    return Unreachable(f"{name} is on this machine or in a private network: no page may send you there.")


def is_public(address: str) -> bool:
    """Return whether ``address``, an IP address as numbers, belongs to a host of the public internet.

    IPv4 addresses inside of IPv6 ones are judged as what they are. What is no address is not public.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _find_embedded(ip)
        if inner is None:
            return ip in _UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast and ip not in _RESERVED


def is_local_name(host: str) -> bool:
    """Return whether ``host``, in lower case, is a name that means something only here or near here."""
    return _LOCAL.fullmatch(host) is not None


def _parse_host(host: str, name: str) -> str:
    """Return ``host`` in ASCII; raises Unreachable where it is neither a name nor an IP address."""
    if "%" in host:
        raise Unreachable(f"{name} has escapes in the name of its host: write it out.")
    try:
        if host.startswith("["):
            return str(IPv6Address(host[1:-1]))
        # This may turn one character into several, or into digits and dots: only then is it a host or none.
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise invalid_error(name) from None
    host = host.lower().removesuffix(".")
    if not _HOST.fullmatch(host):
        raise invalid_error(name)
    return host


def _find_embedded(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that ``ip`` stands for, or None where it stands for itself."""
    if ip in _TRANSLATED:
        return IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour
