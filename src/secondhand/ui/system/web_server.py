"""The reader in a browser, through textual-serve: on loopback, and for whoever has the address alone."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web
from textual_serve.server import Server

HOST = "127.0.0.1"
HEADERS = {
    "Content-Security-Policy": "default-src 'self' 'unsafe-inline' data: ws:",
    "Referrer-Policy": "no-referrer",
}
"""nothing is fetched from elsewhere, textual-serve's font from Google among it; nobody is told the address"""
_FOCUS = """<script>
new MutationObserver((_, watching) => {
  const keys = document.querySelector(".xterm-helper-textarea");
  keys?.focus();
  if (keys && document.body.classList.contains("-first-byte")) watching.disconnect();
}).observe(document.body, {attributes: true, childList: true, subtree: true});
</script></body>"""
"""what lets the terminal of a page take the keys once it is there, without a click"""
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Loopback(Server):
    """Runs ``command`` anew for each browser that knows ``address``.

    The secret is the first part of every path, and in no cookie: those of one port go to all the others of a
    machine, and replace one another.
    """

    def __init__(self, command: str, port: int) -> None:
        """Serve ``command`` on ``port``."""
        super().__init__(command, host=HOST, port=port, title="secondhand")
        self._path = f"/{secrets.token_urlsafe()}"

    @property
    def address(self) -> str:
        """Where the reader is."""
        return f"{self.public_url}{self._path}/"

    def initialize_logging(self) -> None:
        """Log nothing: what goes wrong is told by the reader."""

    async def on_startup(self, app: web.Application) -> None:
        """Tell where the reader is."""
        print(f"Reading at {self.address} (ctrl+c ends it)", flush=True)  # noqa: T201

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._admit])
        app.add_subapp(self._path, await super()._make_app())
        return app

    @web.middleware
    async def _admit(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Turn away who does not know the secret: other users of the machine, and other pages' scripts."""
        told = request.path.encode()[: len(self._path) + 1]
        own = request.headers.get("Origin", self.public_url) == self.public_url
        if not own or not secrets.compare_digest(told, f"{self._path}/".encode()):
            raise web.HTTPForbidden(text="Open the address that secondhand serve printed.")
        response = await handler(request)
        if isinstance(response, web.Response) and response.content_type == "text/html" and response.text:
            response.text = response.text.replace("</body>", _FOCUS)
        if not response.prepared:
            response.headers.update(HEADERS)
        return response


def serve(command: str, port: int) -> None:
    """Serve ``command`` until ctrl+c; raises OSError where ``port`` is taken."""
    Loopback(command, port).serve()
