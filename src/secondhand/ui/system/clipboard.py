"""Copying: through the terminal, which works over SSH and in tmux, and to the system's own clipboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from textual.app import App

_SECONDS = 2.0
"""how long a program may take"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that takes what is to be copied on its standard input."""

    command: tuple[str, ...]
    encoding: str = "utf-8"


_WAYLAND = Tool(("wl-copy",))
_X11 = (Tool(("xclip", "-selection", "clipboard")), Tool(("xsel", "--clipboard", "--input")))
_MAC = Tool(("pbcopy",))
_WINDOWS = Tool(("clip.exe",), "utf-16")
_TMUX = Tool(("tmux", "load-buffer", "-w", "-"))
"""tmux takes it for pasting and hands it on to the terminal outside, which it keeps programs from doing"""


def copy(app: App[Any], text: str) -> str:
    """Copy ``text`` and return in words by which way it went: "by xclip and through the terminal"."""
    app.copy_to_clipboard(text)
    through = "through the terminal, if it lets programs copy"
    tool = next(tools(os.environ), None)
    if tool is not None and _ran(tool, text):
        return f"by {tool.command[0]}, and {through}"
    return through


def tools(environment: Mapping[str, str]) -> Iterator[Tool]:
    """Yield the programs there are for the clipboard of the machine one sits at.

    In tmux that is tmux itself; none where ``environment`` tells that this is another machine (SSH).
    """
    if environment.get("TMUX"):
        candidates = [_TMUX]
    elif environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        candidates = []
    else:
        wayland = [_WAYLAND] if environment.get("WAYLAND_DISPLAY") else []
        candidates = [*wayland, *(_X11 if environment.get("DISPLAY") else ()), _MAC, _WINDOWS]
    yield from (tool for tool in candidates if shutil.which(tool.command[0]))


def _ran(tool: Tool, text: str) -> bool:
    """Return whether ``tool`` took ``text``."""
    try:
        # Some stay behind to serve the clipboard: they must not hold on to our streams.
        done = subprocess.run(  # noqa: S603 - a fixed command, no shell
            tool.command,
            input=text.encode(tool.encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
