from __future__ import annotations

import pytest

from secondhand.ingest.addresses import is_local_name, is_public


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:2::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.0.3", "169.254.1.1", "172.16.0.1",
        "192.168.0.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "::ffff:10.0.0.1", "64:ff9b::a00:1", "localhost", "",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


def test_names_that_mean_something_here_only() -> None:
    assert all(
        map(is_local_name, ["localhost", "a.localhost", "printer.local", "x.internal", "router", "a-b"])
    )
    assert not any(map(is_local_name, ["example.org", "local.example", "localhost.example", "10.0.0.1", "1"]))
