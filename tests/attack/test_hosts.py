"""No page, redirect or feed sends us into a private network, however its host is written; a user may go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from html import escape
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote_to_bytes

import pytest

from secondhand import ingest
from secondhand.errors import SecondhandError, Unreachable
from secondhand.ingest import FeedEntry
from secondhand.ingest.addresses import check_link
from secondhand.ingest.fetch import fetch
from tests.attack.hosts import Host, Network, read_hosts, read_lines

HOSTS = read_hosts()
REDIRECTS = read_lines("redirects.txt")
PARAGRAPH = "<p>It rains, the mayor said on Monday, and it will rain until the end of the week.</p>"
pytestmark = pytest.mark.attack
each_host = pytest.mark.parametrize("host", HOSTS, ids=lambda host: host.spelling)


class Redirecting(BaseHTTPRequestHandler):
    """Sends everyone on to what the query says."""

    def do_GET(self) -> None:
        self.send_response(302 if "?" in self.path else 404)
        # As bytes: what would be sent by a server that keeps to no rule.
        self.wfile.write(b"".join(self._headers_buffer))  # type: ignore[attr-defined]
        self.wfile.write(b"Location: " + unquote_to_bytes(self.path.partition("?")[2]) + b"\r\n\r\n")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[str, int]]:
    server = HTTPServer(("127.0.0.1", 0), Redirecting)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield "127.0.0.1", server.server_port
    server.shutdown()
    server.server_close()


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    names = {host.name: host.leads_to for host in HOSTS if host.leads_to and "[" not in host.spelling}
    return Network(monkeypatch, {name.lower().removesuffix("."): ips for name, ips in names.items()})


def test_there_are_many() -> None:
    assert len({host.spelling for host in HOSTS}) == len(HOSTS) >= 100


@each_host
def test_typed(host: Host, network: Network) -> None:
    with pytest.raises(Unreachable) as error:
        fetch(f"http://{host.spelling}/a")
    assert tuple(network.touched) == host.leads_to
    assert "\n" not in str(error.value)


@each_host
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_link(host: Host, scheme: str, network: Network) -> None:
    with pytest.raises(Unreachable):
        fetch(f"{scheme}://{host.spelling}/a", linked=True)
    assert network.touched == []


@each_host
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_link_through_a_proxy(
    host: Host, scheme: str, network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"{scheme}_proxy", "http://proxy.example:3128")
    network.names["proxy.example"] = ("192.168.0.128",)
    with pytest.raises(Unreachable):
        fetch(f"{scheme}://{host.spelling}/a", linked=True)
    assert network.touched == (["proxy.example"] if host.named else [])


@each_host
def test_redirect(host: Host, network: Network, server: tuple[str, int]) -> None:
    network.server = server
    with pytest.raises(Unreachable, match="redirects to "):
        fetch(f"http://127.0.0.1:{server[1]}/?http://{host.spelling.replace('%', '%25')}/a")
    assert network.touched == ["127.0.0.1"]


@each_host
def test_feed(host: Host, network: Network, tmp_path: Path) -> None:
    link = escape(f"http://{host.spelling}/a")
    feed = f"<rss><channel><item><title>A</title><link>{link}</link></item></channel></rss>"
    (tmp_path / "feed.xml").write_text(feed, "utf-8")
    bundle = ingest.open_bundle(str(tmp_path / "feed.xml"))
    (entry,) = bundle.found
    assert isinstance(entry, FeedEntry)
    with pytest.raises(SecondhandError):
        ingest.follow_entry(entry)
    with pytest.raises(SecondhandError):
        bundle.article()
    assert network.touched == []


@each_host
def test_canonical(host: Host, network: Network, tmp_path: Path) -> None:
    link = escape(f"http://{host.spelling}/a")
    page = f'<link rel="canonical" href="{link}"><title>Rain</title><article>{PARAGRAPH * 5}</article>'
    (tmp_path / "page.html").write_text(page, "utf-8")
    article = ingest.read_article(str(tmp_path / "page.html"))
    if article.url and not host.named:
        with pytest.raises(Unreachable):
            check_link(article.url)
    assert network.touched == []


@pytest.mark.parametrize("target", REDIRECTS)
def test_a_redirect_of_an_odd_kind_leads_nowhere_but_back(
    target: str, network: Network, server: tuple[str, int]
) -> None:
    network.server = server
    with pytest.raises(Unreachable):
        fetch(f"http://127.0.0.1:{server[1]}/?{target}")
    assert set(network.touched) == {"127.0.0.1"}


def test_a_user_may_be_sent_on_where_they_were(network: Network, server: tuple[str, int]) -> None:
    network.server = server
    at = f"http://127.0.0.1:{server[1]}"
    with pytest.raises(Unreachable, match="answers with error 404"), suppress(ConnectionError):
        fetch(f"{at}/?{at}/here")
    assert network.touched == ["127.0.0.1", "127.0.0.1"]
