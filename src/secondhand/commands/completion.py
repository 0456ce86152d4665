"""``secondhand completion SHELL``: what lets a shell complete our commands."""

from __future__ import annotations

from dataclasses import dataclass

from secondhand import terminal
from secondhand.arguments import Command, argument
from secondhand.arguments.parser import make_parser
from secondhand.commands import load_all

ABOUT = """\
Print what your shell needs to complete commands and options.

examples:
  secondhand completion bash > ~/.local/share/bash-completion/completions/secondhand
  secondhand completion zsh > ~/.zfunc/_secondhand
  secondhand completion fish > ~/.config/fish/completions/secondhand.fish
"""


@dataclass(frozen=True, slots=True)
class CompletionOptions:
    """For which shell."""

    shell: str = argument(None, "which one you use", choices=["bash", "zsh", "fish"])


def run(asked: CompletionOptions) -> int:
    """Print the script for the shell asked for; return the exit code."""
    import shtab

    with terminal.output(utf8=True):
        print(shtab.complete(make_parser(load_all()), asked.shell))  # noqa: T201
    return 0


COMMAND = Command("completion", "let a shell complete", ABOUT, CompletionOptions, run)
