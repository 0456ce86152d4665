"""The reader in a browser, through textual-serve: on loopback, and for whoever has the address alone."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from aiohttp import web
from textual_serve.server import Server

HOST = "127.0.0.1"
COOKIE = "secondhand"
POLICY = "default-src 'self' 'unsafe-inline' data: ws:"
"""nothing is fetched from elsewhere, textual-serve's font from Google among it"""
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Loopback(Server):
    """Runs ``command`` anew for each browser that knows the secret in ``address``."""

    def __init__(self, command: str, port: int) -> None:
        """Serve ``command`` on ``port``."""
        super().__init__(command, host=HOST, port=port, title="secondhand")
        self._secret = secrets.token_urlsafe()

    @property
    def address(self) -> str:
        """Where the reader is."""
        return f"{self.public_url}/?secret={self._secret}"

    def initialize_logging(self) -> None:
        """Log nothing: what goes wrong is told by the reader."""

    async def on_startup(self, app: web.Application) -> None:
        """Tell where the reader is."""
        print(f"Reading at {self.address} (ctrl+c ends it)", flush=True)  # noqa: T201

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._admit)
        return app

    @web.middleware
    async def _admit(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Turn away who does not know the secret: other users of the machine, and other pages' scripts."""
        asked = request.query.get("secret", "")
        known = asked or request.cookies.get(COOKIE, "")
        own = request.headers.get("Origin", self.public_url) == self.public_url
        if not own or not secrets.compare_digest(known.encode(), self._secret.encode()):
            raise web.HTTPForbidden(text="Open the address that secondhand serve printed.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = POLICY
        if asked:
            response.set_cookie(COOKIE, self._secret, httponly=True, samesite="Strict")
        return response


def serve(command: str, port: int) -> None:
    """Serve ``command`` until ctrl+c; raises OSError where ``port`` is taken."""
    Loopback(command, port).serve()
