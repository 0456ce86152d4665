from __future__ import annotations

import gzip
import http.client
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from secondhand.errors import FormatError, Unreachable
from secondhand.ingest import fetch as module
from secondhand.ingest.addresses import parse_address
from secondhand.ingest.fetch import Call, fetch

HTML = "text/html; charset=iso-8859-1"
ENDLESS = {
    "/endless-body": b"HTTP/1.0 200 OK\r\n\r\n",
    "/endless-header": b"HTTP/1.0 200 OK\r\nX: ",
    "/endless-redirect": b"HTTP/1.0 302 Found\r\nLocation: /page.html\r\n\r\n",
}
"""answers that drip on after these bytes"""
Answer = tuple[int, dict[str, str], bytes]


class Server(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, Answer]] = {
        "/page.html": (200, {"Content-Type": HTML}, b"<p>caf\xe9"),
        "/bare": (200, {}, b"He said."),
        "/moved": (302, {"Location": "/page.html?x=1"}, b""),
        "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/to-ftp": (301, {"Location": "ftp://a.example/x"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/to-nowhere": (302, {}, b""),
        "/to-private": (302, {"Location": "http://10.1.2.3/"}, b""),
        "/to-other-port": (302, {"Location": "http://localhost:1/"}, b""),
        "/gone": (404, {}, b"not here"),
        "/broken": (500, {}, b"oh"),
        "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"He said.")),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 5000)),
        "/half-packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"He said.")[:-9]),
        "/badly-packed": (200, {"Content-Encoding": "gzip"}, b"He said."),
        "/oddly-packed": (200, {"Content-Encoding": "br"}, b"He said."),
        "/large": (200, {}, b"x" * 1500),
        "/short": (200, {"Content-Length": "100"}, b"He"),
        "/caf%C3%A9": (200, {}, b"coffee"),
        "/to-caf": (302, {"Location": "/caf\u00c3\u00a9"}, b""),  # the bytes of UTF-8
        "/to-bracket": (302, {"Location": "http://[::1/"}, b""),
        "/choices": (300, {}, b"one or two"),
        "/just-enough": (200, {}, b"x" * 1000),
        "/one-more": (200, {}, b"x" * 1001),
        "/pieces": (200, {"Transfer-Encoding": "chunked"}, b"3\r\nHe \r\n5\r\nsaid.\r\n0\r\n\r\n"),
    }

    def do_GET(self) -> None:
        if self.path == "/silent":
            self.server.wait.wait()  # type: ignore[attr-defined]
            return
        if self.path in ENDLESS:
            self.drip(ENDLESS[self.path])
            return
        hops = self.path.removeprefix("/hops-")
        if hops.isdigit():
            location = f"/hops-{int(hops) - 1}" if int(hops) else "/page.html"
            self.answers["/hop"] = (307, {"Location": location}, b"")
            self.path = "/hop"
        status, headers, body = self.answers[self.path.partition("?")[0]]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def drip(self, beginning: bytes) -> None:
        """Write ``beginning``, and then a word now and again until nobody listens."""
        with suppress(OSError):
            self.wfile.write(beginning)
            while not self.server.wait.wait(0.01):  # type: ignore[attr-defined]
                self.wfile.write(b"more ")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.wait = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "*")
        patch.setattr(module, "LARGEST", 1000)
        yield f"http://127.0.0.1:{server.server_port}"
    server.wait.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_with_what_its_server_declares(base: str) -> None:
    got = fetch(f"{base}/page.html#top")
    assert got.data == b"<p>caf\xe9"
    assert (got.content_type, got.charset, got.suffix) == ("text/html", "iso-8859-1", ".html")


def test_nothing_declared(base: str) -> None:
    got = fetch(f"{base}/bare")
    assert (got.data, got.content_type, got.charset, got.suffix) == (b"He said.", None, None, "")


def test_redirects_are_followed_and_told(base: str) -> None:
    assert fetch(f"{base}/moved").url == f"{base}/page.html?x=1"


def test_as_many_redirects_as_browsers_nearly_follow(base: str) -> None:
    assert fetch(f"{base}/hops-9").url == f"{base}/page.html"


def test_a_redirect_in_characters_outside_of_ascii(base: str) -> None:
    assert fetch(f"{base}/to-caf").data == b"coffee"


def test_all_of_what_is_asked_for_comes(base: str) -> None:
    assert fetch(f"{base}/pieces").data == b"He said."
    assert fetch(f"{base}/just-enough").data == b"x" * 1000
    with pytest.raises(FormatError, match=rf"^{base}/one-more is larger than"):
        fetch(f"{base}/one-more")
    assert fetch(f"{base}/bare").name == f"{base}/bare"


def test_characters_outside_of_ascii_are_escaped(base: str) -> None:
    assert fetch(f"{base}/café").data == b"coffee"


def test_compression_applied_unasked_is_undone(base: str) -> None:
    assert fetch(f"{base}/packed").data == b"He said."


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answers with error 404: check the address"),
        ("/broken", "answers with error 500: check the address"),
        ("/to-file", "redirects to file:///etc/passwd, which is not opened"),
        ("/to-ftp", "only http and https addresses are opened"),
        ("/loop", r"/loop redirects too often: check the address\.$"),
        ("/hops-10", r"/hops-10 redirects too often"),
        ("/to-bracket", r"/to-bracket redirects to http://\[::1/, which is not a valid address: check it\.$"),
        ("/choices", "answers with error 300"),
        ("/to-nowhere", "redirects to nowhere"),
        (
            "/to-private",
            r"redirects to http://10\.1\.2\.3/, which is on this machine or in a private network",
        ),
        ("/to-other-port", "redirects to .*, which is on this machine or in a private network"),
        ("/short", "the connection broke off"),
    ],
)
def test_bad_answers(base: str, path: str, said: str) -> None:
    with pytest.raises(Unreachable, match=said):
        fetch(base + path)


@pytest.mark.parametrize("path", ["/large", "/bomb", "/badly-packed", "/half-packed", "/oddly-packed"])
def test_answers_that_cannot_be_used(base: str, path: str) -> None:
    with pytest.raises(FormatError, match=rf"^{base}{path} (is larger|comes)"):
        fetch(base + path)


def test_a_silent_server(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT", 0.05)
    with pytest.raises(Unreachable, match="does not answer in time"):
        fetch(f"{base}/silent")


@pytest.mark.parametrize("path", ["/endless-body", "/endless-header"])
def test_an_answer_without_an_end(base: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", 0.1)
    # The server goes on until nobody listens: it is given up, or this never ends.
    with pytest.raises(Unreachable, match="does not answer in time"):
        fetch(base + path)


def test_what_comes_with_a_redirect_is_not_read(base: str) -> None:
    assert fetch(f"{base}/endless-redirect").url == f"{base}/page.html"


def test_a_call_that_is_ended_by_another_thread(base: str) -> None:
    call = Call()
    threading.Timer(0.1, call.end).start()
    with pytest.raises(Unreachable):
        fetch(f"{base}/endless-body", call=call)


def test_a_call_that_was_ended_before_it_began(base: str) -> None:
    call = Call()
    call.end()
    with pytest.raises(Unreachable):
        fetch(f"{base}/bare", call=call)


def test_encryption_that_is_none(base: str) -> None:
    with pytest.raises(Unreachable, match="has no certificate that can be trusted"):
        fetch(base.replace("http:", "https:"))


def test_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(Unreachable, match="refuses the connection"):
        fetch("http://127.0.0.1:1/")


def test_no_such_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(Unreachable, match=r"its host is not found|cannot be read"):
        fetch("http://nowhere.invalid/")


@pytest.mark.parametrize(
    "url",
    ["http://", "https:///x", "http://[::1", "file:///x", "http://a.example:x/", "http://u:p@a.example/"],
)
def test_addresses_that_are_none(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(Unreachable):
        fetch(url)


def test_a_hostile_address_is_named_safely() -> None:
    with pytest.raises(Unreachable) as caught:
        parse_address("ftp://\x1b[2J\n")
    assert str(caught.value).isprintable()


def resolving(*answers: str) -> Callable[..., list[object]]:
    """Return a resolver that gives one of ``answers`` after the other, the last again and again."""
    left = list(answers)

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[object]:
        numbers = host.replace(".", "").isdigit()
        answer = host if numbers else left.pop(0) if len(left) > 1 else left[0]
        return [(2, 1, 6, "", (address, port)) for address in answer.split()]

    return getaddrinfo


@pytest.mark.parametrize("answer", ["192.168.1.1", "93.184.216.34 192.168.1.1", "fe80::1%eth0"])
def test_a_name_that_leads_into_a_private_network(answer: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("socket.getaddrinfo", resolving(answer))
    with pytest.raises(Unreachable, match=r"^http://news\.example/ is on this machine or in a private"):
        fetch("http://news.example/", linked=True)


def test_a_name_is_looked_up_once_and_connected_to_as_it_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("socket.getaddrinfo", resolving("93.184.216.34", "127.0.0.1"))
    touched: list[object] = []

    def connect(place: object, timeout: float) -> object:
        touched.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(Unreachable, match="refuses the connection"):
        fetch("http://rebinding.example/", linked=True)
    assert touched == [("93.184.216.34", 80)]


def test_a_name_that_moves_into_a_private_network_between_redirects(
    base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(base.rpartition(":")[2])
    monkeypatch.setattr("socket.getaddrinfo", resolving("127.0.0.1", "127.0.0.2"))
    with pytest.raises(Unreachable, match=r"redirects to .*, which is on this machine"):
        fetch(f"http://rebinding.example:{port}/moved")


def test_an_address_that_does_not_answer_is_not_the_last(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = int(base.rpartition(":")[2])
    monkeypatch.setattr("socket.getaddrinfo", resolving("192.0.2.1 192.0.2.2 127.0.0.1"))
    tried: list[str] = []
    connect = socket.create_connection

    def connect_some(place: tuple[str, int], timeout: float) -> socket.socket:
        tried.append(place[0])
        if place[0] != "127.0.0.1":
            raise TimeoutError
        return connect(place, timeout)

    monkeypatch.setattr("socket.create_connection", connect_some)
    assert fetch(f"http://news.example:{port}/moved").url == f"http://news.example:{port}/page.html?x=1"
    assert tried[:3] == ["192.0.2.1", "192.0.2.2", "127.0.0.1"]


def test_a_name_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [])
    with pytest.raises(Unreachable, match=r"^http://news\.example/ cannot be reached: its host is not found"):
        fetch("http://news.example/")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            socket.gaierror(),
            "cannot be reached: its host is not found. Check the address and your connection.",
        ),
        (ConnectionRefusedError(), "cannot be reached: its host refuses the connection. Check the address."),
        (TimeoutError(), "does not answer in time: try again later."),
        (ssl.SSLError(), "has no certificate that can be trusted: check the address."),
        (http.client.InvalidURL(), "is not a valid address: check it."),
        (ValueError(), "is not a valid address: check it."),
        (ConnectionResetError(), "cannot be read: the connection broke off. Try again later."),
        (http.client.BadStatusLine(""), "cannot be read: the connection broke off. Try again later."),
    ],
)
def test_what_went_wrong_is_told(error: Exception, told: str) -> None:
    assert module._explain(error) == told
