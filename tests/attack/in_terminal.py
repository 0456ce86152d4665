"""``python -m tests.attack.in_terminal WORDS KEYS COMMAND…``: in a terminal, KEYS are pressed after WORDS."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import sys
import termios


def main(words: str, keys: str, *command: str) -> int:
    """Return the exit code of ``command``."""
    process, terminal = pty.fork()
    if not process:
        os.environ["TERM"] = "xterm-256color"
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    screen, pressed = b"", False
    try:
        while piece := os.read(terminal, 1 << 16):
            screen += piece
            if not pressed and words.encode() in screen:
                os.write(terminal, keys.encode())
                pressed = True
                sys.stdout.write(f"It showed {words}.\n")
    except OSError:  # the end, as Linux has it
        pass
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
