"""Jinja2 templates for Markdown: ours here, the user's in a process of its own, which is ended after a while.

``python -m secondhand.export.templating`` is that process: JSON comes in, and JSON goes out.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from secondhand.errors import OptionError
from secondhand.export.markdown import Raw, enclose, escape_markdown, quote_markdown

LONGEST = 30
"""seconds that a template of the user's may take"""
MEMORY = 1 << 30
"""bytes that it may take, beside twenty times what it is given"""
Told = Sequence[Mapping[str, Any]]


def render_template(template: str, articles: Told) -> str:
    """Return ``articles`` through ``template``; raises whatever Jinja2 and the template do.

    All that is printed is escaped, but for front matter, hashtags and notes, which are Markdown already.
    """
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    templates = ImmutableSandboxedEnvironment(
        finalize=escape_markdown, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters |= {"quoted": quote_markdown, "raw": Raw}
    text = templates.from_string(template).render(articles=[_mark_raw(article) for article in articles])
    return text.rstrip("\n") + "\n"


def render_untrusted(template: str, articles: Told) -> str:
    """Return the same, made in a process of its own; raises OptionError where the template is at fault."""
    given = json.dumps({"template": template, "articles": articles}).encode()
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - a module of ours, and no shell
            command, input=given, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        raise OptionError(
            f"The template is at fault: it is not done after {LONGEST} seconds. Has it a loop without an end?"
        ) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise OptionError("The template is at fault: it takes too much memory or time.") from None
    if "problem" in answer:
        raise OptionError(f"The template is at fault{answer['problem']}")
    return str(answer["text"])


def _mark_raw(article: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``article`` with what is Markdown in it marked as such."""
    said = [
        {**one, "note": enclose(one["note"]), "hashtags": Raw(one["hashtags"])}
        for one in article["quotations"]
    ]
    return {**article, "front_matter": Raw(article["front_matter"]), "quotations": said}


def _answer(given: bytes) -> dict[str, str]:
    """Return the text that was made of ``given``, or what is wrong with its template."""
    asked = json.loads(given)
    try:
        return {"text": render_template(asked["template"], asked["articles"])}
    except MemoryError:
        return {"problem": ": it takes too much memory."}
    except TypeError as error:
        if "no loader" in str(error):
            return {"problem": ": it can take in no other file: leave out include, import and extends."}
        return {"problem": f": {error}"}
    except Exception as error:
        # A template can go wrong in as many ways as a program.
        where = f", line {error.lineno}" if hasattr(error, "lineno") else ""
        return {"problem": f"{where}: {' '.join(str(error).split())[:300] or type(error).__name__}"}


def _limit(memory: int) -> None:
    """Let this process have no more than ``memory`` bytes, where the system can see to that."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def main() -> None:
    """Read what is asked from standard input, and write the answer to standard output."""
    given = sys.stdin.buffer.read()
    _limit(MEMORY + 20 * len(given))
    sys.stdout.write(json.dumps(_answer(given)))


if __name__ == "__main__":
    main()
