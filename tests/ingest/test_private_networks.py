from __future__ import annotations

import pytest

from secondhand.errors import Unreachable
from secondhand.ingest.addresses import check_link
from secondhand.ingest.fetch import fetch

PRIVATE = [
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://224.0.0.1/",
    "https://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::7f00:1]/",
]


@pytest.mark.parametrize("url", PRIVATE)
@pytest.mark.parametrize("proxied", [False, True])
def test_a_page_does_not_send_us_into_a_private_network(
    url: str, proxied: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "" if proxied else "*")
    for scheme in ("http", "https"):
        monkeypatch.setenv(f"{scheme}_proxy", "http://proxy.invalid:1/" if proxied else "")
    monkeypatch.setattr("socket.create_connection", lambda *_: pytest.fail("connected"))
    with pytest.raises(Unreachable, match="on this machine or in a private network: no page may send you"):
        fetch(url, linked=True)
    with pytest.raises(Unreachable, match="no page may send you there"):
        check_link(url)


def test_a_dot_after_a_number_changes_nothing() -> None:
    with pytest.raises(Unreachable, match="no page may send you there"):
        check_link("http://127.0.0.1./")


def test_a_link_to_the_public_internet_is_let_through() -> None:
    for url in ("https://example.org/a", "http://93.184.216.34/", "http://[2606:2800:220:1::1]/"):
        check_link(url)
