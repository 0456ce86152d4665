from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession, CookieJar, web
from aiohttp.test_utils import TestClient, TestServer, unused_port

from secondhand import terminal
from secondhand.commands.serve import ServeOptions, build_command
from secondhand.seed import find_seed
from secondhand.ui.system.web_server import Loopback
from tests.ui.conftest import LATE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.fixture(autouse=True)
async def ended(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    """Wait at the end for the readers that were started: textual-serve leaves them to themselves."""
    start, started = asyncio.create_subprocess_shell, []

    async def start_known(*command: Any, **known: Any) -> asyncio.subprocess.Process:
        started.append(await start(*command, **known))
        return started[-1]

    monkeypatch.setattr("asyncio.create_subprocess_shell", start_known)
    yield
    for process in started:
        await process.wait()


@pytest.fixture
def served() -> Loopback:
    return Loopback("exit", unused_port())


@pytest.mark.parametrize(
    "path", ["/", "/ws", "/guessed/", "/guessed/ws", "/static/js/textual.js", "/%2e%2e/"]
)
async def test_nobody_gets_in_without_the_secret(served: Loopback, path: str) -> None:
    async with TestClient(TestServer(await served._make_app())) as client:
        assert (await client.get(path)).status == 403
        assert (await client.get(served.address.removeprefix(served.public_url)[:-2] + path)).status == 403


async def test_who_has_the_address_gets_a_reader() -> None:
    served = Loopback("echo __GANGLION__", unused_port())  # as every app of Textual's begins
    async with TestClient(TestServer(await served._make_app())) as client:
        address = served.address.removeprefix(served.public_url)
        async with client.ws_connect(f"{address}ws", origin=served.public_url) as socket:
            await socket.send_json(["ping", 1])
            assert await socket.receive_json() == ["pong", 1]


async def test_scripts_of_other_pages_do_not_get_in_with_it(served: Loopback) -> None:
    async with TestClient(TestServer(await served._make_app())) as client:
        address = served.address.removeprefix(served.public_url)
        for other in ("http://127.0.0.1:1", "http://localhost", "null"):
            assert (await client.get(address, headers={"Origin": other})).status == 403
            assert (await client.get(f"{address}ws", headers={"Origin": other})).status == 403


async def test_the_secret_is_in_the_address_alone(served: Loopback) -> None:
    async with TestClient(TestServer(await served._make_app())) as client:
        answer = await client.get(served.address.removeprefix(served.public_url))
        assert (answer.status, answer.cookies, len(client.session.cookie_jar)) == (200, {}, 0)
        assert "ws:" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        page = await answer.text()
        named = re.findall(r'"((?:http|ws)://127[^"]*)"', page)
        assert any(one.endswith("/ws") for one in named)
        assert all(one.partition("://")[2].startswith(served.address[len("http://") :]) for one in named)


async def test_two_at_once_do_not_lock_each_other_out() -> None:
    two = [Loopback("exit", unused_port()) for _ in range(2)]
    paths = [one.address.removeprefix(one.public_url) for one in two]
    async with (
        TestServer(await two[0]._make_app()) as first,
        TestServer(await two[1]._make_app()) as second,
        # One browser, which keeps the cookies of both as those of one host.
        ClientSession(cookie_jar=CookieJar(unsafe=True)) as browser,
    ):
        for _ in range(2):
            assert (await browser.get(first.make_url(f"{paths[0]}static/js/textual.js"))).status == 200
            assert (await browser.get(second.make_url(f"{paths[1]}static/js/textual.js"))).status == 200
        assert (await browser.get(second.make_url(paths[0]))).status == 403


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")
async def test_a_browser_shows_the_article_and_takes_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(terminal.SERVED, "1")
    asked = ServeOptions(str(find_seed()), library=tmp_path / "library.db")
    served = Loopback(build_command(asked), unused_port())
    runner = web.AppRunner(await served._make_app())
    await runner.setup()
    await web.TCPSite(runner, served.host, served.port).start()
    try:
        async with _page(served.address, tmp_path) as page:
            await page.until("document.body?.classList.contains('-first-byte')")
            await page.until("document.activeElement?.tagName == 'TEXTAREA'")
            await page.press("q")
            await page.until("document.body?.classList.contains('-closed')")
    finally:
        await runner.cleanup()
    assert (tmp_path / "library.db").exists()


class _Page:
    """A page of a headless browser, by Chromium's own protocol."""

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self._count = 0

    async def ask(self, method: str, **params: object) -> dict[str, Any]:
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": params})
        while (answer := await self._socket.receive_json()).get("id") != self._count:
            pass
        return answer["result"]

    async def until(self, condition: str) -> None:
        async with asyncio.timeout(LATE):
            while not (await self.ask("Runtime.evaluate", expression=condition))["result"].get("value"):
                await asyncio.sleep(0.1)

    async def press(self, key: str) -> None:
        code = ord(key.upper())
        await self.ask(
            "Input.dispatchKeyEvent", type="keyDown", key=key, text=key, windowsVirtualKeyCode=code
        )
        await self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


@asynccontextmanager
async def _page(address: str, folder: Path) -> AsyncIterator[_Page]:
    """Open ``address`` in a headless Chromium."""
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0"]
    browser = await asyncio.create_subprocess_exec(
        str(CHROMIUM), *flags, f"--user-data-dir={folder}/profile", address,
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        told = folder / "profile" / "DevToolsActivePort"
        async with asyncio.timeout(LATE):
            while not told.exists() or not told.read_text("utf-8"):
                await asyncio.sleep(0.1)
        port = told.read_text("utf-8").splitlines()[0]
        async with ClientSession() as client:
            pages = await (await client.get(f"http://127.0.0.1:{port}/json")).json()
            (shown,) = [page for page in pages if page["type"] == "page"]
            async with client.ws_connect(shown["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield _Page(socket)
    finally:
        browser.kill()
        await browser.wait()
