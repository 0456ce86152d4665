"""The user's browser: the one of the desktop, one that runs in the terminal, or none."""

from __future__ import annotations

import webbrowser
from typing import Any

from textual.app import App

from secondhand.safe_text import make_safe
from secondhand.ui.system.clipboard import copy


def browse(app: App[Any], url: str) -> str:
    """Open ``url`` in the browser and return what to tell; where there is none, it is copied.

    Raises Unreachable where a page may not send us there.
    """
    from secondhand.ingest.addresses import check_link

    check_link(url)
    told = make_safe(url)
    if app.is_web:
        app.open_url(url)
    elif not _try_opening(app, url):
        return f"There is no browser here. {told} is copied {copy(app, url)}."
    return f"In the browser: {told}"


def _try_opening(app: App[Any], url: str) -> bool:
    """Return whether a browser took ``url``; one that needs the terminal gets it until it is left."""
    try:
        browser = webbrowser.get()
        if type(browser) is not webbrowser.GenericBrowser:
            return browser.open(url)
        with app.suspend():
            return browser.open(url)
    except (webbrowser.Error, OSError):
        return False
