"""Which proxy is asked, and with which password: what the user has configured says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from secondhand.errors import Unreachable
from secondhand.ingest.addresses import parse_address
from secondhand.ingest.fetch import _find_proxy, fetch


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what sets variables of the environment in place of all that tell of proxies."""

    def settings(told: str) -> None:
        for name in ("http", "https", "all", "no"):
            for spelling in (f"{name}_proxy", f"{name}_proxy".upper()):
                monkeypatch.delenv(spelling, raising=False)
        for setting in told.split():
            monkeypatch.setenv(*setting.split("=", 1))

    return settings


SECRET = {"Proxy-Authorization": "Basic dTpw"}
USER = {"Proxy-Authorization": "Basic dTo="}


@pytest.mark.parametrize(
    ("told", "url", "proxy"),
    [
        ("", "http://h.example/", None),
        ("http_proxy=http://p.example:3128", "http://h.example/", ("p.example", 3128, {})),
        ("http_proxy=http://p.example", "http://h.example/", ("p.example", 80, {})),
        ("http_proxy=p.example:3128", "http://h.example/", ("p.example", 3128, {})),
        ("http_proxy=http://p.example:3128", "https://h.example/", None),
        ("https_proxy=http://p.example:3128", "https://h.example/", ("p.example", 3128, {})),
        ("http_proxy=http://u:p@p.example:1", "http://h.example/", ("p.example", 1, SECRET)),
        ("http_proxy=http://%75:%70@p.example:1", "http://h.example/", ("p.example", 1, SECRET)),
        (
            "http_proxy=http://u@p.example:1",
            "http://h.example/",
            ("p.example", 1, {"Proxy-Authorization": "Basic dTo="}),
        ),
        ("all_proxy=http://p.example:1", "https://h.example/", ("p.example", 1, {})),
        (
            "all_proxy=http://q.example:1 http_proxy=http://p.example:1",
            "http://h.example/",
            ("p.example", 1, {}),
        ),
        ("http_proxy=http://p.example:1 no_proxy=h.example", "http://h.example/", None),
        ("http_proxy=http://p.example:1 no_proxy=h.example", "http://h.example:81/", None),
        ("http_proxy=http://p.example:1 no_proxy=h.example:81", "http://h.example:81/", None),
        ("http_proxy=http://p.example:1 no_proxy=h.example:81", "http://h.example/", ("p.example", 1, {})),
    ],
)
def test_the_proxy_that_is_configured(
    told: str, url: str, proxy: tuple[str, int, dict[str, str]] | None, settings: Callable[[str], None]
) -> None:
    settings(told)
    found = _find_proxy(parse_address(url))
    assert (found and (found.host, found.port, found.headers)) == proxy


@pytest.mark.parametrize(
    "proxy", ["socks5://p.example:1", "https://p.example:1", "http://[::1", "http://p:x", "http://"]
)
def test_a_proxy_that_cannot_be_used(proxy: str, settings: Callable[[str], None]) -> None:
    settings(f"http_proxy={proxy}")
    with pytest.raises(Unreachable, match=r"^http://h\.example/ cannot be reached: only proxies at"):
        fetch("http://h.example/")


def test_a_proxy_that_does_not_answer(settings: Callable[[str], None]) -> None:
    settings("http_proxy=http://127.0.0.1:1")
    with pytest.raises(Unreachable, match=r"^http://h\.example/ cannot be reached: your proxy does not"):
        fetch("http://h.example/")
