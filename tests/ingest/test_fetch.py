from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from secondhand.errors import FormatError, Unreachable
from secondhand.ingest import fetch as module
from secondhand.ingest.fetch import check_address, fetch

HTML = "text/html; charset=iso-8859-1"
Answer = tuple[int, dict[str, str], bytes]


class Server(BaseHTTPRequestHandler):
    answers: ClassVar[dict[str, Answer]] = {
        "/page.html": (200, {"Content-Type": HTML}, b"<p>caf\xe9"),
        "/bare": (200, {}, b"He said."),
        "/moved": (302, {"Location": "/page.html?x=1"}, b""),
        "/to-file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/to-ftp": (301, {"Location": "ftp://a.example/x"}, b""),
        "/loop": (302, {"Location": "/loop"}, b""),
        "/gone": (404, {}, b"not here"),
        "/broken": (500, {}, b"oh"),
        "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"He said.")),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 5000)),
        "/badly-packed": (200, {"Content-Encoding": "gzip"}, b"He said."),
        "/oddly-packed": (200, {"Content-Encoding": "br"}, b"He said."),
        "/large": (200, {}, b"x" * 1500),
        "/short": (200, {"Content-Length": "100"}, b"He"),
        "/caf%C3%A9": (200, {}, b"coffee"),
    }

    def do_GET(self) -> None:
        if self.path == "/silent":
            self.server.wait.wait(5)  # type: ignore[attr-defined]
            return
        status, headers, body = self.answers[self.path.partition("?")[0]]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

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


def test_characters_outside_of_ascii_are_escaped(base: str) -> None:
    assert fetch(f"{base}/café").data == b"coffee"


def test_compression_applied_unasked_is_undone(base: str) -> None:
    assert fetch(f"{base}/packed").data == b"He said."


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answers with error 404: check the address"),
        ("/broken", "answers with error 500: check the address"),
        ("/to-file", "answers with a redirect that is not followed"),
        ("/to-ftp", "only http and https addresses are opened"),
        ("/loop", "answers with a redirect that is not followed"),
        ("/short", "the connection broke off"),
    ],
)
def test_bad_answers(base: str, path: str, said: str) -> None:
    with pytest.raises(Unreachable, match=said):
        fetch(base + path)


@pytest.mark.parametrize("path", ["/large", "/bomb", "/badly-packed", "/oddly-packed"])
def test_answers_that_cannot_be_used(base: str, path: str) -> None:
    with pytest.raises(FormatError, match=rf"^{base}{path} (is larger|comes)"):
        fetch(base + path)


def test_a_silent_server(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TIMEOUT", 0.05)
    with pytest.raises(Unreachable, match="does not answer in time"):
        fetch(f"{base}/silent")


def test_a_page_that_drips(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LONGEST", -1.0)
    with pytest.raises(Unreachable, match="does not answer in time"):
        fetch(f"{base}/bare")


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
        check_address("ftp://\x1b[2J\n")
    assert str(caught.value).isprintable()
