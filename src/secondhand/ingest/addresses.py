"""Which hosts a page may send its reader to: those of the public internet, and no others."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_UNICAST = IPv6Network("2000::/3")
"""what of IPv6 is given out to hosts of the internet"""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 as a network that only has IPv6 writes it: the last four bytes"""


def is_public(address: str) -> bool:
    """Return whether ``address``, an IP address as numbers, belongs to a host of the public internet.

    IPv4 addresses inside of IPv6 ones are judged as what they are. What is no address is not public.
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _inside(ip)
        if inner is None:
            return ip in _UNICAST and ip.is_global
        ip = inner
    return ip.is_global and not ip.is_multicast


def is_local_name(host: str) -> bool:
    """Return whether ``host`` is a name that only means something on this machine or beside it."""
    labels = host.casefold().rstrip(".").split(".")
    return labels[-1] in {"localhost", "local", "internal", "localdomain"}


def _inside(ip: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that ``ip`` stands for, or None where it stands for itself."""
    if ip in _TRANSLATED:
        return IPv4Address(ip.packed[-4:])
    return ip.ipv4_mapped or ip.sixtofour
